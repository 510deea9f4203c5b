import type { InboxMode } from '../host/host-event.ts';

/** A host the options page connected, and whether its page can be read now. */
export interface HostStatus {
  origin: string;
  label: string;
  /**
   * `reload`: the page was open before Ringside, what went on in it is unseen. `unreadable`: a rule for this host does not
   * find in the page what it looks for.
   */
  status: 'connected' | 'reload' | 'unreadable' | 'absent';
  inbox: InboxMode;
}
