/** What people and CRMs write, programs, keys, and names that `Intl` or a language itself gives: nobody translates it. */
const foreign = 'bdi, time, kbd, code, textarea, .num, .who, option[lang]';
/** What `Intl` writes, in English until a language is chosen. */
const written =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|yesterday|today|France|United Kingdom|United States|Ireland)\b/gi;
/** Addresses, as an example or as a name. */
const address = /https?:\/\/\S+|\S+@\S+/g;

/** Texts of a page in the pseudo-language that stand in no message: what was written without the catalogue. */
export function untranslated(root: Element): string[] {
  const found: string[] = [];
  let depth = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const rest = outside(text, depth);
    depth = rest.depth;
    if (isText(rest.text) && !node.parentElement?.closest(foreign)) found.push(text);
  }
  for (const element of root.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name);
      // The title of the head, and of what may be cut elsewhere, is the name or number itself.
      if (text && !element.matches('h1, bdi') && isText(outside(text, 0).text))
        found.push(`${name}: ${text}`);
    }
  return found;
}

function outside(text: string, begun: number): { text: string; depth: number } {
  let depth = begun;
  let rest = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return { text: rest, depth };
}

function isText(text: string): boolean {
  return /[A-Za-z]/.test(text.replace(address, '').replace(written, ''));
}

/** Keys under which people and CRMs name things. */
const named =
  /^(?:label|name|crm|displayName|company|jobTitle|city|owner|agent|hint|about|placeholder|campaigns|rule)$/;

/** The same data with every Latin letter of its names in Cyrillic, so that no name passes for a text of ours. */
export function inCyrillic<Data>(data: Data): Data {
  return changed(data, false) as Data; // The same shape.
}

function changed(value: unknown, isName: boolean): unknown {
  if (typeof value === 'string')
    return isName
      ? value.replace(/[a-z]/gi, (letter) =>
          String.fromCharCode(0x430 + (letter.toLowerCase().charCodeAt(0) - 97)),
        )
      : value;
  if (Array.isArray(value)) return value.map((one) => changed(one, isName));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one, named.test(key))]));
}
