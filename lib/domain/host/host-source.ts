/** Where a host event came from, as the browser reports it, never as the page says. */
export interface HostSource {
  /** The origin of the frame that spoke. */
  origin: string;
  adapter: string;
  /** 0 in the widget, which has no tabs. */
  tabId: number;
  frameId: number;
}
