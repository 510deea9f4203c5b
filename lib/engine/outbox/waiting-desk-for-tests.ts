import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';
import type { WriteCommand } from '../commands/commands.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

export const elodie = '+33199004217';
export const samuel = '+33199004201';
type Update = Extract<WriteCommand, { type: 'contact.update' }>;
/** The desk of the test that runs. */
export let desk: ReturnType<typeof engineForTests>;

export function renewDesk(options?: Parameters<typeof engineForTests>[0]): void {
  desk = engineForTests(options);
}

/** What the tests of writes that wait begin with: one agent at a CRM in memory, and two callers whom it knows: `1` is Élodie (c1), `2` is Samuel (c2). */
export async function startDesk(): Promise<void> {
  renewDesk();
  desk.crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: elodie });
  desk.crm.add('c2', 'Samuel Okafor', { kind: 'phone', value: samuel });
  await desk.connect();
  await desk.ring('1', elodie);
  await desk.resolved('1', 'matched');
  await desk.ring('2', samuel);
  await desk.resolved('2', 'matched');
}

let number = 0;
/** A click on *Save* at what is on screen. */
export const update = (contactId: 'c1' | 'c2', fields: Record<string, string>): Update => {
  number += 1;
  const { key, resolution } = desk.live(contactId === 'c1' ? '1' : '2');
  const version = resolution.status === 'matched' ? resolution.contact.version : '';
  const writeId = `a3bb189e-8bf9-4c7e-9d2c-${String(number).padStart(12, '0')}`;
  return { type: 'contact.update', key, writeId, contactId: ref(contactId), version, change: { fields } };
};
export const create = (key: string | null, identifiers: { kind: 'phone'; value: string }[] = []) =>
  ({
    type: 'contact.create',
    crm: testCrm,
    key,
    writeId: 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77',
    contact: { name: 'Marta', kind: 'person', identifiers, fields: {} },
  }) as const;
export const isWrite = (call: string) => ['create', 'update', 'assign', 'undo'].includes(call);
/** Writes end so until `back`; reads are answered as ever. */
export const failing = (code: CrmErrorCode, side: 'before' | 'after' = 'before') => {
  desk.crm[side] = (call) => {
    if (isWrite(call)) throw new CrmError({ code });
  };
};
/** Nothing is answered. */
export const away = () => {
  desk.crm.before = () => {
    throw new CrmError({ code: 'unreachable' });
  };
};
export const back = () => {
  desk.crm.before = () => undefined;
  desk.crm.after = () => undefined;
};
export const statuses = () =>
  [...desk.engine.state.interactions.flatMap(({ writes }) => writes), ...desk.engine.state.writes].map(
    ({ status }) => status,
  );
export const asked = () => desk.crm.calls.filter(isWrite).length;
export const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
export const allSaved = () => desk.until(() => statuses().every((status) => status === 'saved'));
export const waits = { ok: true, waiting: true };
