import { numberInId } from './number-in-id.ts';
import { isOfDigits } from './number-text.ts';

/** What hosts say has no more signs. */
const longest = 512;
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

/**
 * Whether a text that stands where a name does is a number, in whatever spelling: the own one, the called one, an extension.
 * `Call from 12125550199` is one, `3 Suisses` and `1&1` are names.
 */
export function isNumberAsName(name: string): boolean {
  if (name.length > longest) return false;
  const bare = name
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{So}\p{Emoji_Modifier}\p{Variation_Selector}"'“”„‘’]/gu, '')
    .trim();
  if (numberInId(bare) !== undefined) return true;
  const number = bare
    .replace(/^<?\s*(?:tel|sips?|callto|sms|whatsapp)\s*:/i, '')
    .replace(/(?<=^[^\p{L}@]{1,64})@\S*$/u, '');
  const count = number.match(/\p{Nd}/gu)?.length ?? 0;
  const signs = number.replace(inner, ' ');
  return isOfDigits(signs) || (count >= fewest && isOfDigits(signs.replace(about, ' ')));
}

/** `Call from`, `Mobile`: nothing of it names anybody. */
export function isAboutNumber(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text.replace(inner, ' ').replace(about, ' '));
}

/** Whole words only; an extension's may touch the digits. */
function word(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])\\.?`, 'giu');
}
