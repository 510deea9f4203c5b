import type { TestLine, TestTarget } from './test-crm.ts';
import { timed } from './timed.ts';

const unknown: TestLine = {
  verdict: 'none',
  text: 'Creating contacts',
  advice: 'This CRM does not say who may. It is not known until the first contact is created.',
  note: 'not known',
};

/** Whether contacts can be created, by what the CRM says of the agent's rights: nothing is written. */
export async function testCreating(
  { crm, label, capabilities }: TestTarget,
  options: { signal?: AbortSignal },
): Promise<TestLine> {
  if (!capabilities.create)
    return { verdict: 'none', text: `${label} creates no contacts through Ringside`, note: 'never' };
  const asked = await timed(async () => (await crm.mayCreate?.(options)) ?? 'unknown');
  if (!asked.ok || asked.value === 'unknown') return unknown;
  if (asked.value) return { verdict: 'ok', text: 'Contacts can be created', ms: asked.ms };
  return {
    verdict: 'bad',
    text: 'Contacts cannot be created',
    advice: `Give this user the right to create contacts in ${label}, then test again. Reading works without it.`,
    ms: asked.ms,
  };
}
