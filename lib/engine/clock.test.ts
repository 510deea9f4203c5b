import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineForTests, testCrm } from './engine-for-tests.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const elodie = '+33199004217';
const unknown = '+12125550142';
const day = 24 * 60 * 60_000;

describe('where the clock is a day off', () => {
  let desk: ReturnType<typeof engineForTests>;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Élodie Marchand', phone(elodie));
    await desk.connect();
  });
  afterEach(() => desk.end());

  const asked = (number: string) => desk.crm.calls.filter((call) => call.includes(number)).length;
  const lookedUp = async (id: string, number: string, status: 'matched' | 'unmatched') => {
    await desk.ring(id, number);
    return desk.resolved(id, status);
  };

  it.each([
    ['ahead', day],
    ['behind', -day],
  ])(
    'and then %s of what is kept, the CRM is asked anew, for who was found and for who was not',
    async (_, by) => {
      await lookedUp('1', elodie, 'matched');
      await lookedUp('2', unknown, 'unmatched');
      await desk.ring('1', elodie, { state: 'finished', endReason: 'completed' });
      await desk.ring('2', unknown, { state: 'finished', endReason: 'missed' });
      const before = [asked(elodie), asked(unknown)];
      expect(before).toEqual([1, 1]);
      desk.clock.now += by;
      desk.crm.add('c2', 'Grace Okafor', phone(unknown));
      desk.crm.add('c1', 'Élodie Laurent', phone(elodie));
      await desk.ring('3', elodie);
      await desk.until(({ interactions }) =>
        interactions.some(
          ({ resolution }) => resolution.status === 'matched' && resolution.contact.name === 'Élodie Laurent',
        ),
      );
      expect((await lookedUp('4', unknown, 'matched')).status).toBe('matched');
    },
  );

  it('and is set back, nobody is held to be typing for that long: the next call comes to the front', async () => {
    await desk.ring('1', unknown, { state: 'active' });
    await desk.resolved('1', 'unmatched');
    const { key } = desk.live('1');
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Wanda' },
    });
    await desk.engine.hostGone({ tabId: 1 });
    desk.clock.now -= day;
    await desk.ring('2', elodie, {}, { tabId: 2, origin: 'https://other.example.com' });
    expect(desk.engine.state.front).toBe(desk.live('2').key);
  });
});
