import type { DiagnosedPage, NumbersRead } from '../../../lib/domain/host/host-diagnostics.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { Verdict } from '../parts/Sign.tsx';

export interface StrategyLine {
  name: string;
  verdict: Verdict;
  words: string;
}

/** The strategies of a page, those with something to say as lines, the others by name. */
export function strategyLines(
  page: DiagnosedPage,
  labelOf: (adapter: string) => string,
): { lines: StrategyLine[]; idle: string[] } {
  const words = optionsWords().diagnostics.strategy;
  const lines: StrategyLine[] = [];
  const idle: string[] = [];
  for (const { adapter, rule, state, numbers } of page.strategies) {
    const name = rule === undefined ? labelOf(adapter) : `${labelOf(adapter)}, ${rule}`;
    const seen = page.seen[adapter] ?? 0;
    if (numbers && numbers.empty > 0) lines.push({ name, verdict: 'warn', words: emptyWords(numbers) });
    if (state === 'failed') lines.push({ name, verdict: 'bad', words: words.failed });
    else if (state === 'cannot-read') lines.push({ name, verdict: 'warn', words: words.cannotRead });
    else if (state === 'unseen') lines.push({ name, verdict: 'none', words: words.unseen });
    else if (rule !== undefined && state === 'ready')
      lines.push({ name, verdict: 'ok', words: words.canRead });
    else if (rule === undefined && seen > 0) lines.push({ name, verdict: 'ok', words: words.hasSeen(seen) });
    else idle.push(rule === undefined ? name : words.forOthers(name));
  }
  return { lines, idle };
}

/** `clientId: .number found nothing in 3 of 3 calls`. */
function emptyWords({ at, channel, seen, empty }: NumbersRead): string {
  return optionsWords().diagnostics.strategy.foundNothing(at, empty, seen, channel);
}
