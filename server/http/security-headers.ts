import type { MiddlewareHandler } from 'hono';

const strict =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * Headers of every answer, the strictest unless a page has set its own. No CORS at all: the extension's background has
 * leave to read by its host permission, and no web page of another origin has any business here.
 */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  setDefault(headers, 'Content-Security-Policy', strict);
  setDefault(headers, 'Cross-Origin-Resource-Policy', 'same-origin');
  setDefault(headers, 'Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
};

function setDefault(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}
