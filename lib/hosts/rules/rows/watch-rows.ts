import type { DomRule } from '../../../domain/host/host-rules.ts';
import type { DomPart, DomVersion } from '../../../domain/host/host-rules-dom.ts';
import type { RuleReading } from '../../host.ts';
import { holdsHere } from '../holds-here.ts';
import { isVisible as isVisibleHere } from './is-visible.ts';
import { createPace } from './pace.ts';
import { partsOf } from './parts-of.ts';
import { type ReadRows, readRows } from './read-row.ts';
import { find, type IsVisible, list, type RowPlace } from './row-reader.ts';

export interface WatchRows {
  rule: DomRule;
  window: Window & typeof globalThis;
  signal: AbortSignal;
  /** The rows as they stand; null where the rule is not for this page, or no version of it fits the page. */
  onRows(read: ReadRows | null, version: DomVersion | null, placed: readonly PlacedPart[]): void;
  /** Read once more after a while, although nothing may change. */
  waits(): boolean;
  /** Whether the rule can be read; only said when it changes. */
  onReading(reading: RuleReading): void;
  isVisible?: IsVisible;
}

/** Where one part of a version, by its index, reads its rows. */
export interface PlacedPart {
  index: number;
  place: RowPlace;
}

/** So often it is looked whether a page has become one that the rule can read. */
const searchMs = 1_000;

/**
 * Reads the rows of one rule whenever the page changes: at once after a quiet time, and at most ten times a second. Between
 * two readings nothing is observed at all, so that a page which changes thousands of times a second pays for ten readings.
 */
export function watchRows({ rule, window, signal, ...watch }: WatchRows): void {
  const { document } = window;
  const isVisible = watch.isVisible ?? isVisibleHere;
  const anywhere = rule.where.every(({ host }) => host === '*');
  let reading: RuleReading | undefined;
  const frames = new WeakSet<Element>();
  const observed = new Map<Node, MutationObserverInit>();
  const observer = new window.MutationObserver(() => pace.asked());
  const pace = createPace({
    hidden: () => document.hidden,
    read,
    least: () => (reading === 'reads' || reading === 'unseen' ? 0 : searchMs),
    rest: () => observer.disconnect(),
    signal,
  });

  function say(next: RuleReading): void {
    if (next === reading) return;
    reading = next;
    watch.onReading(next);
  }

  /** True where it should be read again after a while. */
  function read(): boolean {
    observer.disconnect();
    try {
      readPage();
    } catch {
      // A selector that this browser does not know, or a page that answers with errors.
      say('cannot-read');
      watch.onRows(null, null, []);
    }
    observed.clear();
    return watch.waits();
  }

  function readPage(): void {
    if (!holdsHere(rule.where, window)) {
      // The address changes without a trace in the page's own elements, or with one: its title.
      observe(document, { childList: true });
      say('elsewhere');
      watch.onRows(null, null, []);
      return;
    }
    const version = rule.versions.find(({ probe }) =>
      list(probe).every((one) => find(document, one, 1).length > 0),
    );
    if (version === undefined) {
      observe(document, { childList: true, subtree: true });
      if (document.readyState === 'complete') say(anywhere ? 'elsewhere' : 'cannot-read');
      watch.onRows(null, null, []);
      return;
    }
    const all: ReadRows = { rows: [], found: 0, seen: 0 };
    const placed: PlacedPart[] = [];
    for (const [index, part] of partsOf(version).entries()) {
      for (const place of placesOf(part)) {
        placed.push({ index, place });
        observePlace(place, version);
        const { rows, found, seen } = readRows(part, place, isVisible);
        all.rows.push(...rows);
        all.found += found;
        all.seen += seen;
      }
    }
    say(all.found > 0 && all.seen === 0 ? 'unseen' : 'reads');
    watch.onRows(all, version, placed);
  }

  function placesOf(part: DomPart): RowPlace[] {
    const placed = (scope: Element, inside: Element | null) => ({ scope, inside, around: document });
    if (part.within === undefined) return scopeIn(document, part).map((scope) => placed(scope, null));
    // New frames, and theirs that come and go.
    observe(document, { childList: true, subtree: true });
    return find(document, part.within, 20).flatMap((inside) => {
      if (!frames.has(inside)) {
        frames.add(inside);
        inside.addEventListener('load', pace.asked, { signal });
      }
      const root =
        'contentDocument' in inside ? (inside.contentDocument as Document | null) : inside.shadowRoot;
      return root === null ? [] : scopeIn(root, part).map((scope) => placed(scope, inside));
    });
  }

  /** Watched is the scope, or where it will stand. */
  function scopeIn(root: Document | ShadowRoot, { scope }: DomPart): Element[] {
    if (scope !== undefined) {
      const found = find(root, scope, 20);
      if (found.length === 0) observe(root, { childList: true, subtree: true });
      return found;
    }
    if (!('body' in root)) return [...root.children];
    // There is none yet where the page has only begun.
    if (root.body === null) observe(root, { childList: true, subtree: true });
    return root.body === null ? [] : [root.body];
  }

  function observePlace({ scope, inside }: RowPlace, version: DomVersion): void {
    const { names, title } = traitsOf(version);
    const filter = names.length > 0 && { attributeFilter: names };
    observe(scope, { childList: true, characterData: true, subtree: true, ...filter });
    // What holds the scope, or its frame, may hide it, or be taken away with it.
    for (const from of [scope.parentElement, inside])
      for (let up = from; up !== null; up = up.parentElement) observe(up, { childList: true, ...filter });
    if (title && document.head)
      observe(document.head, { childList: true, characterData: true, subtree: true });
  }

  /** What was asked of a node before, in this reading, stays: places may lie within one another. */
  function observe(node: Node, what: MutationObserverInit): void {
    const all = { ...observed.get(node), ...what };
    observed.set(node, all);
    if (!signal.aborted) observer.observe(node, all);
  }

  const on = (target: EventTarget, ...types: string[]) => {
    for (const type of types) target.addEventListener(type, pace.asked, { signal, capture: true });
  };
  on(window, 'hashchange', 'popstate', 'load', 'input', 'change');
  // What fades or slides in changes without a mutation.
  on(document, 'DOMContentLoaded', 'visibilitychange', 'transitionend', 'animationend');
  // Tells of `history.pushState` too, in browsers that have it.
  if ('navigation' in window) on(window.navigation as EventTarget, 'currententrychange');
  signal.addEventListener('abort', () => observer.disconnect());
  pace.asked();
}

const hiding = ['style', 'class', 'hidden', 'aria-hidden', 'open'];
const known = new WeakMap<DomVersion, { names: string[]; title: boolean }>();

/** The attributes that a version looks at: no others are observed. */
function traitsOf(version: DomVersion): { names: string[]; title: boolean } {
  const before = known.get(version);
  if (before !== undefined) return before;
  const json = JSON.stringify(version);
  const names = new Set([...json.matchAll(/"attribute":"([^"]+)"/g)].map(([, name = '']) => name));
  // Nearly every rule asks whether something can be seen.
  for (const name of hiding) names.add(name);
  for (const [, name = ''] of json.matchAll(/\[([\w:-]+)[~|^$*]?=?/g)) names.add(name);
  const traits = { names: [...names], title: json.includes('"read":"title"') };
  known.set(version, traits);
  return traits;
}
