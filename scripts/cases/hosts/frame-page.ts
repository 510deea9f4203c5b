import type { HostEvent } from '../../../lib/domain/host/host-event.ts';
import type { HostAdapter } from '../../../lib/hosts/host.ts';
import { deskOrigin } from '../desk/case-desk.ts';

export interface FramePage {
  /** The frame within this page, or the page around it, posts this. */
  post(data: unknown): void;
}

export interface Framed {
  adapter: HostAdapter;
  /** Who speaks. */
  from: 'child' | 'parent';
  /** Of whoever speaks; the page's own where nothing is said. */
  origin?: string;
}

/** A page that hears the messages of a frame, or of the page around it. */
export function openFramePage(
  { adapter, from, origin = deskOrigin }: Framed,
  emit: (event: HostEvent) => void,
  signal: AbortSignal,
): FramePage {
  const around = { postMessage() {} };
  const page = Object.assign(new EventTarget(), {
    location: { origin: deskOrigin },
    parent: around,
    document: new EventTarget(),
    postMessage() {},
  });
  const source = from === 'parent' ? around : { parent: page };
  adapter.start({
    emit,
    signal,
    // The page has all that these adapters look at.
    window: page as unknown as Window & typeof globalThis,
    options: { campaignHeader: 'X-Campaign', frameOrigins: [origin] },
    tap: { listen() {}, ask() {} },
  });
  return {
    post: (data) => page.dispatchEvent(Object.assign(new Event('message'), { data, origin, source })),
  };
}
