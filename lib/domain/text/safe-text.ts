/** Line breaks of every kind; kept as one kind, since long texts have them. */
const breaks = /\r\n?|[\u2028\u2029\u0085]/g;
/** Controls, bidi controls, and characters that are there but not seen. Joiners stay: scripts and emoji need them. */
const unseen =
  /(?!\n)\p{Cc}|\p{Bidi_Control}|[\u00AD\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** What most values are made of, which needs no cleaning. */
const plain = /^[ -~]*$/;
/** Marks piled on one letter until they cover the lines around it. */
const piles = /(\p{M}{6})\p{M}+/gu;

/**
 * Text from a host or a CRM, fit to be shown: no control or bidi characters, at most `max` characters. Only ever put
 * into text nodes and attributes, never into markup. Does not trim: the field decides.
 */
export function safeText(value: string, max = 512): string {
  if (value.length <= max && plain.test(value)) return value;
  // Cut before cleaning too, so that a huge value costs no more than a long one.
  const text = value
    .slice(0, max * 4)
    .replace(/\t/g, ' ')
    .replace(breaks, '\n')
    .replace(unseen, '')
    .replace(piles, '$1');
  const characters = [...text.slice(0, max * 2)];
  const cut = characters.length > max || text.length > max * 2 || value.length > max * 4;
  return cut ? `${characters.slice(0, max - 1).join('')}…` : text;
}

const allowed = new Set(['https:', 'tel:', 'mailto:']);

/** An address that may be opened by a click: https without credentials, tel, mailto. Anything else is shown as text. */
export function safeUrl(value: string): string | undefined {
  const text = value.trim();
  // What the parser would drop silently is a disguise.
  if (text.length > 2_048 || text !== safeText(text, 2_048) || /\s/.test(text) || !URL.canParse(text))
    return undefined;
  const url = new URL(text);
  if (!allowed.has(url.protocol) || url.username || url.password) return undefined;
  return url.href;
}
