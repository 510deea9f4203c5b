const maxLength = 400;

/** An address without its resource, in lower case; null for servers, rooms without a name, and what is no address. */
export function bareJid(jid: string | undefined): string | null {
  const bare = (jid ?? '').split('/', 1)[0]?.trim().toLowerCase() ?? '';
  return bare.length <= maxLength && /^[^@\s]+@[^@\s]+$/.test(bare) ? bare : null;
}
