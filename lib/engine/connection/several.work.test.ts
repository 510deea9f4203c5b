import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Owners, ViewCommand } from '../commands/commands.ts';
import { type CrmName, crmNames, severalForTests } from './several-for-tests.ts';

const elodie = { kind: 'phone', value: '+33199004217' } as const;
const samuel = { kind: 'phone', value: '+33199004201' } as const;
const unknown = '+33199004299';
const other = (name: CrmName): CrmName => (name === 'one' ? 'two' : 'one');
const writes = ['create', 'update', 'assign', 'undo'];
let number = 0;
const newId = () => {
  number += 1;
  return `a3bb189e-8bf9-4c7e-9d2c-${String(number).padStart(12, '0')}`;
};
let desk: ReturnType<typeof severalForTests>;
const key = () => desk.live('1').key;
const create = (crm: CrmName, name = `New of ${crm}`): ViewCommand & { writeId: string } => ({
  type: 'contact.create',
  crm,
  key: key(),
  writeId: newId(),
  contact: { name, kind: 'person', identifiers: [], fields: {} },
});
const written = (crm: CrmName) => desk.crms[crm].calls.filter((call) => writes.includes(call));
const words = () => JSON.stringify(desk.engine.state);

beforeEach(async () => {
  desk = severalForTests();
  for (const crm of crmNames) desk.crms[crm].add('x', `X of ${crm}`);
  await desk.both();
  await desk.ring('1', unknown, { state: 'active' });
  await desk.resolved('1', 'unmatched');
});
afterEach(() => desk.end());

describe.each(crmNames)('what is written of a contact of %s goes there alone', (crm) => {
  const id = `${crm}:x`;
  const choose = async () => {
    await desk.engine.send({ type: 'contact.choose', key: key(), contactId: id });
    await desk.until(({ interactions }) =>
      interactions.some(
        ({ resolution }) => resolution.status === 'matched' && resolution.assignment?.status === 'offered',
      ),
    );
  };

  it('a new one', async () => {
    expect(await desk.engine.send(create(crm))).toMatchObject({ ok: true, contact: { id: `${crm}:new-1` } });
    expect(desk.shownId('1')).toBe(`${crm}:new-1`);
    expect(written(crm)).toEqual(['create']);
  });

  it('a change', async () => {
    await choose();
    const change = { fields: { city: 'Lyon' } };
    const update = {
      type: 'contact.update',
      key: key(),
      writeId: newId(),
      contactId: id,
      version: '1',
      change,
    } as const;
    expect(await desk.engine.send(update)).toMatchObject({ ok: true, contact: { id } });
    expect(desk.crms[crm].contacts.get('x')?.fields).toEqual({ city: 'Lyon' });
  });

  it('an assignment, and its undo', async () => {
    await choose();
    const assign = {
      type: 'identifier.assign',
      key: key(),
      writeId: newId(),
      contactId: id,
      mode: 'add',
    } as const;
    await desk.engine.send(assign);
    const done = desk.live('1').resolution;
    const assignmentId =
      done.status === 'matched' && done.assignment?.status === 'done' ? done.assignment.assignmentId : '';
    expect(assignmentId).toBe(`${crm}:${assign.writeId}`);
    await desk.engine.send({ type: 'assignment.undo', key: key(), writeId: newId(), assignmentId });
    expect(desk.live('1').resolution).toMatchObject({ assignment: { status: 'undone' } });
    expect(desk.crms[crm].effects).toEqual(['assign', 'undo']);
    expect(desk.crms[crm].contacts.get('x')?.identifiers).toEqual([]);
  });

  it('a search and a look', async () => {
    const found = await desk.engine.send({ type: 'contact.search', crm, query: 'X of' });
    expect(found).toMatchObject({ contacts: [{ id }] });
    expect(await desk.engine.send({ type: 'contact.get', contactId: id })).toMatchObject({ contact: { id } });
    const asked = [`search X of`, 'get x'];
    expect(desk.crms[other(crm)].calls.filter((call) => asked.includes(call))).toEqual([]);
  });

  it('a new contact that also carries the number is one entry with whom the other finds later', async () => {
    await desk.engine.send({
      ...create(crm, 'Elodie'),
      contact: {
        name: 'Elodie',
        kind: 'person',
        identifiers: [{ kind: 'phone', value: unknown }],
        fields: {},
      },
    } as ViewCommand);
    desk.crms[other(crm)].add('7', 'ELODIE', { kind: 'phone', value: unknown });
    await desk.engine.send({ type: 'resolve.again', key: key() });
    await desk.until(() => 'alsoIn' in desk.live('1').resolution);
    expect(desk.live('1').resolution).toMatchObject({
      contact: { id: `${crm}:new-1` },
      alsoIn: [`${other(crm)}:7`],
    });
  });

  afterEach(() => expect(written(other(crm))).toEqual([]));
});

