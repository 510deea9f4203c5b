import type { HostEvent, HostInteraction } from '../../../lib/domain/host/host-event.ts';
import { MemoryCrm } from '../../../lib/engine/connection/memory-crm-for-tests.ts';
import { openDesk } from '../desk/case-desk.ts';
import { hostFactsOf, shownOf } from '../desk/shown.ts';
import { BadCase } from '../format/case-file.ts';
import type { Way } from '../format/check.ts';

export interface HostSession {
  /** Of the adapter that is heard. */
  adapter: string;
  region: string;
  /** Plays the input to an adapter, which says what it hears. */
  play(emit: (event: HostEvent) => void, signal: AbortSignal): void | Promise<void>;
}

/**
 * What comes of a host's words: through the adapter, the worker's check and the engine, connected to a CRM that is read in
 * `region` and knows nobody. Told of is the interaction that the adapter told of last, and how many there were.
 */
export async function hearHost({ adapter, region, play }: HostSession): Promise<Way[]> {
  const desk = openDesk();
  const stop = new AbortController();
  const crm = new MemoryCrm();
  crm.region = region;
  try {
    await desk.connect(crm);
    await desk.settle();
    const said: HostInteraction[] = [];
    let refused: unknown;
    await play((event) => {
      if (event.type === 'interaction') said.push(event.interaction);
      try {
        desk.tell(event, { adapter });
      } catch (error) {
        // Adapters swallow what is thrown at them.
        refused ??= error;
      }
    }, stop.signal);
    if (refused) throw refused;
    await desk.settle();
    const last = said.at(-1);
    if (!last) return [{ way: '', came: { interactions: 0 } }];
    const live = desk.last(last.id);
    if (!live) throw new BadCase(`${adapter} told of ${last.id}, and no view was ever shown it`);
    const { state, endReason = null } = last;
    const interactions = new Set(said.map(({ id }) => id)).size;
    return [{ way: '', came: { ...shownOf(live), ...hostFactsOf(live), interactions, state, endReason } }];
  } finally {
    stop.abort();
    desk.close();
  }
}
