import { setTimeout as pause } from 'node:timers/promises';
import { phoneCall } from '../../e2e/harness/pages/host-page.ts';
import type { Bench } from './bench.ts';
import type { SideName } from './servers/desk-server.ts';
import type { Person } from './servers/quick-crm.ts';

export interface Pop {
  side: SideName;
  person: Person;
  /** Where the name is waited for. */
  where: keyof typeof surfaces;
  /** The host names the contact, too. */
  named?: boolean;
  /** Its agent looks at this call from the first moment on: it comes before what is live already. */
  focus?: boolean;
  /** Kills the worker in the moment before. */
  kill?: boolean;
  /** Milliseconds of rest after it; what a pop leaves to be done must not be in the next one's time. */
  restMs?: number;
}

export interface Popped {
  /** When the host's event was; epoch milliseconds. */
  rang: number;
  /** From the host's event to the name painted. */
  ms: number;
  /** Of these the CRM's own. */
  crmMs: number;
  /** Requests of this pop, also those behind what was shown. */
  requests: number;
}

/** What the floor does for each place. */
const surfaces = {
  panel: 'panel',
  list: 'panel',
  rest: 'fields',
  card: 'frame',
  page: 'page',
  widget: 'widget',
};

/** What stands in the last of a person's fields. */
function lastField({ fields = {} }: Person): string {
  return String(Object.values(fields).at(-1) ?? '');
}

/** Rings once, waits for the name, and lets the call end unanswered. */
export async function pop(bench: Bench, asked: Pop): Promise<Popped> {
  const { person, where, named, focus, kill, restMs = 150 } = asked;
  const side = bench.sides[asked.side];
  const before = bench.crm.seen.length;
  const id = `call-${bench.next()}`;
  const call = phoneCall(id, person.number, {
    attributes: { surface: surfaces[where] },
    ...(named && { contactId: person.id }),
  });
  const name = where === 'rest' ? lastField(person) : person.name;
  const painted = bench.desk.hears({ side: asked.side, where, name });
  // Where ringing itself fails, that is what is said.
  painted.catch(() => {});
  if (kill) await side.killWorker();
  const ringing = [...(focus ? [{ focus: id }] : []), { interaction: call }];
  const rang = await side.say(ringing, kill ? 0 : 30);
  const ms = (await painted) - rang;
  if (ms < 0) throw new Error(`${person.name} was painted before it rang: ${ms} ms`);
  const inTime = bench.crm.seen.slice(before).filter(({ at }) => at <= rang + ms);
  await pause(restMs);
  await side.say([{ interaction: { ...call, state: 'finished', endReason: 'missed' } }], 0);
  await pause(restMs);
  return {
    rang,
    ms,
    crmMs: inTime.reduce((sum, { tookMs }) => sum + tookMs, 0),
    requests: bench.crm.seen.length - before,
  };
}
