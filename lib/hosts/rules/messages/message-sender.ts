import type { MessageVersion } from '../../../domain/host/host-rules-events.ts';

/** Whether the window that posted a message is one that the rule believes. */
export function isSender(
  { origins, source }: Pick<MessageVersion, 'origins' | 'source'>,
  event: Pick<MessageEvent, 'origin' | 'source'>,
  window: Window,
): boolean {
  if (event.origin === '' || event.origin === 'null') return false;
  if (!origins.some((one) => event.origin === (one === 'self' ? window.location.origin : one))) return false;
  if (source === 'any') return true;
  if (source === 'self') return event.source === window;
  if (event.source === null || event.source === window) return false;
  if (source === 'parent') return event.source === window.parent;
  if (source === 'opener') return event.source === window.opener;
  // `parent` may be read across origins; unlike a walk over `frames` it also holds for frames in shadow trees.
  return 'parent' in event.source && event.source.parent === window;
}
