import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../domain/settings.ts';
import { createEngine } from '../engine.ts';
import { engineForTests } from '../engine-for-tests.ts';

describe('what counts for nothing is told to the diagnostics', () => {
  let desk: ReturnType<typeof engineForTests>;
  const sip = { adapter: 'sip-websocket' };
  beforeEach(async () => {
    desk = engineForTests();
    await desk.connect();
  });
  afterEach(() => desk.end());

  it('for an internal call that does not pop', async () => {
    await desk.ring('1', '2041', { direction: 'internal' });
    expect(desk.drops).toEqual(['host-protocol internal']);
  });

  it('for a word that is older than what is known', async () => {
    await desk.ring('1', undefined, { sequence: 2 });
    await desk.ring('1', undefined, { sequence: 1, state: 'active' });
    expect(desk.drops).toEqual(['host-protocol older']);
  });

  it('for the echo of an ended call, and for an end that nothing was known of', async () => {
    await desk.ring('1');
    await desk.ring('1', undefined, { state: 'finished' });
    await desk.ring('1');
    await desk.ring('2', undefined, { state: 'finished' });
    expect(desk.drops).toEqual(['host-protocol echo', 'host-protocol never-live']);
  });

  it('for a ContactID in a header that is not trusted, while the rest of it counts', async () => {
    await desk.ring('1', undefined, { contactId: 'c1' }, sip);
    await desk.ring('2', undefined, { contactId: 'c1' }, { tabId: 2 });
    expect(desk.drops).toEqual(['sip-websocket untrusted-contact-id']);
    expect(desk.engine.state.interactions).toHaveLength(2);
  });

  it('for more live interactions than any agent has', async () => {
    for (let n = 0; n < 102; n += 1) await desk.ring(`call-${n}`);
    expect(desk.drops).toEqual(['host-protocol too-many', 'host-protocol too-many']);
  });

  it('with the very source it was given with', async () => {
    const seen: unknown[] = [];
    const { stores } = desk;
    const engine = createEngine({
      storesOf: () => stores,
      recovery: stores.recovery,
      settings: defaultSettings,
      onDropped: (source) => seen.push(source),
    });
    const source = { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 1, frameId: 0 };
    await engine.host(source, {
      type: 'interaction',
      interaction: { id: '1', channel: 'phone', direction: 'internal', state: 'offered' },
    });
    expect(seen[0]).toBe(source);
  });
});
