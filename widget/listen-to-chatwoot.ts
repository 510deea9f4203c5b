import { hostEventSchema } from '../lib/domain/host/host-event.ts';
import chatwoot from '../lib/hosts/chatwoot/adapter.ts';
import type { ParentListener } from './listen-to-parent.ts';
import { possibleParents } from './possible-parents.ts';

/** Nothing to look into: the widget has no other world than its own. */
const noTap = { listen() {}, ask() {} };

/**
 * Hears Chatwoot, where the widget is one of its dashboard apps. Chatwoot hands over no port, so each message must come
 * from the parent itself and from a configured origin, and each question names that origin as its target.
 */
export function listenToChatwoot(
  window: Window & typeof globalThis,
  { embedOrigins, onEvent, signal }: ParentListener,
): void {
  if (window.parent === window) return;
  for (const origin of possibleParents(window, embedOrigins)) {
    chatwoot.start({
      window,
      signal,
      tap: noTap,
      options: { campaignHeader: '', frameOrigins: [origin] },
      emit(event) {
        const parsed = hostEventSchema.safeParse(event);
        if (parsed.success) onEvent(origin, parsed.data);
      },
    });
  }
}
