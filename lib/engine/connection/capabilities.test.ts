import { describe, expect, it } from 'vitest';
import type { ViewCommand } from '../commands/commands.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';

const phone = { kind: 'phone', value: '+33199004217' } as const;
const telegram = { clientId: { kind: 'telegram', value: 'marta' } } as const;
const writeId = () => crypto.randomUUID();
const beyond = { ok: false, error: { code: 'not-supported' } };
const cannotHold = { ok: false, error: { code: 'not-supported', reason: 'cannot-hold' } };

/** An agent who chose Ada for a call from `+33199004217`. */
async function chosen(can: Parameters<typeof engineForTests>[0] = {}, owned = false) {
  const crm = new MemoryCrm();
  crm.add('c-1', 'Ada Okoro', { kind: 'email', value: 'ada@example.com' });
  if (owned) crm.add('c-2', 'Ben Sow', phone);
  const desk = engineForTests({ crm, ...can });
  await desk.connect();
  await desk.ring('1', phone.value);
  const { key } = desk.live('1');
  await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c-1') });
  const settled = await desk.until(({ interactions }) => {
    const resolution = interactions[0]?.resolution;
    return (
      resolution?.status === 'matched' && !['checking', undefined].includes(resolution.assignment?.status)
    );
  });
  const resolution = settled.interactions[0]?.resolution;
  const assignment = resolution?.status === 'matched' ? resolution.assignment : undefined;
  return { desk, crm, key, assignment };
}

describe('what the CRM cannot do is not sent, whatever a view asks', () => {
  it.each<[string, Parameters<typeof engineForTests>[0], (key: string) => ViewCommand, object]>([
    [
      'a create',
      { can: { create: false } },
      (key) => ({
        type: 'contact.create',
        crm: testCrm,
        key,
        writeId: writeId(),
        contact: { name: 'New', kind: 'person', identifiers: [], fields: {} },
      }),
      beyond,
    ],
    [
      'a create with an identifier of a kind it does not hold',
      { can: { identifiers: ['email'] } },
      (key) => ({
        type: 'contact.create',
        crm: testCrm,
        key,
        writeId: writeId(),
        contact: { name: 'New', kind: 'person', identifiers: [phone], fields: {} },
      }),
      cannotHold,
    ],
    [
      'a change',
      { can: { update: false } },
      (key) => ({
        type: 'contact.update',
        key,
        writeId: writeId(),
        contactId: ref('c-1'),
        version: '1',
        change: { name: 'Ada Eze' },
      }),
      beyond,
    ],
    [
      'a change that takes an identifier away',
      { can: { unlink: false } },
      (key) => ({
        type: 'contact.update',
        key,
        writeId: writeId(),
        contactId: ref('c-1'),
        version: '1',
        change: { identifiers: [] },
      }),
      beyond,
    ],
    [
      'a change that adds one it cannot hold',
      { can: { identifiers: ['phone'] } },
      (key) => ({
        type: 'contact.update',
        key,
        writeId: writeId(),
        contactId: ref('c-1'),
        version: '1',
        change: {
          identifiers: [
            { kind: 'email', value: 'ada@example.com' },
            { kind: 'telegram', value: 'ada' },
          ],
        },
      }),
      cannotHold,
    ],
    [
      'a move',
      { can: { move: false } },
      (key) => ({ type: 'identifier.assign', key, writeId: writeId(), contactId: ref('c-1'), mode: 'move' }),
      beyond,
    ],
    [
      'an add',
      { can: { link: false } },
      (key) => ({ type: 'identifier.assign', key, writeId: writeId(), contactId: ref('c-1'), mode: 'add' }),
      beyond,
    ],
    [
      'an undo',
      { can: { unlink: false } },
      (key) => ({ type: 'assignment.undo', key, writeId: writeId(), assignmentId: ref('any') }),
      beyond,
    ],
  ])('%s', async (_, parts, command, refusal) => {
    const { desk, crm, key } = await chosen(parts);
    expect(await desk.engine.send(command(key))).toEqual(refusal);
    expect(crm.effects).toEqual([]);
    expect(desk.live('1').writes).toMatchObject([{ status: 'not-saved', error: { code: 'not-supported' } }]);
    desk.end();
  });

  it('but what it can do is', async () => {
    const { desk, crm, key } = await chosen({ can: { unlink: false } });
    const add = {
      type: 'identifier.assign',
      key,
      writeId: writeId(),
      contactId: ref('c-1'),
      mode: 'add',
    } as const;
    expect(await desk.engine.send(add)).toMatchObject({ ok: true });
    expect(crm.effects).toEqual(['assign']);
    desk.end();
  });
});

describe('an assignment', () => {
  it('is offered where the CRM can link', async () => {
    const { desk, assignment } = await chosen();
    expect(assignment).toMatchObject({ status: 'offered', owners: [] });
    desk.end();
  });

  it.each([
    ['it holds no such kind', { identifiers: ['email' as const] }, false, 'impossible'],
    ['it neither links nor moves', { link: false, move: false }, true, 'impossible'],
    ['it only moves and nobody has it', { link: false }, false, 'impossible'],
    ['it only moves and somebody has it', { link: false }, true, 'offered'],
    ['it only links and somebody has it', { move: false }, true, 'offered'],
  ])('where %s', async (_, can, owned, status) => {
    const { desk, crm, assignment } = await chosen({ can }, owned);
    expect(assignment).toMatchObject({ status, identifier: phone });
    expect(crm.effects).toEqual([]);
    desk.end();
  });

  it('that is impossible is not asked about, not even in the CRM', async () => {
    const crm = new MemoryCrm();
    crm.add('c-1', 'Ada Okoro');
    const desk = engineForTests({ crm, can: { identifiers: ['phone', 'email'] } });
    await desk.connect();
    await desk.ring('1', undefined, { channel: 'telegram', contactId: 'c-1', ...telegram });
    await desk.until(({ interactions }) => {
      const resolution = interactions[0]?.resolution;
      return resolution?.status === 'matched' && resolution.assignment?.status === 'impossible';
    });
    expect(crm.calls.filter((call) => call.startsWith('find'))).toEqual([]);
    desk.end();
  });
});

describe('a search', () => {
  it('goes through the saved copies of a CRM that cannot be searched', async () => {
    const { desk, crm } = await chosen({ can: { search: false } });
    expect(await desk.engine.send({ type: 'contact.search', crm: testCrm, query: 'ada' })).toMatchObject({
      ok: true,
      cached: true,
      contacts: [{ id: ref('c-1') }],
    });
    expect(crm.calls.filter((call) => call.startsWith('search'))).toEqual([]);
    desk.end();
  });
});
