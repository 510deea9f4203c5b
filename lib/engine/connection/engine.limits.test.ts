import { describe, expect, it } from 'vitest';
import type { Contact } from '../../domain/contact/contact.ts';
import { engineForTests, ref } from '../engine-for-tests.ts';

const number = (n: number) => `+3319900${String(1_000 + n)}`;
const sizeOf = (value: unknown) => JSON.stringify(value).length;

/** As JSON some 800 kB. */
function large(contact: Contact): Contact {
  contact.fields = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [`note${n}`, `${n} `.repeat(5_000)]),
  );
  return contact;
}

describe('the state of an engine whose CRM answers with contacts of 800 kB', () => {
  it('stays below 1 MB with 30 live calls, read again and changed, and so does the copy for a killed worker', async () => {
    const desk = engineForTests();
    await desk.connect();
    for (let n = 0; n < 30; n += 1) {
      large(desk.crm.add(`c${n}`, `Contact ${n}`, { kind: 'phone', value: number(n) }));
      // Every other is named by the host.
      const named = n % 2 === 0 && { contactId: `c${n}` };
      await desk.ring(`call-${n}`, number(n), { state: 'active', ...named });
      await desk.resolved(`call-${n}`, 'matched');
    }
    for (const contact of desk.crm.contacts.values())
      for (const key of Object.keys(contact.fields))
        contact.fields[key] = `was ${String(contact.fields[key])}`;
    for (const { key } of desk.engine.state.interactions) {
      await desk.engine.send({ type: 'resolve.again', key });
    }
    await desk.until(({ interactions }) =>
      interactions.every(
        ({ resolution }) => resolution.status === 'matched' && Object.keys(resolution.changed).length > 0,
      ),
    );
    expect(sizeOf(desk.engine.state.recent)).toBeLessThan(12 * 2_500);
    for (const { resolution } of desk.engine.state.interactions) {
      if (resolution.status !== 'matched') throw new Error(resolution.status);
      expect(sizeOf(resolution.contact)).toBeLessThan(16_500);
      for (const former of Object.values(resolution.changed)) expect(sizeOf(former)).toBeLessThan(150);
    }
    expect(sizeOf([...desk.crm.contacts.values()])).toBeGreaterThan(20_000_000 / 2);
    expect(sizeOf(desk.engine.state)).toBeLessThan(1_000_000);
    expect(sizeOf(await desk.stores.recovery.load())).toBeLessThan(1_000_000);
    desk.end();
  });

  it('stays below that too where each call has twenty to choose from', async () => {
    const desk = engineForTests();
    await desk.connect();
    for (let n = 0; n < 40; n += 1)
      large(desk.crm.add(`c${n}`, `Contact ${n}`, { kind: 'phone', value: number(0) }));
    for (let call = 0; call < 25; call += 1) await desk.ring(`call-${call}`, number(0));
    await desk.until(({ interactions }) =>
      interactions.every(({ resolution }) => resolution.status === 'ambiguous'),
    );
    expect(sizeOf(desk.engine.state)).toBeLessThan(1_000_000);
    desk.end();
  });

  it('finds somebody by the last of five hundred numbers, and does not ask to assign what they may have', async () => {
    const desk = engineForTests();
    await desk.connect();
    const numbers = Array.from({ length: 500 }, (_, n) => ({ kind: 'phone' as const, value: number(n) }));
    desk.crm.add('c1', 'Switchboard', ...numbers);
    await desk.ring('1', number(499));
    expect((await desk.resolved('1', 'matched')).contact.name).toBe('Switchboard');
    await desk.ring('2', number(480), { contactId: 'c1' });
    await desk.until(() => {
      const { resolution } = desk.live('2');
      return resolution.status === 'matched' && !resolution.revalidating;
    });
    expect(desk.live('2').resolution).not.toHaveProperty('assignment');
    desk.end();
  });

  it('shows a candidate whole once it is chosen', async () => {
    const desk = engineForTests();
    await desk.connect();
    const fields = { note: 'n'.repeat(7_000) };
    for (let n = 0; n < 20; n += 1)
      Object.assign(desk.crm.add(`c${n}`, `Contact ${n}`, { kind: 'phone', value: number(0) }), { fields });
    await desk.ring('1', number(0));
    const { candidates } = await desk.resolved('1', 'ambiguous');
    expect(candidates[3]?.cut).toBeDefined();
    await desk.engine.send({ type: 'contact.choose', key: desk.live('1').key, contactId: ref('c3') });
    expect((await desk.resolved('1', 'matched')).contact.fields).toEqual(fields);
    desk.end();
  });

  it.each([
    [20, undefined],
    [21, true],
  ])('says of %i who share a number whether there are more than are shown', async (count, more) => {
    const desk = engineForTests();
    await desk.connect();
    for (let n = 0; n < count; n += 1)
      desk.crm.add(`c${n}`, `Contact ${n}`, { kind: 'phone', value: number(0) });
    await desk.ring('1', number(0));
    const shown = await desk.resolved('1', 'ambiguous');
    expect([shown.candidates.length, shown.more]).toEqual([20, more]);
    desk.end();
  });

  it('writes no cut text back, nor over a field that is not here', async () => {
    const desk = engineForTests();
    await desk.connect();
    large(desk.crm.add('c1', 'n'.repeat(500), { kind: 'phone', value: number(0) }));
    const whole = structuredClone(desk.crm.contacts.get('c1'));
    await desk.ring('1', number(0));
    await desk.resolved('1', 'matched');
    const { key } = desk.live('1');
    const changes = [{ fields: { note0: 'mine' } }, { name: 'Mine' }, { fields: { note49: 'mine' } }];
    for (const [n, change] of changes.entries()) {
      const update = {
        type: 'contact.update',
        writeId: `w${n}`,
        key,
        contactId: ref('c1'),
        change,
        version: '1',
      } as const;
      expect(await desk.engine.send(update)).toMatchObject({
        ok: false,
        error: { code: 'not-supported', reason: 'read-only' },
      });
      // Nor where there is no saved copy to tell.
      await desk.stores.cache.clear();
    }
    expect(desk.crm.contacts.get('c1')).toEqual(whole);
    expect(desk.crm.effects).toEqual([]);
    desk.end();
  });

  it('has no name for a caller whom the host calls by nothing that can be seen', async () => {
    const desk = engineForTests();
    await desk.ring('1', number(0), { displayName: '\u3164\u200b\u2800' });
    await desk.ring('2', number(1), { displayName: 'Ana' });
    expect(desk.live('1').facts.displayName).toBeUndefined();
    expect(desk.live('2').facts.displayName).toBe('Ana');
    desk.end();
  });
});
