/** How a placeholder's text is written within another: `{query:plain}`. */
export const templateForms = ['raw', 'plain', 'quoted', 'doubled', 'number', 'digits', 'json'] as const;
/** So many of its digits, from the front or from the end. */
export type TemplatePiece = `first${number}` | `last${number}`;
export type TemplateForm = (typeof templateForms)[number] | TemplatePiece;

/**
 * `spread`, as in `{...fields}`: its entries, and not the list, stand in the list around. `cut`: pieces that are taken before
 * the form, as in `{national:last4:first2}`, the third digit and the fourth from the end.
 */
export interface TemplatePlaceholder {
  name: string;
  cut?: TemplatePiece[];
  form?: TemplateForm;
  spread?: true;
}

/** A piece of a template: fixed text, or a placeholder. */
export type TemplatePart = { text: string } | TemplatePlaceholder;

const partPattern =
  /(\{\{|\}\})|\{(\.\.\.)?([A-Za-z]\w{0,31}(?:\.[\w-]{1,64}){0,8})((?::[a-z]{1,16}\d{0,2}){0,3})\}|([^{}]+)/y;

/**
 * A template in pieces: `contacts/{contactId}`; a brace that stands for itself is doubled. A name may have a path behind it:
 * `{record.meta.revision}`. undefined for what is none.
 */
export function templateParts(template: string): TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < template.length) {
    partPattern.lastIndex = at;
    const found = partPattern.exec(template);
    if (!found) return undefined;
    const [all, brace, dots, name, words, text] = found;
    if (name === undefined) parts.push({ text: brace === undefined ? (text ?? '') : brace.charAt(0) });
    else {
      const forms = formsOf(words ?? '');
      if (!forms) return undefined;
      parts.push({ name, ...forms, ...(dots !== undefined && { spread: true as const }) });
    }
    at += all.length;
  }
  return parts;
}

/** A template that is one placeholder and nothing else. */
export function solePlaceholder(template: string): TemplatePlaceholder | undefined {
  const parts = templateParts(template);
  const [part] = parts ?? [];
  return parts?.length === 1 && part && 'name' in part ? part : undefined;
}

/** What stands before the first dot of a placeholder's name. */
export function headOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}

/** True where nothing but digits is let through. */
export function isDigits({ cut, form }: TemplatePlaceholder): boolean {
  return cut !== undefined || form === 'digits' || (form !== undefined && isPiece(form));
}

/** The digits of a text that the pieces of a placeholder take, one after the other; all of them where it has fewer. */
export function cutDigits(text: string, pieces: readonly TemplatePiece[]): string {
  return pieces.reduce(
    (left, piece) => {
      const count = Number(/\d+$/.exec(piece)?.[0]);
      return piece.startsWith('first') ? left.slice(0, count) : left.slice(-count);
    },
    text.replace(/\D/g, ''),
  );
}

/**
 * Text as it may stand within a query language. `plain`: letters, digits, space and `@ . + -`, anything else an underscore.
 * `quoted`: a backslash before quotes and backslashes. `doubled`: single quotes twice. `json`: as a text of JSON, with its
 * quotes. `digits`, `first4`, `last4`: digits alone.
 */
export function formText(text: string, form: TemplateForm | undefined): string {
  switch (form) {
    case undefined:
      return text;
    case 'plain':
      return text.replace(/[^\p{L}\p{M}\p{N}@.+ -]/gu, '_');
    case 'quoted':
      return text.replace(/[\\"']/g, '\\$&');
    case 'doubled':
      return text.replaceAll("'", "''");
    case 'json':
      return JSON.stringify(text);
    case 'digits':
      return text.replace(/\D/g, '');
    default:
      return isPiece(form) ? cutDigits(text, [form]) : text;
  }
}

export function isPiece(word: string): word is TemplatePiece {
  return /^(?:first|last)(?:[1-9]|1[0-5])$/.test(word);
}

/** undefined for words that are no forms; only pieces may stand before another. */
function formsOf(words: string): Pick<TemplatePlaceholder, 'cut' | 'form'> | undefined {
  const given = words.split(':').slice(1);
  const word = given.pop();
  if (word === undefined) return {};
  const form = isPiece(word) ? word : templateForms.find((one) => one === word);
  if (form === undefined || !given.every(isPiece)) return undefined;
  return { ...(given.length > 0 && { cut: given }), form };
}
