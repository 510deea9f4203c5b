import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createRingcentralCalls } from './ringcentral-calls.ts';

let time = Date.parse('2026-11-20T10:00:00Z');
let calls: ReturnType<typeof createRingcentralCalls>;
beforeEach(() => {
  time = Date.parse('2026-11-20T10:00:00Z');
  calls = createRingcentralCalls(() => time);
});

const partyData = { sessionId: 's-77', partyId: 'p-77-1' };
const ids = { id: 'sip1', callId: 'c@pbx', partyData };
const webCall = { ...ids, direction: 'Inbound', from: '+16505550123', to: '+18885550100' };
const web = (what: string, more: object = {}) =>
  calls.take({ type: `rc-call-${what}-notify`, call: { ...webCall, ...more } });
const presence = (telephonyStatus: string, more: object = {}) =>
  calls.take({
    type: 'rc-active-call-notify',
    call: {
      direction: 'Inbound',
      from: { phoneNumber: '+16505550123' },
      to: { phoneNumber: '+18885550100' },
      telephonySessionId: 's-77',
      sessionId: '4401',
      telephonyStatus,
      ...more,
    },
  });

test('a web phone call rings, is answered, held, resumed and ended', () => {
  expect(web('ring')).toMatchObject({
    id: 's-77',
    state: 'offered',
    direction: 'inbound',
    clientId: { kind: 'phone', value: '+16505550123' },
  });
  expect(web('start')).toMatchObject({ state: 'active' });
  expect(web('hold')).toMatchObject({ state: 'held' });
  expect(web('mute')).toBeUndefined();
  expect(web('resume')).toMatchObject({ state: 'active' });
  expect(web('end')).toMatchObject({ state: 'finished', endReason: 'completed' });
});

test('of an outbound call the party is who is called', () => {
  expect(web('init', { direction: 'Outbound' })).toMatchObject({
    direction: 'outbound',
    clientId: { value: '+18885550100' },
  });
  expect(web('end', { direction: 'Outbound' })).toMatchObject({ endReason: 'cancelled' });
});

test('an account’s call without the web phone is told too, parked and final ones included', () => {
  expect(presence('Ringing')).toMatchObject({ id: 's-77', state: 'offered' });
  expect(presence('CallConnected')).toMatchObject({ state: 'active' });
  expect(presence('OnHold')).toMatchObject({ state: 'held' });
  expect(presence('ParkedCall')).toBeUndefined();
  expect(presence('CallConnected', { terminationType: 'final' })).toMatchObject({ state: 'finished' });
});