describe.each(crmNames)('when the agent of %s is signed out', (gone) => {
  const stays = other(gone);
  const begin = async () => {
    for (const crm of crmNames) {
      const draft = { type: 'draft.save', crm, key: key(), form: 'new-contact' } as const;
      await desk.engine.send({ ...draft, values: { name: `draft of ${crm}` } });
      desk.crms[crm].before = (call) => {
        if (call === 'create') throw new CrmError({ code: 'not-allowed' });
      };
      await desk.engine.send(create(crm));
      desk.crms[crm].add('y', `Y of ${crm}`, elodie);
      desk.crms[crm].add('w', `W of ${crm}`, samuel);
    }
    await desk.ring('3', samuel.value);
    await desk.resolved('3', 'ambiguous');
    await desk.ring('2', elodie.value);
    await desk.resolved('2', 'ambiguous');
    for (const crm of crmNames)
      await desk.engine.send({ type: 'contact.reject', key: key(), contactId: `${crm}:x` });
    for (const crm of [gone, stays])
      await desk.engine.send({ type: 'contact.choose', key: desk.live('2').key, contactId: `${crm}:y` });
    await desk.until(() => desk.shownId('2') === `${stays}:y`);
    await desk.settle();
  };
  beforeEach(begin);

  it('all of it leaves, and all of the other stays', async () => {
    expect(desk.live('1').rejected.toSorted()).toEqual(['one:x', 'two:x']);
    await desk.signOut(gone);
    const left = desk.live('1');
    expect(Object.keys(left.drafts)).toEqual([`${stays}:new-contact`]);
    expect(left.rejected).toEqual([`${stays}:x`]);
    expect(left.writes.map(({ about }) => about)).toEqual([`New of ${stays}`]);
    expect([desk.shownId('2'), desk.shownId('3')]).toEqual([`${stays}:y`, `${stays}:w`]);
    const recent = desk.engine.state.recent.map(({ contact }) => contact.id);
    expect(recent).toContain(`${stays}:y`);
    expect(recent.filter((id) => !id.startsWith(stays))).toEqual([]);
    expect(words()).not.toContain(`of ${gone}`);
    expect(await desk.storesOf(gone).cache.getContact(`${gone}:y`)).toBeUndefined();
    expect(await desk.storesOf(stays).cache.getContact(`${stays}:y`)).toBeDefined();
    expect(desk.connection(stays)).toMatchObject({ status: 'ready', workspace: { name: 'Test' } });
    expect(desk.connection(gone)).toMatchObject({ status: 'signed-out', workspace: null });
  });

  it('no state has anything of it from that moment on', async () => {
    const before = desk.seen.length;
    await desk.signOut(gone);
    await desk.settle();
    const isOut = ({ connections }: (typeof desk.seen)[number]) =>
      connections.some(({ id, status }) => id === gone && status === 'signed-out');
    const at = desk.seen.findIndex((state, index) => index >= before && isOut(state));
    expect(at).toBeGreaterThanOrEqual(before);
    for (const state of desk.seen.slice(at)) expect(JSON.stringify(state)).not.toContain(`of ${gone}`);
  });

  it('its own agent finds it when they are back, under another sign-in, and nobody else does', async () => {
    await desk.signOut(gone);
    await desk.signIn(gone, `ben at ${gone}`);
    await desk.settle();
    expect(words()).not.toContain(`draft of ${gone}`);
    expect(words()).not.toContain(`New of ${gone}`);
    expect(desk.live('1').rejected).toEqual([`${stays}:x`]);
    await desk.signIn(gone, `ana at ${gone}`, 'another sign-in');
    await desk.settle();
    const back = desk.live('1');
    expect(back.drafts).toEqual({
      'one:new-contact': { name: 'draft of one' },
      'two:new-contact': { name: 'draft of two' },
    });
    expect(back.rejected.toSorted()).toEqual(['one:x', 'two:x']);
    expect(back.writes.map(({ about }) => about).toSorted()).toEqual(['New of one', 'New of two']);
  });

  it('what was meant on their screen is refused, what was meant for the other goes on', async () => {
    const owners: Owners = { one: 'ana at one', two: 'ana at two' };
    await desk.signIn(gone, `ben at ${gone}`);
    desk.crms.one.before = () => undefined;
    desk.crms.two.before = () => undefined;
    const search = { type: 'contact.search', query: 'X of' } as const;
    expect(await desk.engine.send({ ...search, crm: gone }, owners)).toEqual({
      ok: false,
      error: { code: 'signed-out' },
    });
    expect(await desk.engine.send({ ...search, crm: stays }, owners)).toMatchObject({ ok: true });
    const click = create(gone, 'Meant by Ana');
    expect(await desk.engine.send(click, owners)).toMatchObject({ error: { code: 'signed-out' } });
    expect(await desk.engine.send(create(stays), owners)).toMatchObject({ ok: true });
    expect(words()).not.toContain('Meant by Ana');
    expect(desk.crms[gone].effects).toEqual([]);
    expect(desk.crms[stays].effects).toEqual(['create']);
    const draft = {
      type: 'draft.save',
      crm: gone,
      key: key(),
      form: 'edit',
      values: { name: 'typed' },
    } as const;
    expect(await desk.engine.send(draft, owners)).toMatchObject({ error: { code: 'signed-out' } });
    expect(words()).not.toContain('typed');
    await desk.signIn(gone, `ana at ${gone}`, 'another sign-in');
    expect(desk.live('1').drafts[`${gone}:edit`]).toEqual({ name: 'typed' });
    const { writeId } = click;
    expect(desk.live('1').writes).toContainEqual(
      expect.objectContaining({ id: writeId, status: 'not-saved' }),
    );
    await desk.engine.send({ type: 'write.retry', key: key(), writeId });
    expect(desk.crms[gone].effectKeys).toEqual([writeId]);
    expect(desk.crms[stays].effectKeys).not.toContain(writeId);
  });

  it('the other one’s lookups and writes that are under way come to their end', async () => {
    desk.crms[stays].add('z', `Z of ${stays}`, { kind: 'phone', value: '+33199004288' });
    desk.crms[stays].before = () => undefined;
    const answer = Promise.withResolvers<void>();
    desk.crms[stays].before = (call) =>
      call === 'create' || call.startsWith('find') ? answer.promise : undefined;
    await desk.ring('4', '+33199004288');
    const saved = desk.engine.send(create(stays, 'Saved meanwhile'));
    await desk.until(() => written(stays).length === 2);
    await desk.signOut(gone);
    answer.resolve();
    expect(await saved).toMatchObject({ ok: true, contact: { name: 'Saved meanwhile' } });
    await desk.until(() => desk.shownId('4') === `${stays}:z`);
  });

  it('the worker that is killed then takes up the other one’s alone', async () => {
    await desk.signOut(gone);
    await desk.desk.restart(`ana at ${stays} signs in`, {
      crm: stays,
      at: desk.crms[stays],
      owner: `ana at ${stays}`,
    });
    await desk.settle();
    const { engine } = desk.desk;
    expect(JSON.stringify(engine.state)).not.toContain(`of ${gone}`);
    expect(engine.state.connections.map(({ id, status }) => [id, status])).toEqual(
      crmNames.map((crm) => [crm, crm === gone ? 'signed-out' : 'ready']),
    );
    const live = engine.state.interactions.find(({ facts }) => facts.id === '1');
    expect(live?.rejected).toEqual([`${stays}:x`]);
  });
});

