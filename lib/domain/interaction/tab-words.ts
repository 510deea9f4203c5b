import type { HostInteraction } from '../host/host-event.ts';
import type { HostSource } from '../host/host-source.ts';
import { isLive } from './apply-host-interaction.ts';
import type { Sighting, TabWord } from './sighting.ts';

/** More tabs of one phone than anybody has open; those that spoke last count. */
const most = 16;

/** The words of all tabs, once one of them has said more. A late word takes no answer back. */
export function wordsAfter(
  before: Sighting | undefined,
  source: HostSource,
  said: HostInteraction,
): TabWord[] {
  const words = before ? wordsOf(before) : [];
  const own = words.find((word) => word.source.tabId === source.tabId);
  const talks = said.state === 'active' || said.state === 'held';
  const word: TabWord = { source, live: isLive(said.state), talked: talks || own?.talked === true };
  return [...words.filter((one) => one !== own), word].slice(-most);
}

/**
 * Whether an end that one tab tells is its own alone: it only rang there, or its line was lost, and another tab still has
 * the call. A tab that is being loaded again has what was answered in it.
 */
export function endsThereAlone(before: Sighting, { tabId }: HostSource, said: HostInteraction): boolean {
  if (isLive(said.state) || !isLive(before.facts.state)) return false;
  const words = wordsOf(before);
  const others = words.filter(({ source }) => source.tabId !== tabId);
  if (!others.some(({ live, talked, gone }) => live && (talked || !gone))) return false;
  if (said.endReason === 'host-gone') return true;
  const talked = words.some((word) => word.source.tabId === tabId && word.talked);
  return !talked && said.answeredAt === undefined && said.endReason !== 'completed';
}

/** The sight with these words: its source is the tab where it was answered, else the last that still has it. */
export function withWords({ gone: _, ...sighting }: Sighting, tabs: TabWord[]): Sighting {
  const here = tabs.filter(({ gone, live }) => !gone && (live || !isLive(sighting.facts.state)));
  const lead = here.findLast(({ talked }) => talked) ?? here.at(-1);
  return lead ? { ...sighting, tabs, source: lead.source } : { ...sighting, tabs, gone: true };
}

export function wordsOf({ tabs, source, facts, gone, talkingSince }: Sighting): TabWord[] {
  if (tabs) return tabs;
  return [{ source, live: isLive(facts.state), talked: talkingSince !== undefined, ...(gone && { gone }) }];
}
