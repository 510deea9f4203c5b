import type { Identifier } from '../../domain/contact/identifier.ts';
import type { VcardLine, VcardVersion } from './vcard/vcard.ts';
import { paramText } from './vcard/vcard-params.ts';
import { escapeText } from './vcard/vcard-text.ts';

/** Kinds that have a scheme for IMPP; the others are in a property of our own, with kind and scope as parameters. */
const messengers = ['telegram', 'whatsapp', 'instagram', 'facebook'] as const;
export const otherKinds = [...messengers, 'username', 'extension', 'other'] as const;
export const heldKinds = ['phone', 'email', ...otherKinds] as const;
export const ownProperty = 'X-CLIENT-ID';

/** A line that stands for an identifier. `reads`: whether a line reads back as what it was made of. */
export function newLine(
  { kind, value, scope }: Identifier,
  version: VcardVersion,
  reads: (line: VcardLine) => boolean,
): VcardLine {
  const line = (name: string, params: string, text: string) => ({ group: '', name, params, value: text });
  if (kind === 'phone') {
    if (version === '4.0') return line('TEL', ';VALUE=uri;TYPE=voice', `tel:${value}`);
    return line('TEL', version === '2.1' ? ';VOICE' : ';TYPE=VOICE', value);
  }
  if (kind === 'email') return line('EMAIL', version === '2.1' ? ';INTERNET' : '', escapeText(value));
  // vCard 2.1 has no such property, and an id that looks like a number or an address would be read as that.
  if (scope === undefined && version !== '2.1' && messengers.some((one) => one === kind)) {
    const known = line('IMPP', '', escapeText(`${kind}:${value}`));
    if (reads(known)) return known;
  }
  const params = `${paramText('TYPE', kind)}${scope === undefined ? '' : paramText('X-SCOPE', scope)}`;
  return line(ownProperty, params, escapeText(value));
}
