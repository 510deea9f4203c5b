import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

const jane = '+33199004217';
const robert = '+442079460164';
const other = { tabId: 2, origin: 'https://other.example.com' };
const active = { state: 'active' } as const;

describe('who is in front when a page goes', () => {
  let desk: ReturnType<typeof engineForTests>;
  const front = () =>
    desk.engine.state.interactions.find(({ key }) => key === desk.engine.state.front)?.facts.id;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Jane', { kind: 'phone', value: jane });
    desk.crm.add('c2', 'Robert', { kind: 'phone', value: robert });
    await desk.connect();
    await desk.ring('jane', jane);
    await desk.ring('jane', jane, active);
  });
  afterEach(() => {
    desk.end();
    vi.useRealTimers();
  });

  it('is the next caller, while it rings and once it is answered', async () => {
    await desk.engine.hostGone({ tabId: 1 });
    expect(front()).toBe('jane');
    await desk.ring('robert', robert);
    expect(front()).toBe('robert');
    await desk.ring('robert', robert, active);
    expect(front()).toBe('robert');
    for (const state of desk.seen) {
      const shown = state.interactions.find(({ key }) => key === state.front);
      const waits = state.interactions.some((one) => one.facts.id === 'robert');
      if (waits) expect(shown?.hostGoneUntil, 'a lost page stands before a live call').toBeUndefined();
    }
  });

  it('is whoever rang behind it', async () => {
    await desk.ring('robert', robert, {}, other);
    expect(front()).toBe('jane');
    await desk.engine.hostGone({ tabId: 1 });
    expect(front()).toBe('robert');
  });

  it('is the next caller although the agent pinned the lost one', async () => {
    await desk.engine.send({ type: 'interaction.pin', key: desk.live('jane').key, pinned: true });
    await desk.engine.hostGone({ tabId: 1 });
    await desk.ring('robert', robert);
    expect(front()).toBe('robert');
  });

  it('is whom the agent types for until the keys rest, then the next caller', async () => {
    vi.useFakeTimers();
    const typing = engineForTests({ clock: Date });
    desk.end();
    desk = typing;
    await desk.connect();
    await desk.ring('jane', '+12125550142', active);
    const { key } = desk.live('jane');
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Ja' },
    });
    await desk.engine.hostGone({ tabId: 1 });
    await desk.ring('robert', robert);
    expect(front()).toBe('jane');
    await vi.advanceTimersByTimeAsync(6_000);
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Jane' },
    });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(front()).toBe('jane');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(front()).toBe('robert');
    expect(desk.live('jane').drafts).toEqual({ [ref('new-contact')]: { name: 'Jane' } });
  });

  it('is the next caller once the agent who typed for the lost one is signed out', async () => {
    const { key } = desk.live('jane');
    await desk.engine.send({
      type: 'draft.save',
      crm: testCrm,
      key,
      form: 'new-contact',
      values: { name: 'Ja' },
    });
    await desk.engine.hostGone({ tabId: 1 });
    await desk.ring('robert', robert);
    expect(front()).toBe('jane');
    await desk.signOut();
    expect(front()).toBe('robert');
  });

  it('is the same again once its page is back, unless the agent took up somebody else', async () => {
    const chat = { ...active, channel: 'chat' as const };
    await desk.ring('robert', robert, chat, other);
    expect(front()).toBe('jane');
    await desk.engine.hostGone({ tabId: 1 });
    expect(front()).toBe('robert');
    await desk.ring('jane', jane, active);
    expect(front()).toBe('jane');
    await desk.engine.hostGone({ tabId: 1 });
    await desk.engine.send({ type: 'interaction.show', key: desk.live('robert').key });
    await desk.engine.hostBack({ tabId: 1, frameId: 0 });
    expect(front()).toBe('robert');
  });
});

describe('who is in front of two that are spoken to', () => {
  it('is the one just answered, in a phone that puts nothing on hold', async () => {
    const desk = engineForTests();
    await desk.connect();
    await desk.ring('1', jane, active);
    await desk.ring('2', robert);
    expect(desk.engine.state.front).toBe(desk.live('1').key);
    await desk.ring('2', robert, active);
    expect(desk.engine.state.front).toBe(desk.live('2').key);
    await desk.ring('1', jane, { ...active, queue: 'Sales' });
    expect(desk.engine.state.front).toBe(desk.live('2').key);
    desk.end();
  });
});
