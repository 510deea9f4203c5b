import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHostEvent } from './check-host-event.ts';

const call = {
  type: 'interaction',
  interaction: { id: '1', channel: 'phone', direction: 'inbound', state: 'offered' },
};

describe('a host event', () => {
  it('that is valid comes back with the known keys only', () => {
    const checked = checkHostEvent({ ...call, extra: 1 });
    expect(checked).toEqual({ ok: true, event: call });
  });

  it('over 8 kB is refused, counted in bytes', () => {
    const attributes = (letter: string) =>
      Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`k${n}`, letter.repeat(400)]));
    const withText = (letter: string) => ({
      ...call,
      interaction: { ...call.interaction, attributes: attributes(letter) },
    });
    expect(checkHostEvent(withText('a')).ok).toBe(true);
    expect(checkHostEvent(withText('語'))).toEqual({ ok: false, reason: 'too-big' });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with a key %s anywhere is refused', (key) => {
    const hostile: unknown = JSON.parse(
      JSON.stringify({ ...call, interaction: { ...call.interaction, attributes: { KEY: 'x' } } }).replace(
        'KEY',
        key,
      ),
    );
    expect(checkHostEvent(hostile)).toEqual({ ok: false, reason: 'forbidden-key' });
    expect(checkHostEvent(JSON.parse(`{"type":"focus","interactionId":"1","${key}":{"a":1}}`))).toEqual({
      ok: false,
      reason: 'forbidden-key',
    });
  });

  it('may hold those words as a value', () => {
    const named = { ...call, interaction: { ...call.interaction, displayName: '"__proto__":' } };
    expect(checkHostEvent(named).ok).toBe(true);
  });

  it.each([
    ['interaction.state', { state: 'ringing' }],
    ['interaction.clientId.kind', { clientId: { kind: 'pigeon', value: '+33612345678' } }],
    ['interaction.correlation.1', { correlation: ['a', 7] }],
    ['interaction.attributes', { attributes: { '+33612345678': 7 } }],
  ])('that is wrong at %s says so, and nothing of what stands there', (path, wrong) => {
    const event = { ...call, interaction: { ...call.interaction, ...wrong } };
    expect(checkHostEvent(event)).toEqual({ ok: false, reason: 'not-valid', path });
  });

  it('of any shape never throws and never gets through by accident', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, maxDepth: 12 }), (value) => {
        expect(checkHostEvent(value).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
