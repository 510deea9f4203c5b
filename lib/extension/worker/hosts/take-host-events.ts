import type { HostEvent } from '../../../domain/host/host-event.ts';
import { keepNewest } from '../../../domain/text/keep-newest.ts';
import type { Engine } from '../../../engine/engine.ts';
import { log } from '../../browser/log.ts';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { HostPortMessage } from '../../messages/host-messages.ts';
import { checkHostEvent } from './check-host-event.ts';
import type { HostPage } from './host-page.ts';

export interface HostEventParts {
  engine: Pick<Engine, 'host'>;
  diagnostics: Diagnostics;
  delay: (ms: number) => Promise<void>;
  onChange: () => void;
  onLanguage: (tag: string) => void;
}

/** Of one page: it names them itself. */
const mostAdapters = 64;

/**
 * Hands a batch to the engine, event by event, at the rate a page is allowed. Resolves when all are handed over; `kept`, when
 * their effects would survive a kill.
 */
export async function takeHostEvents(
  page: HostPage,
  { first, batch }: Extract<HostPortMessage, { type: 'events' }>,
  parts: HostEventParts,
): Promise<{ kept: Promise<unknown> }> {
  const effects: Promise<void>[] = [];
  for (const [index, item] of batch.entries()) {
    const number = first + index;
    if (number <= page.upTo) continue;
    const wait = page.pace.waitMs();
    page.pace.take();
    if (wait > 0) await parts.delay(wait);
    page.upTo = number;
    const checked = checkHostEvent(item.event);
    if (!checked.ok) {
      const { reason, path } = checked;
      parts.diagnostics.dropped(page, { adapter: item.adapter, reason, ...(path && { path }) });
      continue;
    }
    if (note(page, item.adapter, checked.event)) parts.onChange();
    if (checked.event.type === 'language') parts.onLanguage(checked.event.language);
    effects.push(take(page, item.adapter, checked.event, parts));
  }
  return { kept: Promise.all(effects) };
}

async function take(
  { origin, tabId, frameId }: HostPage,
  adapter: string,
  event: HostEvent,
  { engine, diagnostics }: HostEventParts,
): Promise<void> {
  const source = { origin, adapter, tabId, frameId };
  try {
    await engine.host(source, event);
  } catch (error) {
    // Sent again it would fail again, and hold up what follows.
    log('error', 'a host event had no effect', { error });
    diagnostics.noted(source, 'failed');
  }
  diagnostics.taken(source, event);
}

/** Keeps what can be asked of the page and what the host's status shows; answers whether the latter changed. */
function note(page: HostPage, adapter: string, event: HostEvent): boolean {
  if (event.type === 'hello') keepNewest(page.commands, adapter, event.commands, mostAdapters);
  if (event.type === 'interaction' && !page.heard) {
    page.heard = true;
    return true;
  }
  if (event.type === 'inbox' && event.mode !== page.inbox) {
    page.inbox = event.mode;
    return true;
  }
  return false;
}
