import type { HostEvent } from '../lib/domain/host/host-event.ts';
import { urlInteraction } from './url-interaction.ts';

/**
 * Hears the widget's own address: the interaction it names now, and a new one each time the host changes the fragment
 * (setting the frame's address to another fragment does not load it anew). The one before is closed.
 */
export function listenToAddress(
  window: Window,
  { onEvent, signal }: { onEvent(event: HostEvent): void; signal: AbortSignal },
): void {
  let count = 0;
  let current = next();
  if (current) onEvent({ type: 'interaction', interaction: current });
  window.addEventListener(
    'hashchange',
    () => {
      if (current) onEvent({ type: 'interaction', interaction: { ...current, state: 'closed' } });
      current = next();
      if (current) onEvent({ type: 'interaction', interaction: current });
    },
    { signal },
  );

  function next() {
    count += 1;
    return urlInteraction(window.location.href, String(count), new Date().toISOString());
  }
}
