import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskOrigin, engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const jane = '+33199004217';
const active = { state: 'active' } as const;
const page = { tabId: 1, origin: deskOrigin };

describe('what a page does not tell again once it was loaded anew', () => {
  let desk: ReturnType<typeof engineForTests>;
  const states = () =>
    Object.fromEntries(desk.engine.state.interactions.map(({ facts }) => [facts.id, facts.state]));
  beforeEach(async () => {
    desk = engineForTests();
    await desk.connect();
  });
  afterEach(() => desk.end());

  it('is over at once, and what it tells again goes on', async () => {
    await desk.ring('lost', jane, active);
    await desk.ring('kept', '+442079460164', active);
    await desk.ring('rang', '+442079460165');
    await desk.engine.hostGone({ tabId: 1, frameId: 0 });
    await desk.ring('kept', '+442079460164', active);
    await desk.engine.hostTold(page);
    expect(states()).toEqual({ lost: 'finished', kept: 'active' });
    expect(desk.live('lost').facts.endReason).toBe('host-gone');
    expect(desk.live('lost').hostGoneUntil).toBeUndefined();
  });

  it('shows at its end nobody of the number that another sight of it said in between', async () => {
    const zoe = '+442079460164';
    const sip = { adapter: 'sip-websocket' };
    desk.crm.add('jane', 'Jane', { kind: 'phone', value: jane });
    desk.crm.add('zoe', 'Zoe', { kind: 'phone', value: zoe });
    await desk.ring('1', jane, active);
    await desk.ring('sip-1', jane, {}, sip);
    await desk.engine.hostGone({ tabId: 1 });
    await desk.engine.hostTold(page);
    await desk.ring('sip-1', zoe, {}, sip);
    await desk.until(({ interactions }) =>
      interactions.some(
        ({ resolution }) => resolution.status === 'matched' && resolution.contact.id === ref('zoe'),
      ),
    );
    await desk.engine.hostGone({ tabId: 1 });
    await desk.engine.hostTold(page);
    await desk.until(({ interactions }) =>
      interactions.every(({ resolution }) => resolution.status === 'matched'),
    );
    const wrong = desk.seen
      .flatMap(({ interactions }) => interactions)
      .filter(({ identifier, resolution }) => {
        const shown = resolution.status === 'matched' ? resolution.contact.id : undefined;
        return shown !== undefined && shown !== (identifier?.value === jane ? ref('jane') : ref('zoe'));
      });
    expect(wrong).toEqual([]);
    expect(desk.engine.state.interactions[0]?.resolution).toMatchObject({ contact: { id: ref('jane') } });
  });

  it('goes on after all where the page tells it late', async () => {
    await desk.ring('1', jane, active);
    const { key } = desk.live('1');
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Ja' },
    });
    await desk.engine.hostGone({ tabId: 1 });
    await desk.engine.hostTold(page);
    expect(states()).toEqual({ 1: 'finished' });
    await desk.ring('1', jane, active);
    expect(states()).toEqual({ 1: 'active' });
    expect(desk.live('1')).toMatchObject({ key, drafts: { [ref('new-contact')]: { name: 'Ja' } } });
  });

  it('stays for its minute in another tab, of another origin, or while its own page is there', async () => {
    await desk.ring('1', jane, active);
    await desk.engine.hostTold(page);
    expect(states()).toEqual({ 1: 'active' });
    await desk.engine.hostGone({ tabId: 1 });
    await desk.engine.hostTold({ tabId: 2, origin: deskOrigin });
    await desk.engine.hostTold({ tabId: 1, origin: 'https://other.example.com' });
    await desk.engine.hostTold({ tabId: 1, frameId: 4 });
    expect(states()).toEqual({ 1: 'active' });
    expect(desk.live('1').hostGoneUntil).toBeDefined();
  });

  it('loses nothing when the same page is back', async () => {
    await desk.ring('1', jane, active);
    await desk.engine.hostGone({ tabId: 1, frameId: 0 });
    await desk.engine.hostBack({ tabId: 1, frameId: 0 });
    await desk.engine.hostTold(page);
    expect(states()).toEqual({ 1: 'active' });
    expect(desk.live('1').hostGoneUntil).toBeUndefined();
  });

  it('goes on in another tab that has it, and with another adapter that sees it', async () => {
    await desk.ring('tabs', jane, active);
    await desk.ring('tabs', jane, active, { tabId: 2 });
    await desk.ring('seen-twice', '+442079460164', active, { adapter: 'sip-websocket' });
    await desk.ring('seen-twice', '+442079460164', active, { adapter: 'ucontact' });
    await desk.engine.hostGone({ tabId: 1, frameId: 0 });
    await desk.ring('seen-twice', '+442079460164', active, { adapter: 'ucontact' });
    await desk.engine.hostTold(page);
    desk.clock.now += 30_000;
    await desk.engine.tick();
    expect(states()).toEqual({ tabs: 'active', 'seen-twice': 'active' });
  });

  it('leaves what a page that is there has told as it was', async () => {
    await desk.ring('1', jane);
    await desk.ring('1', jane, {}, { tabId: 2 });
    await desk.engine.hostTold(page);
    // It stops ringing in the other tab, and goes on in this one.
    await desk.ring('1', jane, { state: 'finished', endReason: 'elsewhere' }, { tabId: 2 });
    expect(states()).toEqual({ 1: 'offered' });
  });

  it('is over in a frame that shows another document, while the page around it goes on', async () => {
    const frame = { frameId: 4 };
    await desk.ring('call', '+442079460164', active);
    await desk.ring('jane', jane, { ...active, channel: 'email' }, frame);
    await desk.engine.hostGone({ tabId: 1, frameId: 4 });
    await desk.ring('robert', '+12125550142', { ...active, channel: 'email' }, frame);
    await desk.engine.hostTold({ tabId: 1, frameId: 4 });
    expect(states()).toEqual({ call: 'active', jane: 'finished', robert: 'active' });
  });
});
