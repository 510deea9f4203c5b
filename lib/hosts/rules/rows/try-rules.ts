import type { DomRule } from '../../../domain/host/host-rules.ts';
import type { TriedRule } from '../../../domain/host/tried-rule.ts';
import { holdsHere } from '../holds-here.ts';
import { examineSelectors, triedRow } from './examine-rows.ts';
import { isVisible as isVisibleHere } from './is-visible.ts';
import type { ReadRows } from './read-row.ts';
import type { IsVisible } from './row-reader.ts';
import { type WatchRows, watchRows } from './watch-rows.ts';

export interface TryRules extends Pick<WatchRows, 'window' | 'signal'> {
  rules: readonly DomRule[];
  /** Whenever it changes. */
  tell(rules: TriedRule[]): void;
  isVisible?: IsVisible;
}

/** Reads a page by rules without telling anybody of interactions: for whoever writes the rules. */
export function tryRules({ rules, window, signal, tell, isVisible = isVisibleHere }: TryRules): void {
  const all = new Map<string, TriedRule>();
  let told = '';
  let waits = false;

  function say(): void {
    waits = false;
    const tried = [...all.values()];
    const json = JSON.stringify(tried);
    if (signal.aborted || json === told) return;
    told = json;
    tell(tried);
  }

  for (const rule of rules)
    watchRows({
      rule,
      window,
      signal,
      isVisible,
      waits: () => false,
      // A rule for any host keeps quiet where it does not fit; who writes it wants to know why.
      onReading: () => {},
      onRows(read, version, placed) {
        const parts = { rule, version, placed, document: window.document, isVisible };
        const here = holdsHere(rule.where, window);
        all.set(rule.id, {
          id: rule.id,
          reading: here ? readingOf(read) : 'elsewhere',
          ...(version && { version: version.since }),
          selectors: here ? examineSelectors(parts) : [],
          rows: (read?.rows ?? []).map(triedRow),
        });
        if (!waits) queueMicrotask(say);
        waits = true;
      },
    });
}

function readingOf(read: ReadRows | null): TriedRule['reading'] {
  if (read === null) return 'cannot-read';
  return read.found > 0 && read.seen === 0 ? 'unseen' : 'reads';
}
