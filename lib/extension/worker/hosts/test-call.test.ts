import { expect, it, vi } from 'vitest';
import type { Engine } from '../../../engine/engine.ts';
import { createTestCall } from './test-call.ts';

it('rings as a call of a connected host, named a test, and ends by itself', async () => {
  const host = vi.fn<Engine['host']>(async () => {});
  const over = Promise.withResolvers<void>();
  const waits: number[] = [];
  const ring = createTestCall({
    engine: Promise.resolve({ host }),
    origin: () => 'https://desk.example.com',
    name: () => 'Test call',
    delay: (ms) => {
      waits.push(ms);
      return over.promise;
    },
  });
  const done = ring('+442079460123');
  await vi.waitFor(() => expect(host).toHaveBeenCalledOnce());
  expect(host.mock.lastCall).toMatchObject([
    { origin: 'https://desk.example.com', tabId: -1 },
    {
      interaction: {
        state: 'offered',
        clientId: { kind: 'phone', value: '+442079460123' },
        campaign: { name: 'Test call' },
      },
    },
  ]);
  await vi.waitFor(() => expect(waits).toEqual([20_000]));
  await ring('+442079460124');
  expect(host).toHaveBeenCalledOnce();
  over.resolve();
  await done;
  expect(host.mock.lastCall).toMatchObject([{}, { interaction: { state: 'finished', endReason: 'missed' } }]);
  const ids = host.mock.calls.map(([, event]) => event.type === 'interaction' && event.interaction.id);
  expect(new Set(ids).size).toBe(1);
  await ring('+442079460124');
  expect(host).toHaveBeenCalledTimes(4);
});

it('does not ring where no host is connected', async () => {
  const host = vi.fn<Engine['host']>(async () => {});
  await createTestCall({ engine: Promise.resolve({ host }), origin: () => undefined, name: () => 'Test' })(
    '+442079460123',
  );
  expect(host).not.toHaveBeenCalled();
});
