import type { DomCondition, DomValue, DomVersion } from '../../../domain/host/host-rules-dom.ts';
import { cutText, fits, isOneOf } from '../cut-text.ts';
import { type Facts, textFacts } from '../rule-facts.ts';

/** Asked of every element that a rule wants to be seen; a test without layout passes its own. */
export type IsVisible = (element: Element, top: Element | null) => boolean;

export interface Row {
  element: Element;
  /** The host's own id. */
  id: string;
  key: string;
  facts: Facts;
}

type OneOrMore<Value> = Value | Value[];
/** Of the elements that a selector finds, the ones looked at. */
const maxElements = 50;
const maxRows = 200;

/** The interactions that stand within `scope`, by one version of a host's markup. */
export function readRows(version: DomVersion, scope: Element, isVisible: IsVisible): Row[] {
  const elements = version.rows === undefined ? [scope] : find(scope, version.rows, maxRows);
  const rows: Row[] = [];
  for (const element of elements) {
    if (version.ignore !== undefined && element.closest(version.ignore) !== null) continue;
    if (version.visible !== false && !isVisible(element, scope.parentElement)) continue;
    const reader = createReader(element, scope.parentElement, isVisible);
    const state = version.state.find(({ when }) => reader.holds(when));
    if (state === undefined) continue;
    const facts: Facts = { state: state.is, texts: {} };
    if (state.endReason !== undefined) facts.endReason = state.endReason;
    const direction = version.direction?.find(({ when }) => reader.holds(when))?.is;
    if (direction !== undefined) facts.direction = direction;
    for (const name of textFacts) {
      const text = reader.text(version[name]);
      if (text !== '') facts.texts[name] = text;
    }
    rows.push({ element, id: reader.text(version.id), key: reader.text(version.key), facts });
  }
  return rows;
}

function createReader(row: Element, top: Element | null, isVisible: IsVisible) {
  const places = ({ at, in: where }: DomValue | DomCondition): Element[] => {
    if (at === undefined) return [row];
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
