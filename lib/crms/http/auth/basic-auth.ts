/** The header of HTTP Basic (RFC 7617), in UTF-8. */
export function basicAuth(user: string, password: string): { Authorization: string } {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { Authorization: `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}` };
}
