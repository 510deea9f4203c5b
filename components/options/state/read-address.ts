import { type OriginProblem, safeOrigin } from '../../../lib/domain/text/safe-origin.ts';
import { completeAddress } from './complete-address.ts';

export type ReadAddress = { ok: true; origin: string; address: string } | { ok: false; message: string };

const words: Record<OriginProblem, string> = {
  'not-an-address': 'This is not an address. Paste what the browser shows in its address bar.',
  'not-web': 'Ringside works with web pages only, not with pages of the browser itself or with files.',
  insecure:
    'This address is not encrypted (http): anybody on the way could read and change what passes. Use https; http works on this computer only (localhost).',
  'user-info': 'Leave the name and password out of the address.',
};

/** Stores that browsers keep every extension out of. */
const closed = new Set(['https://chromewebstore.google.com', 'https://addons.mozilla.org']);

/** Any address that was typed or pasted, as its origin, or in plain words why it cannot be used. */
export function readAddress(typed: string): ReadAddress {
  const address = completeAddress(typed);
  if (address === '') return { ok: false, message: 'Type or paste an address first.' };
  const message = refusal(typed.trim(), address);
  if (message) return { ok: false, message };
  const safe = safeOrigin(address);
  if (!safe.ok) return { ok: false, message: words[safe.problem] };
  if (closed.has(safe.origin)) return { ok: false, message: 'The browser lets no extension into this page.' };
  return { ok: true, origin: safe.origin, address };
}

/** Why what was typed names no one site; browsers would make an address of it. */
function refusal(typed: string, address: string): string | undefined {
  // Up to the path: what follows the host may hold anything.
  const host = address.replace(/^[a-z][a-z0-9+.-]*:\/*/i, '').split(/[/?#]/)[0] ?? '';
  if (/^https?:/i.test(address) && /\*|%2a/i.test(host))
    return 'This stands for many sites. Type the address of one: Ringside never asks for a whole domain.';
  if (/\s|%20/.test(host))
    return 'An address has no blanks in it. Paste what the browser shows in its address bar.';
  // A whole address may be of a network of one's own, where one word is enough.
  if (/^[^./:]+(?::\d+)?\/?$/.test(typed) && !/^localhost(?::\d+)?\/?$/i.test(typed))
    return 'This is one word and no address. Paste the whole address that the browser shows, https:// included.';
  return undefined;
}
