/**
 * The public half of a key made once for test builds; its private half was thrown away. It fixes the extension's id, so
 * that tests know the id before the browser starts. Shipped builds carry no key: the store gives them theirs.
 */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuktslRzro7pIQs+BU/Njip/lWHjssg5aoagCRGhGz/RDrdeRrs/ccbEYgI72Z/ulMbDqT+ZYtu1C5yWkAJResg9kblLIBBe+XsMXqque9GB7FfJfVoYkf1X1fWnhI76lgzAo5TwaGt5/xo6Stvvd41H4bW/IBTkczEDWpCiO2ZQFFAtPqkgpN5ezhyGDRsSI9l7vVb8MUNy76TeVZqP/n84V8da+y9Qxz0O+1NgVCMmgUPWNA7ZKjXtI4D7+7m/TYQPYF5NA2Qh1t38/h//9Yf1RakKHqcR3cwx5nZl1KsQkbjynx9ZOcoXPdomLmz26xI+w82aK/nA5tpuGNKlsrwIDAQAB';

/** Follows from the key: the first 128 bits of its SHA-256, in the letters a to p. */
export const extensionId = 'hglmefianaakjpboahnifbkopejimapm';
