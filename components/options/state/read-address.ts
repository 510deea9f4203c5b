import { safeOrigin } from '../../../lib/domain/text/safe-origin.ts';
import { optionsWords } from '../../words/options-words.ts';
import { completeAddress } from './complete-address.ts';

export type ReadAddress = { ok: true; origin: string; address: string } | { ok: false; message: string };

/** Stores that browsers keep every extension out of. */
const closed = new Set(['https://chromewebstore.google.com', 'https://addons.mozilla.org']);

/** Any address that was typed or pasted, as its origin, or in plain words why it cannot be used. */
export function readAddress(typed: string): ReadAddress {
  const words = optionsWords().address;
  const address = completeAddress(typed);
  if (address === '') return { ok: false, message: words.none };
  const message = refusal(typed.trim(), address);
  if (message) return { ok: false, message };
  const safe = safeOrigin(address);
  if (!safe.ok) return { ok: false, message: words[safe.problem] };
  if (closed.has(safe.origin)) return { ok: false, message: words.closed };
  return { ok: true, origin: safe.origin, address };
}

/** Why what was typed names no one site; browsers would make an address of it. */
function refusal(typed: string, address: string): string | undefined {
  const words = optionsWords().address;
  // Up to the path: what follows the host may hold anything.
  const host = address.replace(/^[a-z][a-z0-9+.-]*:\/*/i, '').split(/[/?#]/)[0] ?? '';
  if (/^https?:/i.test(address) && /\*|%2a/i.test(host)) return words.many;
  if (/\s|%20/.test(host)) return words.blanks;
  // A whole address may be of a network of one's own, where one word is enough.
  if (/^[^./:]+(?::\d+)?\/?$/.test(typed) && !/^localhost(?::\d+)?\/?$/i.test(typed)) return words.word;
  return undefined;
}
