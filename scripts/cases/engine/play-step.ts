import { randomUUID } from 'node:crypto';
import { contactRef } from '../../../lib/domain/contact/contact-ref.ts';
import { readCommand } from '../../../lib/engine/commands/commands.ts';
import { type CaseDesk, connection } from '../desk/case-desk.ts';
import { BadCase } from '../format/case-file.ts';
import type { CaseCrm } from './case-crm.ts';
import type { Step } from './engine-input.ts';

const acts = ['host', 'focus', 'page', 'crm', 'answers', 'let', 'wait', 'agent', 'sign'] as const;

/** Does what the step says. Throws `BadCase` where that is nothing, or more than one thing. */
export async function playStep(desk: CaseDesk, crm: CaseCrm, step: Step): Promise<void> {
  const told = acts.filter((act) => step[act] !== undefined);
  const [act] = told;
  if (told.length !== 1 || act === undefined)
    throw new BadCase(`a step does one of ${acts.join(', ')}; this one does ${told.join(' and ') || 'none'}`);
  const { tab = 1 } = step.from ?? {};
  switch (act) {
    case 'host':
      return tellHost(desk, step);
    case 'focus':
      return desk.tell({ type: 'focus', interactionId: step.focus }, sourceOf(step));
    case 'page':
      if (step.page === 'gone') return desk.engine.hostGone({ tabId: tab });
      if (step.page === 'back') return desk.engine.hostBack({ tabId: tab, frameId: 0 });
      return desk.engine.hostTold({ tabId: tab });
    case 'crm':
      return change(crm, step.crm);
    case 'answers':
      return crm.answer(step.answers ?? 'at once');
    case 'let':
      return crm.let(step.let ?? 'all', step.fails);
    case 'wait':
      return desk.wait(step.wait ?? 0);
    case 'agent':
      return command(desk, step.agent);
    case 'sign':
      return step.sign === 'in' ? desk.connect(crm.memory) : desk.signOut();
  }
}

function tellHost(desk: CaseDesk, step: Step): void {
  const { number, ...said } = step.host ?? {};
  const interaction = {
    ...{ channel: 'phone', direction: 'inbound', state: 'offered' },
    ...(number !== undefined && { clientId: { kind: 'phone', value: number } }),
    ...said,
  };
  desk.tell({ type: 'interaction', interaction }, sourceOf(step));
}

function sourceOf({ from: { adapter, tab, origin } = {} }: Step) {
  return {
    ...(adapter !== undefined && { adapter }),
    ...(tab !== undefined && { tabId: tab }),
    ...(origin !== undefined && { origin }),
  };
}

function change({ memory, put }: CaseCrm, to: Step['crm']): void {
  for (const contact of to?.put ?? []) put(contact);
  for (const id of to?.remove ?? []) memory.contacts.delete(id);
  for (const [gone, into] of Object.entries(to?.merge ?? {})) {
    memory.contacts.delete(gone);
    memory.merged.set(gone, into);
  }
}

/** What an agent does is not waited for: what comes of it is seen in the view. */
function command(desk: CaseDesk, asked: Step['agent']): void {
  const { of, contactId, ...rest } = asked ?? {};
  const key = of === undefined ? null : desk.last(of)?.key;
  if (key === undefined) throw new BadCase(`there is no interaction ${of}`);
  const command = readCommand({
    ...{ key, writeId: randomUUID(), crm: connection },
    ...(contactId !== undefined && { contactId: contactRef(connection, contactId) }),
    ...rest,
  });
  if (!command) throw new BadCase(`no view asks for ${JSON.stringify(asked)}`);
  void desk.engine.send(command);
}
