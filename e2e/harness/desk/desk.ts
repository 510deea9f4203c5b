import type { HostVoice } from '../pages/host-page.ts';
import type { PanelView } from '../pages/panel-view.ts';
import type { Spot, Where } from '../pages/spot.ts';
import type { Servers } from '../stage.ts';

export type DeskView = PanelView<Spot, Where>;

/**
 * A browser with Ringside in it as an agent has it, and the servers around: what the flows in `e2e/flows` need of a browser, so
 * that they are written once for Chromium and Firefox.
 */
export interface Desk {
  servers: Servers;
  /** Connects the test pages and the CRM behind the proxy, without the forms. */
  connect(): Promise<void>;
  /** Opens a host at this path, in view. */
  openHost(path: string): Promise<DeskHost>;
  /** Opens the panel of that window: the side panel, or the window of its own that Firefox has instead. */
  openPanel(): Promise<DeskView>;
  /** Opens this section of the options page. */
  openOptions(section: string): Promise<Where>;
  /** What stands on the button in the browser's bar. */
  badge(): Promise<string>;
  /** Uncaught errors of Ringside's own pages and its worker so far. */
  complaints(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface DeskHost extends HostVoice {
  card: Card;
}

export interface Card {
  /** What it says; empty where none is in sight. */
  text(): Promise<string>;
  /** Clicks its button, and gives what comes of it. */
  openPanel(): Promise<DeskView>;
}
