import type { HostInteraction } from '../../../domain/host/host-event.ts';
import type { HostSource } from '../../../domain/host/host-source.ts';
import type { Engine } from '../../../engine/engine.ts';

/** Long enough to be looked at, and over by itself. */
const ringsMs = 20_000;

export interface TestCallParts {
  engine: Promise<Pick<Engine, 'host'>>;
  /** Of the host that it is made up for: the CRMs of that host are asked. */
  origin: () => string | undefined;
  /** What it is called where a campaign would be. */
  name: () => string;
  delay?: (ms: number) => Promise<void>;
}

/**
 * A made-up call, asked for by the agent: it goes the way of every call, from the lookup to the view, says everywhere that it is a
 * test, and ends unanswered by itself; one at a time. No page has told it, and it writes nothing.
 */
export function createTestCall({ engine, origin, name, delay = wait }: TestCallParts) {
  let rings = false;
  return async (number: string): Promise<void> => {
    const host = origin();
    if (host === undefined || rings) return;
    rings = true;
    // No tab has this id: there is no page to come back to, or to hear more from.
    const source: HostSource = { origin: host, adapter: 'host-protocol', tabId: -1, frameId: 0 };
    const call: HostInteraction = {
      id: `test-${crypto.randomUUID()}`,
      channel: 'phone',
      direction: 'inbound',
      state: 'offered',
      clientId: { kind: 'phone', value: number },
      campaign: { id: 'ringside-test', name: name() },
    };
    const tell = async (interaction: HostInteraction) =>
      (await engine).host(source, { type: 'interaction', interaction });
    try {
      await tell(call);
      await delay(ringsMs);
      await tell({ ...call, state: 'finished', endReason: 'missed' });
    } finally {
      rings = false;
    }
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
