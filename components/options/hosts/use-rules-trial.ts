import { useEffect, useRef, useState } from 'preact/hooks';
import type { DomRule } from '../../../lib/domain/host/host-rules.ts';
import type { TriedPage } from '../../../lib/domain/host/tried-rule.ts';
import { matchPattern } from '../../../lib/domain/text/safe-origin.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { OptionsLink } from '../state/options-link.ts';
import { readAddress } from '../state/read-address.ts';

interface Tab {
  id: number;
  title: string;
}

/** A trial that runs: the tabs that are open at its address, the one that is read, and what stands there. */
export interface RunningTrial {
  origin: string;
  tabs: Tab[];
  tabId: number;
  /** None while the page is being loaded. */
  pages: TriedPage[];
}

/**
 * Tries rules on an open tab, again with each change of them, until it is stopped. `connected`: origins whose permission is not
 * this trial's to give back.
 */
export function useRulesTrial(link: OptionsLink, rules: readonly DomRule[], connected: readonly string[]) {
  const [trial, setTrial] = useState<RunningTrial | null>(null);
  const [problem, setProblem] = useState<string>();
  const borrowed = useRef<string | undefined>(undefined);
  const tabId = trial?.tabId;
  const json = JSON.stringify(rules);

  useEffect(() => {
    if (tabId === undefined || json === '[]') return;
    const stop = new AbortController();
    const tell = (pages: TriedPage[]) => {
      if (!stop.signal.aborted) setTrial((before) => before && { ...before, pages });
    };
    // The text is that of valid rules, from the line above.
    const tried = JSON.parse(json) as DomRule[];
    link.tryRules({ tabId, rules: tried, tell, signal: stop.signal }).catch(() => {
      if (!stop.signal.aborted) setProblem(optionsWords().rules.notEntered);
    });
    return () => stop.abort();
  }, [link, tabId, json]);

  const giveBack = (): void => {
    const origin = borrowed.current;
    borrowed.current = undefined;
    if (origin !== undefined && !connected.includes(origin)) void link.removeOrigins([matchPattern(origin)]);
  };

  // No await before requestOrigins: browsers ask only in the very turn of a click.
  const start = async (typed: string): Promise<void> => {
    const words = optionsWords().rules;
    const address = readAddress(typed);
    setProblem(address.ok ? undefined : address.message);
    if (!address.ok) return;
    const { origin } = address;
    const patterns = [matchPattern(origin)];
    const had = link.hasOrigins(patterns);
    const allowed = await link.requestOrigins(patterns).catch(() => false);
    if (!allowed) return setProblem(words.refused(origin));
    if (!(await had)) borrowed.current = origin;
    const tabs = await link.openTabs(origin);
    const [first] = tabs;
    if (first) return setTrial({ origin, tabs, tabId: first.id, pages: [] });
    giveBack();
    setProblem(words.noTab(origin));
  };

  const stop = (): void => {
    giveBack();
    setTrial(null);
    setProblem(undefined);
  };

  const choose = (next: number): void => {
    setProblem(undefined);
    setTrial((before) => before && { ...before, tabId: next, pages: [] });
  };

  return { trial, problem, start, stop, choose };
}
