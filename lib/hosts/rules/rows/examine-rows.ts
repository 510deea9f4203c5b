import type { DomRule } from '../../../domain/host/host-rules.ts';
import type { DomCondition, DomPart, DomValue, DomVersion } from '../../../domain/host/host-rules-dom.ts';
import type { TriedRow, TriedSelector } from '../../../domain/host/tried-rule.ts';
import { cutText, tidy } from '../cut-text.ts';
import { textFacts } from '../rule-facts.ts';
import { partsOf } from './parts-of.ts';
import type { Row } from './read-row.ts';
import { createReader, find, type IsVisible, list, type RowPlace } from './row-reader.ts';
import type { PlacedPart } from './watch-rows.ts';

/** Rows in which values are looked for, elements of a selector, and texts that are shown. */
const mostRows = 20;
const mostElements = 200;
const mostTexts = 3;
const longestText = 120;

interface Parts {
  rule: DomRule;
  /** The one that fits; null: none does, and every probe is tried. */
  version: DomVersion | null;
  placed: readonly PlacedPart[];
  document: Document;
  isVisible: IsVisible;
}

/** What each selector of a rule finds in a page, in the order of the file. */
export function examineSelectors({ rule, version, placed, document, isVisible }: Parts): TriedSelector[] {
  const found = new Map<string, { selector: string; elements: Map<Element, string>; top: Element | null }>();
  const add = (path: string, selector: string, elements: [Element, string][], top: Element | null = null) => {
    const before = found.get(path) ?? { selector, elements: new Map(), top };
    for (const [element, text] of elements) before.elements.set(element, text);
    found.set(path, before);
  };
  const plain = (elements: Element[]) => elements.map((one): [Element, string] => [one, shownIn(one)]);

  const tried = version === null ? rule.versions : [version];
  for (const each of tried) {
    const at = `versions.${rule.versions.indexOf(each)}`;
    for (const [path, probe] of paths(`${at}.probe`, each.probe))
      add(path, probe, plain(find(document, probe, mostElements)));
  }
  for (const [index, part] of version === null ? [] : partsOf(version).entries()) {
    const at = `versions.${rule.versions.indexOf(version as DomVersion)}`;
    const own = version?.parts?.[index];
    const pathOf = (name: keyof DomPart) =>
      `${at}.${own?.[name] === undefined ? '' : `parts.${index}.`}${name}`;
    const places = placed.filter((one) => one.index === index).map(({ place }) => place);
    examinePart(part, places, { pathOf, add, plain, document });
  }

  return [...found].map(([path, { selector, elements, top }]) => {
    const all = [...elements.keys()];
    const texts = [...new Set(elements.values())].filter((text) => text !== '');
    return {
      path,
      selector,
      known: isKnown(selector, document),
      found: all.length,
      seen: all.filter((one) => isVisible(one, top)).length,
      texts: texts.slice(0, mostTexts),
    };
  });

  function examinePart(
    part: DomPart,
    places: RowPlace[],
    tools: {
      pathOf(name: keyof DomPart): string;
      add: typeof add;
      plain: typeof plain;
      document: Document;
    },
  ): void {
    const { pathOf } = tools;
    const { within, scope, rows, ignore } = part;
    if (within !== undefined) add(pathOf('within'), within, plain(find(document, within, mostElements)));
    if (scope !== undefined) add(pathOf('scope'), scope, plain(places.map((place) => place.scope)));
    if (rows !== undefined) add(pathOf('rows'), rows, []);
    if (ignore !== undefined) add(pathOf('ignore'), ignore, []);
    const fields = [...fieldsOf(part)].map(
      ([name, path, one]) => [`${pathOf(name)}${path}.at`, one] as const,
    );
    for (const [path, { at = '' }] of fields) add(path, at, []);
    for (const place of places) {
      const all = rows === undefined ? [place.scope] : find(place.scope, rows, mostElements);
      if (rows !== undefined) add(pathOf('rows'), rows, plain(all), place.scope.parentElement);
      const past = ignore === undefined ? [] : all.filter((row) => row.closest(ignore) !== null);
      if (ignore !== undefined) add(pathOf('ignore'), ignore, plain(past));
      for (const row of all.filter((one) => !past.includes(one)).slice(0, mostRows)) {
        const reader = createReader(row, place, isVisible);
        for (const [path, one] of fields) {
          const texts = reader.places(one).map((element): [Element, string] => {
            const raw = reader.raw(element, one);
            return [element, short('words' in one || 'class' in one ? tidy(raw) : cutText(raw, one))];
          });
          add(path, one.at ?? '', texts, place.scope.parentElement);
        }
      }
    }
  }
}

/** A row as people read it. */
export function triedRow({ id, key, looked, begins, facts }: Row): TriedRow {
  const { state = 'offered', direction, texts } = facts;
  const all = { id, key, direction, ...texts };
  const shown = Object.entries(all).flatMap(([name, text]) => (text ? [[name, short(text)] as const] : []));
  return { state, begins, looked, texts: Object.fromEntries(shown) };
}

/** Every value and condition of a part that has a selector: its field, the path within that, and itself. */
function* fieldsOf(part: DomPart): Generator<[keyof DomPart, string, DomValue & Partial<DomCondition>]> {
  const conditions = (when: DomCondition | DomCondition[] | undefined) => paths('.when', when);
  for (const name of ['state', 'direction'] as const)
    for (const [index, entry] of (part[name] ?? []).entries())
      for (const [path, one] of conditions(entry.when))
        if (one.at) yield [name, `.${index}${path}`, asText(one)];
  for (const [path, one] of conditions(part.focus?.when)) if (one.at) yield ['focus', path, asText(one)];
  for (const name of ['id', 'key', ...textFacts] as const)
    for (const [path, one] of paths('', part[name])) if (one.at) yield [name, path, one];
}

/** A condition shows all of the text that it judges. */
function asText({ match: _, words: __, class: ___, ...one }: DomCondition): DomValue {
  return one;
}

function* paths<Value>(at: string, values: Value | Value[] | undefined): Generator<[string, Value]> {
  if (!Array.isArray(values)) {
    if (values !== undefined) yield [at, values];
    return;
  }
  for (const [index, value] of list(values).entries()) yield [`${at}.${index}`, value];
}

function shownIn(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
  return short(tidy('innerText' in element ? String(element.innerText) : (element.textContent ?? '')));
}

function short(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function isKnown(selector: string, document: Document): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