describe('both families', () => {
  test('are one call, whichever comes first, and what one lags behind does not undo the other', () => {
    web('ring');
    presence('Ringing', { fromName: 'Ida Quarles' });
    web('start');
    expect(presence('Ringing')).toBeUndefined();
    web('hold');
    expect(presence('CallConnected')).toBeUndefined();
    web('resume');
    expect(presence('OnHold')).toBeUndefined();
    expect(web('end')).toMatchObject({
      id: 's-77',
      state: 'finished',
      displayName: 'Ida Quarles',
      correlation: ['s-77', 'sip1', 'c@pbx', '4401'],
    });
    time += 3_000;
    expect(presence('CallConnected')).toBeUndefined();
    expect(presence('NoCall')).toBeUndefined();
  });

  test('are one call by their party where no id is shared, and only then', () => {
    const alone = { partyData: null };
    const first = web('ring', alone);
    expect(first).toMatchObject({ id: 'sip1' });
    expect(presence('Ringing')).toMatchObject({ id: 'sip1' });
    expect(presence('Ringing', { telephonySessionId: 's-78', sessionId: '4402' })).toMatchObject({
      id: 's-78',
    });
    expect(presence('NoCall')).toMatchObject({ id: 'sip1', state: 'finished' });
  });

  test('two calls from one number at once stay two', () => {
    expect(web('ring')?.id).toBe('s-77');
    expect(web('ring', { id: 'sip2', callId: 'd@pbx', partyData: { sessionId: 's-78' } })?.id).toBe('s-78');
    expect(presence('CallConnected', { telephonySessionId: 's-78', sessionId: '4402' })).toMatchObject({
      id: 's-78',
      state: 'active',
    });
  });

  test('answered on a desk phone the call goes on when the browser stops ringing', () => {
    web('ring');
    expect(presence('CallConnected')).toMatchObject({ state: 'active' });
    expect(web('end')).toBeUndefined();
    expect(presence('NoCall')).toMatchObject({ state: 'finished', endReason: 'completed' });
  });

  test('in any order and however often they are one call that ends', () => {
    const seed = Date.now() | 0;
    const steps = [
      () => web('ring'),
      () => web('start'),
      () => web('hold'),
      () => web('resume'),
      () => presence('Ringing'),
      () => presence('CallConnected'),
      () => presence('OnHold'),
    ];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: steps.length - 1 }), { maxLength: 20 }), (order) => {
        calls = createRingcentralCalls(() => time);
        const told = [...order.map((index) => steps[index]!()), web('end'), presence('NoCall'), web('start')];
        const said = told.filter((one) => one !== undefined);
        expect(new Set(said.map(({ id }) => id)).size).toBeLessThanOrEqual(1);
        if (said.length > 0) expect(said.at(-1)?.state).toBe('finished');
        expect(said.filter(({ state }) => state === 'finished').length).toBe(said.length > 0 ? 1 : 0);
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

describe('a call out that the web phone calls begun while it rings', () => {
  const out = { direction: 'Outbound', to: '+12125550199', from: '+12125550100' };
  const dials = (what: string) => web(what, out);
  const knows = (status: string, more: object = {}) =>
    presence(status, { ...out, to: { phoneNumber: '+12125550199' }, from: {}, ...more });

  test('was never answered where the presence says that it rang, and then that it is over', () => {
    dials('init');
    dials('start');
    knows('Ringing');
    time += 20_000;
    const ended = knows('NoCall', { terminationType: 'final' });
    expect(ended).toMatchObject({ state: 'finished', endReason: 'cancelled' });
    expect(ended).not.toHaveProperty('answeredAt');
    expect(dials('end')).toBeUndefined();
  });

  test('is not spoken before the presence says so, where that is ahead', () => {
    dials('init');
    knows('Ringing');
    expect(dials('start')).toBeUndefined();
    expect(knows('CallConnected')).toMatchObject({ state: 'active', answeredAt: expect.any(String) });
    expect(dials('end')).toMatchObject({ state: 'finished', endReason: 'completed' });
  });

  test('ends unanswered where the web phone is first to say so', () => {
    dials('init');
    knows('Ringing');
    dials('start');
    expect(dials('end')).toMatchObject({ state: 'finished', endReason: 'cancelled' });
    expect(knows('NoCall')).toBeUndefined();
  });

  test('is spoken where there is no presence, or it has only seen the end', () => {
    dials('init');
    expect(dials('start')).toMatchObject({ state: 'active' });
    expect(knows('NoCall')).toMatchObject({ state: 'finished', endReason: 'completed' });
  });

  test.each(['hold', 'resume'])('is spoken where the web phone says %s', (what) => {
    dials('init');
    knows('Ringing');
    dials('start');
    expect(dials(what)).toMatchObject({ state: what === 'hold' ? 'held' : 'active' });
    expect(dials('end')).toMatchObject({ endReason: 'completed' });
  });

  test('was answered where it lasted longer than anything rings, whatever the presence missed', () => {
    dials('init');
    knows('Ringing');
    dials('start');
    time += 200_000;
    expect(dials('end')).toMatchObject({ endReason: 'completed' });
  });

  test('that comes in is answered by its start', () => {
    presence('Ringing');
    web('ring');
    expect(web('start')).toMatchObject({ state: 'active' });
    expect(presence('NoCall')).toMatchObject({ endReason: 'completed' });
  });
});

test.each([
  ['+1 212-555-0199 x206', '+1 212-555-0199 x206'],
  ['+12125550199*206', '+12125550199*206'],
])('an extension behind the number %s is passed on with it', (from, value) => {
  expect(web('ring', { from, fromUserName: from })).toMatchObject({ clientId: { kind: 'phone', value } });
});

test('another party on the same call has not the name of the former one', () => {
  web('ring', { fromUserName: 'Ida Quarles' });
  expect(web('start', { from: '+16505550199' })).toMatchObject({
    clientId: { value: '+16505550199' },
    displayName: '',
  });
});

test('a call without an id, a direction or a known state says nothing', () => {
  expect(web('ring', { id: '', callId: '', partyData: {} })).toBeUndefined();
  expect(web('ring', { direction: 'Sideways' })).toBeUndefined();
  expect(presence('Dreaming')).toBeUndefined();
  expect(calls.take({ type: 'rc-call-ring-notify' })).toBeUndefined();
  expect(calls.take({ type: 'rc-message-updated-notify', call: webCall })).toBeUndefined();
});
