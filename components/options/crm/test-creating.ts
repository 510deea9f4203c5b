import { optionsWords } from '../../words/options-words.ts';
import type { TestLine, TestTarget } from './test-line.ts';
import { timed } from './timed.ts';

/** Whether contacts can be created, by what the CRM says of the agent's rights: nothing is written. */
export async function testCreating(
  { crm, label, capabilities }: TestTarget,
  options: { signal?: AbortSignal },
): Promise<TestLine> {
  const words = optionsWords().test;
  if (!capabilities.create) return { verdict: 'none', text: words.createsNone(label), note: words.never };
  const asked = await timed(async () => (await crm.mayCreate?.(options)) ?? 'unknown');
  if (!asked.ok || asked.value === 'unknown')
    return {
      verdict: 'none',
      text: words.creating,
      advice: words.creatingUnknown,
      note: words.notKnown,
    };
  if (asked.value) return { verdict: 'ok', text: words.canCreate, ms: asked.ms };
  return {
    verdict: 'bad',
    text: words.cannotCreate,
    advice: words.giveRight(label),
    ms: asked.ms,
  };
}
