import { decode, readAddresses } from './read-addresses.ts';
import { type Party, readCaller, userOf } from './read-party.ts';
import type { SipFrame } from './sip-frame.ts';
import type { SipLeg } from './sip-leg.ts';

/**
 * The new party where no header asserts one. FreeSWITCH tells it in `X-FS-Display-Number` and `-Name`, in an INFO too
 * (mod_sofia.c, `message/update_display`; read 2026-11-30). RFC 4916 tells it in From: a request within the dialog whose
 * From names neither side of the first INVITE. Null where nothing does.
 */
export function readConnected({ invite, late }: SipLeg, { start, headers }: SipFrame): Party | null {
  const number = text(headers['x-fs-display-number']);
  if (number !== '') {
    const uri = /^sips?:/i.test(number) ? number : `sip:${number}@`;
    const name = text(headers['x-fs-display-name']).replace(/["\\]/g, '');
    return readCaller({ from: `"${name}" <${uri}>` });
  }
  if (late || (start !== 'UPDATE' && start !== 'INVITE')) return null;
  const [from] = readAddresses(headers.from ?? '');
  const user = from?.user.toLowerCase() ?? '';
  const known = [userOf(invite.headers.from), userOf(invite.headers.to)];
  if (user === '' || known.includes(user)) return null;
  const party = readCaller({ from: headers.from ?? '' });
  // An exchange that writes itself there hides nobody.
  return party.withheld ? null : party;
}

function text(header = ''): string {
  return decode(header.trim().replace(/^"(.*)"$/, '$1')).trim();
}
