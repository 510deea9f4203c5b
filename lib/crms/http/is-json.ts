/** True where the answer says that it is JSON, plain or of a kind (`problem+json`). */
export function isJson(response: Pick<Response, 'headers'>): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(response.headers.get('Content-Type') ?? '');
}
