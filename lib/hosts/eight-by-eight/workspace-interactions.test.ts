import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostContext } from '../host.ts';
import { hearWorkspace } from './hear-workspace.ts';
import { createWorkspaceInteractions } from './workspace-interactions.ts';

const time = Date.parse('2026-11-20T10:00:00Z');
let interactions: ReturnType<typeof createWorkspaceInteractions>;
beforeEach(() => {
  interactions = createWorkspaceInteractions(() => time);
});

const interactionId = 'i1';
const say = (what: string, more: object = {}) =>
  interactions.take({ type: `aw-interaction-${what}`, message: { interactionId, ...more } });
const starts = (more: object = {}) =>
  say('started-v1', {
    interactionType: 'phone',
    direction: 'inbound',
    customerPhone: '+46850551234',
    ...more,
  });

test('a call starts, is held, resumed and ended', () => {
  expect(starts({ queueName: 'Claims' })).toMatchObject({
    interaction: { state: 'active', clientId: { value: '+46850551234' }, campaign: { name: 'Claims' } },
  });
  expect(say('hold-v1')).toMatchObject({ interaction: { state: 'held' } });
  expect(say('resume-v1')).toMatchObject({ interaction: { state: 'active' } });
  expect(say('ended-v1')).toMatchObject({ interaction: { state: 'finished', endReason: 'completed' } });
  expect(say('resume-v1')).toBeUndefined();
});

test.each(['phone', 'chat', 'email', 'sms'])(
  'an interaction of type %s keeps its channel',
  (interactionType) => {
    expect(starts({ interactionType })).toMatchObject({ interaction: { channel: interactionType } });
  },
);

test('the focus is told when it changes, in every version of the event', () => {
  expect(say('focus-v1')).toEqual({ type: 'focus', interactionId });
  expect(say('focus-v3')).toBeUndefined();
  expect(say('focus-v2', { interactionId: 'i2' })).toEqual({ type: 'focus', interactionId: 'i2' });
});

test('held before it started it is told when it is known what it is', () => {
  expect(say('hold-v1')).toBeUndefined();
  expect(starts()).toMatchObject({ interaction: { state: 'held' } });
});

test('other events, types and directions say nothing', () => {
  expect(starts({ interactionType: 'fax' })).toBeUndefined();
  expect(starts({ direction: 'both' })).toBeUndefined();
  expect(starts({ interactionId: '' })).toBeUndefined();
  expect(say('mute-v1')).toBeUndefined();
  expect(say('wrap-up-codes-v1')).toBeUndefined();
});

describe('the workspace around a partner’s app', () => {
  function open(frameOrigin: string) {
    const parent = {};
    const page = Object.assign(new EventTarget(), {
      parent,
      location: { origin: 'https://partner.example' },
    });
    const heard = vi.fn();
    const context = {
      signal: AbortSignal.timeout(60_000),
      window: page,
      options: { frameOrigins: [frameOrigin] },
    };
    // Only what hearWorkspace uses of a context.
    hearWorkspace(context as unknown as HostContext, heard);
    const { port1, port2 } = new MessageChannel();
    const hand = (origin: string, data: unknown = 'init') =>
      page.dispatchEvent(
        Object.assign(new Event('message'), { data, origin, source: parent, ports: [port2] }),
      );
    return { heard, hand, port1, port2 };
  }

  test('is heard over the port that comes with its first word, once the page itself has opened it', async () => {
    const { heard, hand, port1, port2 } = open('https://workspace.example');
    hand('https://workspace.example');
    hand('https://workspace.example');
    port1.postMessage('one');
    port2.start();
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([['one']]));
    port1.close();
  });

  test('is not heard from another origin, or with another word', async () => {
    const { heard, hand, port1, port2 } = open('https://workspace.example');
    hand('https://evil.example');
    hand('https://workspace.example', 'hello');
    const arrived = new Promise((resolve) => port2.addEventListener('message', resolve, { once: true }));
    port1.postMessage('one');
    port2.start();
    await arrived;
    expect(heard).not.toHaveBeenCalled();
    port1.close();
  });
});
