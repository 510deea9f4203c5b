import type { HostInteraction } from '../../../lib/domain/host/host-event.ts';
import type { LoneChromium } from '../browser/lone-chromium.ts';
import type { SideName } from '../servers/desk-server.ts';

/** One of the two that are measured, in a browser of its own with a host page in front. */
export interface Side {
  name: SideName;
  chromium: LoneChromium;
  /** The host page's target. */
  host: string;
  /** Makes the host page say this by its own timer; epoch milliseconds of when it did. */
  say(events: HostSays[], afterMs?: number): Promise<number>;
  openPanel(): Promise<void>;
  closePanel(): Promise<void>;
  /** Kills the background worker, and resolves once that one is gone. */
  killWorker(): Promise<void>;
  stop(): Promise<void>;
}

export interface HostSays {
  focus?: string;
  interaction?: HostInteraction;
}
