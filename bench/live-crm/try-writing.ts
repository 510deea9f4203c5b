import type { Crm } from '../../lib/crms/crm.ts';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../lib/domain/contact/identifier.ts';
import { CrmError } from '../../lib/domain/crm/crm-error.ts';
import type { createMeter } from './meter.ts';
import type { Report } from './report.ts';

export interface WritingParts {
  /** A new connection, with nothing remembered: what it reads is what the CRM holds. */
  connect(): Crm;
  meter: ReturnType<typeof createMeter>;
  report: Report;
  name: string;
  /** Three numbers that nobody has. */
  numbers: [Identifier, Identifier, Identifier];
  /** An address that nobody has, where this connection can hold one. */
  email: Identifier | undefined;
  /** Told of every contact that is made, so that it can be removed. */
  made(contactId: string): void;
}

/** Create, link a second number, move it, undo, keep on both, unlink, and refuse what is stale; each read back afresh. */
export async function tryWriting(parts: WritingParts) {
  const { connect, meter, report, name, numbers, email } = parts;
  const [first, second, others] = numbers;
  const given = email ? [first, email] : [first];
  const crm = connect();
  const readBack = async (id: string) => (await connect().getContact(id)) ?? undefined;

  async function step<Value>(
    label: string,
    work: () => Promise<Value>,
    holds: (value: Value) => Promise<boolean>,
  ): Promise<Value> {
    const { value, reading } = await meter.measure(work);
    report.check(label, await holds(value), 'read back', [reading]);
    return value;
  }
  const create = (last: string, identifiers: Identifier[]) =>
    crm.createContact(
      { name: `${name} ${last}`, kind: 'person', identifiers, fields: {} },
      { key: crypto.randomUUID() },
    );
  const assign = (contact: Contact, identifier: Identifier, mode: 'add' | 'move' | 'keep') =>
    crm.assignIdentifier({ contactId: contact.id, identifier, mode }, { key: crypto.randomUUID() });
  const found = async (identifier: Identifier) =>
    (await connect().findByIdentifier(identifier)).map(({ id }) => id).sort();

  const one = await step(
    'create',
    async () => {
      const contact = await create('One', given);
      parts.made(contact.id);
      return contact;
    },
    async ({ id }) => has(await readBack(id), given) && (await found(first)).join() === id,
  );
  const other = await create('Other', [others]);
  parts.made(other.id);

  await step(
    'second number',
    () => assign(one, second, 'add'),
    async () => has(await readBack(one.id), [first, second]) && (await found(second)).join() === one.id,
  );
  const moved = await step(
    'move',
    () => assign(other, second, 'move'),
    async () =>
      has(await readBack(other.id), [others, second]) &&
      !has(await readBack(one.id), [second]) &&
      (await found(second)).join() === other.id,
  );
  await step(
    'undo',
    () => crm.undoAssignment(moved.assignmentId, { key: crypto.randomUUID() }),
    async () => has(await readBack(one.id), [first, second]) && !has(await readBack(other.id), [second]),
  );
  await step(
    'keep on both',
    () => assign(other, second, 'keep'),
    async () => (await found(second)).join() === [one.id, other.id].sort().join(),
  );
  const before = await readBack(one.id);
  if (!before) throw new Error('The contact that was made is gone');
  const left = before.identifiers.filter((own) => !sameIdentifier(own, second));
  await step(
    'unlink',
    () => crm.updateContact(one.id, { identifiers: left }, before.version, { key: crypto.randomUUID() }),
    async () => {
      const after = await readBack(one.id);
      return has(after, [first]) && !has(after, [second]) && (await found(second)).join() === other.id;
    },
  );
  await step(
    'rename',
    async () => {
      const { version = '' } = (await readBack(one.id)) ?? {};
      const change = { name: `${name} Renamed` };
      return crm.updateContact(one.id, change, version, { key: crypto.randomUUID() });
    },
    async () => (await readBack(one.id))?.name === `${name} Renamed`,
  );
  await step(
    'stale change refused',
    () => codeOf(crm.updateContact(one.id, { name: `${name} Stale` }, '-', { key: crypto.randomUUID() })),
    async (code) => code === 'conflict' && (await readBack(one.id))?.name === `${name} Renamed`,
  );
  await step(
    'number of another refused',
    () => codeOf(create('Third', [others])),
    async (code) => code === 'conflict' && (await found(others)).join() === other.id,
  );
}

function has(contact: Contact | undefined, identifiers: Identifier[]): boolean {
  return (
    contact !== undefined &&
    identifiers.every((one) => contact.identifiers.some((own) => sameIdentifier(own, one)))
  );
}

async function codeOf(refused: Promise<Contact>): Promise<string> {
  try {
    await refused;
    return 'accepted';
  } catch (error) {
    if (error instanceof CrmError) return error.safe.code;
    throw error;
  }
}
