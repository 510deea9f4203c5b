import type { InboxMode } from '../../domain/host/host-event.ts';
import type { HostSource } from '../../domain/host/host-source.ts';
import type { Settings } from '../../domain/settings.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { LiveStore } from '../live/live-store.ts';

/** Tabs come and go all day, each under a number of its own. */
const mostTabs = 200;

/** How agents use each host's inbox, and the view that follows from it (B2). */
export class Inboxes {
  readonly #liveStore: LiveStore;
  readonly #settings: () => Settings;
  readonly #modes = new Map<string, InboxMode>();

  constructor(liveStore: LiveStore, settings: () => Settings) {
    this.#liveStore = liveStore;
    this.#settings = settings;
  }

  set(source: HostSource, mode: InboxMode): void {
    keepNewest(this.#modes, `${source.tabId}|${source.origin}`, mode, mostTabs);
    const hosts = this.#liveStore.state.hosts.map((host) =>
      host.origin === source.origin ? { ...host, inbox: mode } : host,
    );
    this.#liveStore.set({ hosts });
  }

  of(source: HostSource): InboxMode {
    return this.#modes.get(`${source.tabId}|${source.origin}`) ?? 'unknown';
  }

  /** What an interaction opens as; later only the agent changes it. */
  modeFor(source: HostSource): 'reduced' | 'full' {
    const { open, remembered } = this.#settings().view;
    if (open !== 'auto') return open;
    const inbox = this.of(source);
    return remembered[`${source.origin}|${inbox}`] ?? (inbox === 'full' ? 'full' : 'reduced');
  }
}
