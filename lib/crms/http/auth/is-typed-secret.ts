/**
 * True for a password as a person types it. Line breaks and typographic quotes come along when one is copied out of a
 * document: nobody is asked with such a one.
 */
export function isTypedSecret(secret: string): boolean {
  return secret !== '' && !/[\p{Cc}\u2018-\u201f]/u.test(secret);
}
