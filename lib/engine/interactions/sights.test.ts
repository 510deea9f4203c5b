import { beforeEach, describe, expect, it } from 'vitest';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const elodie = '+33199004217';
const shared = '+442079460123';

describe('the engine takes a call that several adapters see for one', () => {
  let desk: ReturnType<typeof engineForTests>;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Élodie Marchand', phone(elodie));
    desk.crm.add('c2', 'Grace Okafor', phone(shared));
    desk.crm.add('c3', 'Denise Okafor', phone(shared));
    desk.crm.add('c4', 'Samuel Okafor', phone('+442079460164'));
    await desk.connect();
  });
  const sip = { adapter: 'sip-websocket' };

  it('and counts the word of the highest-ranked, with all that the agent did', async () => {
    await desk.ring('sip-1', elodie, { campaign: { name: 'Field service' } }, sip);
    await desk.engine.send({ type: 'contact.choose', key: desk.live('sip-1').key, contactId: ref('c4') });
    await desk.ring('1', elodie);
    await desk.ring('sip-1', elodie, { state: 'active' }, sip);
    const [live] = desk.engine.state.interactions;
    expect(desk.engine.state.interactions).toHaveLength(1);
    expect(live).toMatchObject({
      facts: { id: '1', state: 'offered', campaign: { name: 'Field service' } },
      told: { clientId: 'host-protocol', campaign: 'sip-websocket' },
    });
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c4'));
    expect(desk.engine.state.front).toBe(live?.key);
  });

  it('by a name that both know, in two tabs too, but not with another party', async () => {
    const callId = 'a1b2c3d4e5f6@pbx';
    await desk.ring(callId, elodie, {}, sip);
    await desk.ring('7', elodie, { correlation: [callId] }, { tabId: 2 });
    expect(desk.engine.state.interactions).toHaveLength(1);
    await desk.ring('8', shared, { correlation: [callId] }, { origin: 'https://evil.example.com', tabId: 3 });
    expect(desk.engine.state.interactions).toHaveLength(2);
    expect(desk.live('7').identifier?.value).toBe(elodie);
  });

  it('but not two pages of one adapter under one name, once either of them names another party', async () => {
    const other = { origin: 'https://crm.example.com', tabId: 2 };
    const line = (name: string, more = {}) => ({ campaign: { name }, ...more });
    for (const corrected of [{}, other]) {
      const id = `call-of-${'tabId' in corrected ? 'two' : 'one'}`;
      await desk.ring(id, elodie, line('Line 1'));
      await desk.ring(id, elodie, line('Line 1'), other);
      expect(desk.engine.state.interactions.filter(({ facts }) => facts.id === id)).toHaveLength(1);
      await desk.ring(id, '+442079460164', line('Line 2'), corrected);
      const both = desk.engine.state.interactions.filter(({ facts }) => facts.id === id);
      const words = both.map(({ identifier, facts }) => [identifier?.value, facts.campaign?.name]);
      expect(words.toSorted()).toEqual([
        [elodie, 'Line 1'],
        ['+442079460164', 'Line 2'],
      ]);
    }
  });

  it('but never merges two live calls, of one party either', async () => {
    await desk.ring('a', elodie);
    await desk.ring('b', elodie);
    await desk.ring('sip-a', elodie, {}, sip);
    await desk.ring('sip-b', elodie, {}, sip);
    expect(desk.engine.state.interactions.map(({ sightings }) => sightings.length)).toEqual([2, 2]);
    await desk.ring('sip-c', elodie, {}, sip);
    await desk.ring('sip-d', shared, {}, sip);
    expect(desk.engine.state.interactions).toHaveLength(4);
  });

  it('nor by a header that a phone sends with each call: not while one is talked on and one waits', async () => {
    const device = { correlation: ['the-uuid-of-this-phone'] };
    const gateway = { adapter: 'ucontact', frameId: 3 };
    await desk.ring('call-id-1', elodie, device, sip);
    await desk.ring('call-id-1', elodie, { ...device, state: 'active' }, sip);
    desk.clock.now += 60_000;
    await desk.ring('w', undefined, device, gateway);
    await desk.ring('w', elodie, device, gateway);
    expect(desk.engine.state.interactions.map(({ facts }) => facts.state)).toEqual(['active', 'offered']);
    await desk.ring('call-id-2', elodie, device, sip);
    await desk.ring('call-id-1', elodie, { ...device, state: 'held' }, sip);
    await desk.ring('w', elodie, { ...device, state: 'active' }, gateway);
    await desk.ring('call-id-2', elodie, { ...device, state: 'active' }, sip);
    expect(
      desk.engine.state.interactions.map(({ sightings }) => sightings.map(({ facts }) => facts.id)),
    ).toEqual([['call-id-1'], ['w', 'call-id-2']]);
    await desk.ring('w', elodie, { ...device, state: 'finished' }, gateway);
    expect(desk.live('call-id-1').facts.state).toBe('held');
  });

  it('and takes the one that is named before one that only has the same party', async () => {
    await desk.ring('call-id-1', elodie, {}, sip);
    await desk.ring('call-id-2', elodie, {}, sip);
    await desk.ring('row', elodie, { correlation: ['call-id-2'] });
    expect(desk.engine.state.interactions.map(({ sightings }) => sightings.length)).toEqual([1, 2]);
  });

  it('parts them again when the one taken by the moment names another party', async () => {
    await desk.ring('1', elodie);
    await desk.ring('sip-1', undefined, {}, sip);
    expect(desk.engine.state.interactions).toHaveLength(1);
    await desk.ring('sip-1', shared, {}, sip);
    expect(desk.engine.state.interactions.map(({ identifier }) => identifier?.value)).toEqual([
      elodie,
      shared,
    ]);
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
    await desk.resolved('sip-1', 'ambiguous');
  });

  it('joins them when the party becomes known late, and keeps the draft of either', async () => {
    await desk.ring('1', elodie);
    desk.clock.now += 20_000;
    await desk.ring('sip-1', undefined, {}, sip);
    const { key } = desk.live('sip-1');
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Mar' },
    });
    expect(desk.engine.state.interactions).toHaveLength(2);
    await desk.ring('sip-1', elodie, {}, sip);
    expect(desk.engine.state.interactions).toMatchObject([
      { drafts: { [ref('new-contact')]: { name: 'Mar' } } },
    ]);
  });

  it('and ends it when signalling has seen the end that a page has missed', async () => {
    const dom = { adapter: 'dom-rules' };
    await desk.ring('row-1', elodie, { state: 'active' }, dom);
    await desk.ring('sip-1', elodie, { state: 'active' }, sip);
    await desk.ring('sip-1', elodie, { state: 'finished', endReason: 'completed' }, sip);
    expect(desk.engine.state.interactions).toMatchObject([
      { facts: { state: 'finished', endReason: 'completed' } },
    ]);
    await desk.ring('2', elodie, { state: 'active' }, { adapter: 'ucontact' });
    await desk.ring('sip-2', elodie, { state: 'active' }, sip);
    await desk.ring('sip-2', elodie, { state: 'finished', endReason: 'completed' }, sip);
    expect(desk.live('2').facts.state).toBe('active');
    desk.clock.now += 5_000;
    await desk.engine.tick();
    expect(desk.live('2').facts).toMatchObject({ state: 'finished', endReason: 'completed' });
  });

  it('and goes on with the other when the page of one is gone', async () => {
    await desk.ring('1', elodie, { state: 'active' });
    await desk.ring(
      'sip-call-0001',
      elodie,
      { state: 'active', correlation: ['shared-name-1'] },
      { ...sip, tabId: 2 },
    );
    await desk.ring('1', elodie, { state: 'active', correlation: ['shared-name-1'] });
    await desk.engine.hostGone({ tabId: 1 });
    expect(desk.engine.state.interactions).toMatchObject([{ facts: { id: 'sip-call-0001' } }]);
    expect(desk.engine.state.interactions[0]?.hostGoneUntil).toBeUndefined();
  });

  it('and keeps no choice that was made for a sight which turns out to be another party', async () => {
    await desk.ring('sip-1', undefined, {}, sip);
    await desk.engine.send({ type: 'contact.choose', key: desk.live('sip-1').key, contactId: ref('c4') });
    await desk.ring('1', elodie);
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c4'));
    await desk.ring('sip-1', shared, {}, sip);
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
  });

  describe('in two tabs of one phone', () => {
    const second = { tabId: 2 };
    const end = (endReason: 'rejected' | 'elsewhere' | 'cancelled' | 'missed' | 'completed') =>
      ({ state: 'finished', endReason }) as const;
    const ringInBoth = async () => {
      await desk.ring('1', elodie);
      await desk.ring('1', elodie, {}, second);
    };
    const live = () => desk.engine.state.interactions.map(({ facts }) => facts.state);

    it.each(['rejected', 'elsewhere', 'cancelled', 'missed'] as const)(
      'goes on where it rings when it is %s in the other, and ends with the last',
      async (reason) => {
        await ringInBoth();
        await desk.ring('1', elodie, end(reason));
        expect(live()).toEqual(['offered']);
        expect(desk.live('1').source.tabId).toBe(2);
        await desk.ring('1', elodie, end(reason), second);
        expect(live()).toEqual([]);
      },
    );

    it('and may be answered in one after the other stopped', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, end('elsewhere'), second);
      await desk.ring('1', elodie, { state: 'active' });
      expect(live()).toEqual(['active']);
      await desk.ring('1', elodie, end('completed'));
      expect(live()).toEqual(['finished']);
    });

    it.each(['elsewhere', 'cancelled', 'rejected'] as const)(
      'goes on where it was answered, whatever the other repeats before it is %s there',
      async (reason) => {
        await ringInBoth();
        await desk.ring('1', elodie, { state: 'active' });
        await desk.ring('1', elodie, {}, second);
        expect(desk.live('1')).toMatchObject({ facts: { state: 'active' }, source: { tabId: 1 } });
        await desk.ring('1', elodie, end(reason), second);
        expect(live()).toEqual(['active']);
        await desk.ring('1', elodie, { state: 'held' });
        await desk.ring('1', elodie, { state: 'finished' });
        expect(live()).toEqual(['finished']);
      },
    );

    it('is over when it ends where it was answered, though the other never stopped to ring', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, { state: 'active' });
      await desk.ring('1', elodie, {}, second);
      await desk.ring('1', elodie, { state: 'finished' });
      expect(live()).toEqual(['finished']);
      await desk.ring('1', elodie, {}, second);
      await desk.ring('1', elodie, end('elsewhere'), second);
      expect(live()).toEqual(['finished']);
    });

    it('ends at once where both show it answered and one says so', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, { state: 'active' });
      await desk.ring('1', elodie, { state: 'active' }, second);
      await desk.ring('1', elodie, { state: 'finished' }, second);
      expect(live()).toEqual(['finished']);
    });

    it('goes on in one when the other lost its line, or its page', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, { state: 'active' });
      await desk.ring('1', elodie, { state: 'active' }, second);
      await desk.ring('1', elodie, { state: 'finished', endReason: 'host-gone' }, second);
      expect(live()).toEqual(['active']);
      await desk.ring('1', elodie, { state: 'active' }, second);
      await desk.engine.hostGone({ tabId: 2 });
      expect(desk.live('1')).toMatchObject({ source: { tabId: 1 } });
      expect(desk.live('1').hostGoneUntil).toBeUndefined();
    });

    it('is over a minute after the page where it was answered is gone, unless that is back', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, { state: 'active' });
      await desk.engine.hostGone({ tabId: 1, frameId: 0 });
      await desk.ring('1', elodie, end('elsewhere'), second);
      expect(desk.live('1').hostGoneUntil).toBeDefined();
      await desk.engine.hostBack({ tabId: 1, frameId: 0 });
      expect(desk.live('1').hostGoneUntil).toBeUndefined();
      await desk.engine.hostGone({ tabId: 1, frameId: 0 });
      desk.clock.now += 60_000;
      await desk.engine.tick();
      expect(live()).toEqual(['finished']);
    });

    it('ends with the last that rings when the page of the other is gone', async () => {
      await ringInBoth();
      await desk.engine.hostGone({ tabId: 1 });
      await desk.ring('1', elodie, end('missed'), second);
      expect(live()).toEqual([]);
    });

    it('and is another call when the id is used again', async () => {
      await ringInBoth();
      await desk.ring('1', elodie, { state: 'active' });
      await desk.ring('1', elodie, { state: 'finished' });
      desk.clock.now += 60_000;
      await desk.ring('1', shared);
      await desk.ring('1', shared, end('missed'));
      expect(live()).toEqual([]);
    });
  });

  it('and shows nobody whom the agent rejected on the one that it turns out to be', async () => {
    await desk.ring('1', elodie);
    await desk.resolved('1', 'matched');
    desk.clock.now += 20_000;
    await desk.ring('sip-1', undefined, {}, sip);
    const { key } = desk.live('sip-1');
    await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c1') });
    await desk.engine.send({ type: 'contact.reject', key, contactId: ref('c1') });
    await desk.ring('sip-1', elodie, {}, sip);
    expect(desk.engine.state.interactions).toHaveLength(1);
    expect((await desk.resolved('1', 'unmatched')).rejected).toBe(true);
  });
});
