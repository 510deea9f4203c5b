import { hearFrames } from '../frames/hear-frames.ts';
import type { HostContext } from '../host.ts';

/**
 * Hears the workspace around this frame: its first message is the word `init` with one port, everything else comes over
 * that port. The port is the page's: it is listened to, never started, answered or closed. A child frame of the same
 * origin is heard too.
 */
export function hearWorkspace(
  context: HostContext,
  take: (data: unknown) => void,
  reads?: (data: unknown) => boolean,
): void {
  const origins = context.options.frameOrigins ?? [context.window.location.origin];
  const heard = new WeakSet<MessagePort>();
  hearFrames(context, { origins, from: 'child', take, ...(reads && { reads }) });
  hearFrames(context, {
    origins,
    from: 'parent',
    take(data, [port]) {
      if (data !== 'init' || port === undefined || heard.has(port)) return;
      heard.add(port);
      port.addEventListener(
        'message',
        (message) => {
          try {
            take(message.data);
          } catch {
            // Data that cannot be read says nothing.
          }
        },
        { signal: context.signal },
      );
    },
  });
}
