import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { engineForTests, ref } from '../engine-for-tests.ts';

const value = '+33199004217';
const number: Identifier = { kind: 'phone', value };
const via = { id: 'organisation:1', name: 'Vauban' };

/** A CRM whose organisation has the number, and whose people have not. */
class FirmCrm extends MemoryCrm {
  people: string[] = [];
  alone = false;
  organisation(): Contact {
    return { ...this.add(via.id, via.name, number), kind: 'company', readOnly: true };
  }
  override async findByIdentifier(identifier: Identifier): Promise<Contact[]> {
    await this.before('find');
    if (identifier.value !== value) return [];
    const own = (await super.findByIdentifier(identifier)).filter(({ id }) => id !== via.id);
    if (own.length > 0) return own;
    const people = this.people.map((name) => ({ ...this.add(name, name), via }));
    return this.alone ? people : [...people, this.organisation()];
  }
}

async function called(people: string[], more: Partial<FirmCrm> = {}) {
  const crm = Object.assign(new FirmCrm(), { people, ...more });
  const desk = engineForTests({ crm });
  await desk.connect();
  await desk.ring('a', value);
  const shown = () => desk.engine.state.interactions[0]?.resolution;
  await desk.until(() => !['idle', 'resolving'].includes(shown()?.status ?? 'idle'));
  return { crm, desk, shown };
}

const names = (shown: ReturnType<Awaited<ReturnType<typeof called>>['shown']>) =>
  shown?.status === 'ambiguous' && shown.candidates.map((one) => [one.name, one.via?.name]);

describe('a call from the number of an organisation', () => {
  it.each([
    ['its people and itself', ['Ana', 'Bea'], false],
    ['the only one who is there, and itself', ['Ana'], false],
    ['the only one who is there, though the organisation is not told', ['Ana'], true],
  ])('offers %s, and shows nobody by itself', async (_, people, alone) => {
    const { desk, shown } = await called(people, { alone });
    const offered = people.map((name) => [name, 'Vauban']);
    expect(names(shown())).toEqual(alone ? offered : [...offered, ['Vauban', undefined]]);
    desk.end();
  });

  it('shows the organisation where there is nobody', async () => {
    const { desk, shown } = await called([]);
    expect(shown()).toMatchObject({
      status: 'matched',
      contact: { id: ref(via.id), kind: 'company', readOnly: true },
      reason: { by: 'client-id', exact: true },
    });
    desk.end();
  });

  it('offers them from the saved copies too, also after one was read by itself', async () => {
    const { crm, desk } = await called(['Ana']);
    await desk.engine.send({ type: 'contact.get', contactId: ref('Ana') });
    crm.before = () => {
      throw new CrmError({ code: 'unreachable' });
    };
    await desk.ring('b', value);
    await desk.resolved('b', 'ambiguous');
    const last = desk.engine.state.interactions.findLast(({ facts }) => facts.id === 'b');
    expect(names(last?.resolution)).toEqual([
      ['Ana', 'Vauban'],
      ['Vauban', undefined],
    ]);
    desk.end();
  });

  it('asks nobody whether the one who is chosen should have the number, and writes nothing', async () => {
    const { crm, desk, shown } = await called(['Ana', 'Bea']);
    const { key } = desk.engine.state.interactions[0]!;
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('Bea') });
    await desk.until(() => {
      const now = shown();
      return now?.status === 'matched' && !now.revalidating && now.assignment === undefined;
    });
    expect(shown()).toMatchObject({ contact: { name: 'Bea' }, reason: { by: 'chosen' } });
    expect(shown()).not.toHaveProperty('contact.via');
    expect(crm.effects).toEqual([]);
    desk.end();
  });

  it('names no organisation as the owner of a number that somebody else is to have', async () => {
    const { crm, desk, shown } = await called(['Ana']);
    crm.add('other', 'Other');
    const { key } = desk.engine.state.interactions[0]!;
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('other') });
    await desk.until(() => {
      const now = shown();
      return now?.status === 'matched' && now.assignment?.status === 'offered';
    });
    expect(shown()).toMatchObject({ assignment: { status: 'offered', owners: [] } });
    desk.end();
  });
});
