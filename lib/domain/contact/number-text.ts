import { numberInId } from './number-in-id.ts';

/** Texts that are numbers, told from names by their signs alone: no plan is known here, and host pages use it. */

/** What hosts say has no more signs. */
const longest = 512;
const dialled = /^[+＋]?[\p{Nd}\s().*#,~/-]+$/u;
/** An extension behind the number, as exchanges write it; the fewest digits that it may stand behind are five. */
const extended =
  /^[+＋]?[(]?\p{Nd}(?:[\s()./*#-]{0,3}\p{Nd}){4,17}[)]?[\s,;.]{0,3}(?:;?(?:ext|postd|isub)=|(?:extension|extn?|ex|x|p|w)[\s.:]{0,2})[\p{Nd}pw*#]{1,12}$/iu;
/** What belongs to a number among the parameters of a URI (RFC 3966); all others are for the network. */
const ofNumber = /^(?:ext|phone-context|postd)=/i;

/** Words before an extension. */
const inner = word(
  'extension|extn|ext|x|ramal|anexo|interno|poste|durchwahl|dw|nst|nebenstelle|klappe|toestel|доб|внутр|内線|分机',
);
/** Words about a number, beside which nobody is named. */
const about = word(
  'incoming|inbound|outbound|outgoing|call|calls|caller|calling|from|to|via|number|num|no|nr|id|cid|clid|cli|ani|did|tel|telephone|phone|mobile|mob|' +
    'cell|cellular|landline|wireless|fax|sms|whatsapp|anruf|anrufer|von|nummer|rufnummer|telefon|handy|mobil|appel|appelant|de|du|numéro|' +
    'numero|téléphone|llamada|número|teléfono|móvil|celular|chamada|telefone|chiamata|da|telefono|cellulare|номер|телефон|звонок',
);
/** Fewer digits beside such a word may be the name of a firm. */
const fewest = 6;

/** A number as it is dialled: an extension may stand behind it, and a context as a parameter. */
export function isDialled(text: string): boolean {
  if (text.length > longest) return false;
  const [number = ''] = text.split(/;(?=(?:phone-context|ext|postd)=)/i);
  return /\p{Nd}/u.test(number) && (dialled.test(number) || extended.test(number));
}

/** The user part of a `sip:` or `tel:` URI without the parameters that say nothing of the number: `5550123;phone-context=+1212`. */
export function withoutRouting(user: string): string {
  const [number = '', ...parameters] = user.split(';');
  return [number, ...parameters.filter((one) => ofNumber.test(one))].join(';').trim();
}

/**
 * Whether a text that stands where a name does is a number, in whatever spelling: the own one, the called one, an extension.
 * `Call from 12125550199` is one, `3 Suisses` and `1&1` are names.
 */
export function isNumberText(text: string): boolean {
  if (text.length > longest) return false;
  const bare = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{So}\p{Emoji_Modifier}\p{Variation_Selector}"'“”„‘’]/gu, '')
    .trim();
  if (numberInId(bare) !== undefined) return true;
  const number = bare
    .replace(/^<?\s*(?:tel|sips?|callto|sms|whatsapp)\s*:/i, '')
    .replace(/(?<=^[^\p{L}@]{1,64})@\S*$/u, '');
  const count = number.match(/\p{Nd}/gu)?.length ?? 0;
  if (count === 0) return false;
  const signs = number.replace(inner, ' ');
  return isOfSigns(signs) || (count >= fewest && isOfSigns(signs.replace(about, ' ')));
}

/** `Call from`, `Mobile`: nothing of it names anybody. */
export function isAboutNumber(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replace(inner, ' ').replace(about, ' '));
}

function isOfSigns(text: string): boolean {
  return /^[\p{Nd}\p{Zs}\s()[\]<>+./*#,;:_~=\p{Pd}•·…]+$/u.test(text);
}

/** Whole words only; an extension's may touch the digits. */
function word(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])\\.?`, 'giu');
}