describe('a CRM that is away', () => {
  it.each(crmNames)(
    'gets what waits for it once it is back, and the other nothing of it: %s',
    async (crm) => {
      desk.crms[crm].before = (call) => {
        if (call === 'create') throw new CrmError({ code: 'unreachable' });
      };
      const waits = create(crm);
      expect(await desk.engine.send(waits)).toEqual({ ok: true, waiting: true });
      const sent = create(other(crm));
      expect(await desk.engine.send(sent)).toMatchObject({
        ok: true,
        contact: { id: `${other(crm)}:new-1` },
      });
      expect(desk.connection(other(crm))).not.toHaveProperty('away');
      await desk.engine.online();
      desk.clock.now += 60_000;
      await desk.engine.tick();
      await desk.settle();
      expect(desk.crms[crm].effects).toEqual([]);
      desk.crms[crm].before = () => undefined;
      desk.clock.now += 60_000;
      await desk.engine.tick();
      await desk.until(() => desk.crms[crm].effects.length === 1);
      expect(desk.crms[crm].effectKeys).toEqual([waits.writeId]);
      expect(desk.crms[other(crm)].effectKeys).toEqual([sent.writeId]);
    },
  );
});

describe('what waits for one CRM', () => {
  it.each(crmNames)('is given up also from a screen that shows who has left the other: %s', async (crm) => {
    desk.crms[crm].before = (call) => {
      if (call === 'create') throw new CrmError({ code: 'unreachable' });
    };
    const { writeId, ...click } = create(crm);
    await desk.engine.send({ ...click, writeId } as ViewCommand);
    const owners: Owners = { one: 'ana at one', two: 'ana at two' };
    await desk.signOut(other(crm));
    const discard = { type: 'write.discard', key: key(), writeId } as const;
    expect(await desk.engine.send(discard, owners)).toEqual({ ok: true });
    expect(desk.live('1').writes).toEqual([]);
  });
});

describe('a credential that one CRM refuses', () => {
  it.each(crmNames)('signs out of %s alone', async (crm) => {
    desk.crms[crm].before = (call) => {
      if (call.startsWith('search')) throw new CrmError({ code: 'signed-out' });
    };
    await desk.engine.send({ type: 'contact.search', crm, query: 'X' });
    await desk.until(() => desk.connection(crm)?.status === 'signed-out');
    expect(desk.connection(other(crm))?.status).toBe('ready');
  });
});

describe('who signs in', () => {
  it('turns out to be somebody while the fields of their CRM are still read: nobody is signed out by that', async () => {
    const late = severalForTests();
    const answer = late.hold('one', 'workspace');
    late.crms.one.add('1', 'Elodie', elodie);
    const as = { crm: 'one', at: late.crms.one };
    await late.desk.connect('a sign-in', as);
    await late.ring('1', elodie.value);
    await late.settle();
    await late.desk.connect('a sign-in', { ...as, owner: 'ana at one' });
    answer();
    await late.resolved('1', 'matched');
    expect(late.connection('one')?.status).toBe('ready');
    late.end();
  });
});
