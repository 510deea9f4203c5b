import type { DomPart } from '../../../domain/host/host-rules-dom.ts';
import { type Facts, textFacts } from '../rule-facts.ts';
import { createReader, find, type IsVisible, type RowPlace } from './row-reader.ts';

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
