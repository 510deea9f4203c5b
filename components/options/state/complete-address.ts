/**
 * What a person typed or pasted, as a whole address: `desk.example.com` gets https, `localhost:5173` http.
 * What has a scheme already stays as it is, so that it can be refused by name.
 */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  // "localhost:5173" looks like the scheme "localhost:"; a port tells them apart.
  if (address === '' || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return address;
  return `${/^(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/i.test(address) ? 'http' : 'https'}://${address}`;
}
