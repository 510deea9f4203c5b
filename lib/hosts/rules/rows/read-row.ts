import type { DomCondition, DomPart, DomValue } from '../../../domain/host/host-rules-dom.ts';
import { cutText, fits, isOneOf } from '../cut-text.ts';
import { type Facts, textFacts } from '../rule-facts.ts';

/** Asked of every element that a rule wants to be seen; a test without layout passes its own. */
export type IsVisible = (element: Element, top: Element | null) => boolean;

export interface Row {
  element: Element;
  /** The frame or shadow host that it stands in; null in the page itself. */
  inside: Element | null;
  /** The host's own id. */
  id: string;
  key: string;
  /** The agent looks at it. */
  looked: boolean;
  /** Where it is not known, it begins none. */
  begins: boolean;
  facts: Facts;
}

/** What stands in one place of a page. */
export interface ReadRows {
  rows: Row[];
  /** Elements that may be interactions, and how many of them can be seen or need not. */
  found: number;
  seen: number;
}

/** Where rows are read: the element that holds them, and what of the page is around it. */
export interface RowPlace {
  scope: Element;
  inside: Element | null;
  /** The page that the rule is read in. */
  around: Document;
}

type OneOrMore<Value> = Value | Value[];
/** Of the elements that a selector finds, the ones looked at. */
const maxElements = 50;
const maxRows = 200;

/** The interactions that stand in one place, by one part of a version of a host's markup. */
export function readRows(part: DomPart, place: RowPlace, isVisible: IsVisible): ReadRows {
  const { scope, inside } = place;
  const elements = part.rows === undefined ? [scope] : find(scope, part.rows, maxRows);
  const read: ReadRows = { rows: [], found: 0, seen: 0 };
  // Nothing in a frame can be seen where the frame cannot. A shadow host may have no box, and what is in it has.
  const framed = inside !== null && 'contentDocument' in inside;
  const shown = part.visible === false || !framed || isVisible(inside, inside);
  for (const element of elements) {
    if (part.ignore !== undefined && element.closest(part.ignore) !== null) continue;
    read.found += 1;
    if (!shown || (part.visible !== false && !isVisible(element, scope.parentElement))) continue;
    read.seen += 1;
    const reader = createReader(element, place, isVisible);
    const state = part.state?.find(({ when }) => reader.holds(when));
    if (state === undefined) continue;
    const facts: Facts = { state: state.is, texts: {} };
    if (state.endReason !== undefined) facts.endReason = state.endReason;
    const direction = part.direction?.find(({ when }) => reader.holds(when))?.is;
    if (direction !== undefined) facts.direction = direction;
    for (const name of textFacts) {
      const text = reader.text(part[name]);
      if (text !== '') facts.texts[name] = text;
    }
    const looked = part.focus !== undefined && reader.holds(part.focus.when);
    const [id, key] = [reader.text(part.id), reader.text(part.key)];
    read.rows.push({ element, inside, id, key, looked, begins: state.begins !== false, facts });
  }
  return read;
}

function createReader(row: Element, { scope, around }: RowPlace, isVisible: IsVisible) {
  const top = scope.parentElement;
  const places = ({ at, in: where }: DomValue | DomCondition): Element[] => {
    if (at === undefined) return [where === 'around' ? around.documentElement : row];
    if (where === 'around') return find(around, at, maxElements);
    const root = row.getRootNode();
    // A row that is a root's only content may be named itself.
    return where === 'page' && 'querySelectorAll' in root
      ? find(root as ParentNode, at, maxElements)
      : find(row, at, maxElements);
  };

  const raw = (element: Element, { read = 'text', attribute = '' }: DomValue | DomCondition): string => {
    if (read === 'attribute') return element.getAttribute(attribute) ?? '';
    if (read === 'value') return 'value' in element ? String(element.value) : '';
    if (read === 'url') return element.ownerDocument.location.href;
    if (read === 'title') return element.ownerDocument.title;
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, where parts of it may be hidden
    const shown = element.childElementCount > 0 && 'innerText' in element ? element.innerText : null;
    return String(shown ?? element.textContent);
  };

  const text = (values: OneOrMore<DomValue> | undefined): string => {
    for (const value of list(values)) {
      const seen =
        value.visible ?? (value.read === undefined || value.read === 'text' || value.read === 'value');
      for (const element of places(value)) {
        if (seen && !isVisible(element, top)) continue;
        const found = cutText(raw(element, value), value);
        if (found !== '') return found;
      }
    }
    return '';
  };

  const holdsOne = (condition: DomCondition): boolean => {
    const { visible, class: name, words, match, not = false } = condition;
    const some = places(condition).some(
      (element) =>
        (visible === undefined || isVisible(element, top) === visible) &&
        (name === undefined || element.classList.contains(name)) &&
        (words === undefined || isOneOf(raw(element, condition), words)) &&
        (match === undefined || fits(raw(element, condition), match)) &&
        (condition.read !== 'attribute' ||
          words !== undefined ||
          match !== undefined ||
          element.hasAttribute(condition.attribute ?? '')),
    );
    return some !== not;
  };

  return { text, holds: (when: OneOrMore<DomCondition> | undefined) => list(when).every(holdsOne) };
}

/** A selector that this browser does not know finds nothing. */
export function find(root: ParentNode, selector: string, most: number): Element[] {
  try {
    return [...root.querySelectorAll(selector)].slice(0, most);
  } catch {
    return [];
  }
}

export function list<Value>(values: OneOrMore<Value> | undefined): Value[] {
  return values === undefined ? [] : Array.isArray(values) ? values : [values];
}
