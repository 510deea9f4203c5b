import type { DomCondition, DomValue } from '../../../domain/host/host-rules-dom.ts';
import { cutText, fits, isOneOf } from '../cut-text.ts';

/** Asked of every element that a rule wants to be seen; a test without layout passes its own. */
export type IsVisible = (element: Element, top: Element | null) => boolean;

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

/** Reads what a rule says of one row. */
export function createReader(row: Element, { scope, around }: RowPlace, isVisible: IsVisible) {
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

  return {
    places,
    raw,
    text,
    holds: (when: OneOrMore<DomCondition> | undefined) => list(when).every(holdsOne),
  };
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
