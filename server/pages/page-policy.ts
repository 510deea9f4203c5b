/**
 * The content security policy of a page of this server, from what it may do besides showing itself. Nothing inline, and
 * no text ever becomes markup or script (Trusted Types).
 */
export function pagePolicy(more: string[] = []): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    ...more,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...trustedTypes,
  ].join('; ');
}

/** No page of ours makes markup or script of text, so none needs a way to. */
export const trustedTypes = ["require-trusted-types-for 'script'", "trusted-types 'none'"];
