import { describe, expect, it } from 'vitest';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { live } from '../../fixtures/live.ts';
import { phone } from '../../fixtures/people.ts';
import { RingAnnouncer } from './ring-announcer.ts';

const first = live('call-1', { identifier: phone('+33199004217') });
const ringing = (id: string, number: string): LiveInteraction =>
  live(id, { identifier: phone(number), facts: { state: 'offered', campaign: { name: 'Billing' } } });
const second = ringing('call-2', '+442079460123');
const third = ringing('call-3', '+12125550142');

describe('a call that rings behind the one in front', () => {
  it('is told once, with its number and its campaign', () => {
    const rings = new RingAnnouncer();
    expect(rings.text([first], first.key, 0)).toBe('');
    expect(rings.text([first, second], first.key, 1_000)).toBe('+44 20 7946 0123 ringing, Billing');
    expect(rings.text([first, second], first.key, 9_000)).toBe('+44 20 7946 0123 ringing, Billing');
    const answered = { ...second, facts: { ...second.facts, state: 'active' as const } };
    expect(rings.text([first, answered], first.key, 10_000)).toBe('');
    expect(rings.text([first, second], first.key, 20_000)).toBe('+44 20 7946 0123 ringing, Billing');
  });

  it('names nobody where that is set', () => {
    document.documentElement.dataset.discreet = 'true';
    try {
      const rings = new RingAnnouncer();
      rings.text([first], first.key, 0);
      expect(rings.text([first, second], first.key, 1_000)).toBe('Inbound call ringing, Billing');
    } finally {
      delete document.documentElement.dataset.discreet;
    }
  });

  it('is not told where it comes to the front, or where it rang before the view was opened', () => {
    const rings = new RingAnnouncer();
    expect(rings.text([first, second], first.key, 0)).toBe('');
    expect(rings.text([first, second, third], third.key, 1_000)).toBe('');
  });

  it('is not told in a storm of them', () => {
    const rings = new RingAnnouncer();
    let all = [first];
    rings.text(all, first.key, 0);
    const told = new Set<string>();
    for (let index = 0; index < 100; index += 1) {
      all = [...all, ringing(`storm-${index}`, `+4420794601${String(index).padStart(2, '0')}`)];
      told.add(rings.text(all, first.key, 1_000 + index * 40));
    }
    expect([...told]).toEqual(['+44 20 7946 0100 ringing, Billing']);
  });
});
