import { unreadRules } from '../../../domain/host/unread-rules.ts';
import type { HostStatus } from '../../../domain/interaction/host-status.ts';
import type { HostSettings } from '../../../domain/settings.ts';
import type { HostPage } from './host-page.ts';

/** What the view says of each configured host. */
export function hostStatuses(
  hosts: HostSettings[],
  pages: Pick<HostPage, 'origin' | 'opened' | 'heard' | 'inbox' | 'strategies'>[],
): HostStatus[] {
  return hosts.map(({ origin, label }) => {
    const own = pages.filter((page) => page.origin === origin);
    // A page that was open before us is read all the same where its adapter needs no sockets.
    const read = own.some(({ opened, heard }) => opened?.late === false || heard);
    const inbox = own.findLast((page) => page.inbox !== 'unknown')?.inbox ?? 'unknown';
    const name = label === '' ? new URL(origin).host : label;
    return { origin, label: name, status: statusOf(own.length, unreadRules(own).length > 0, read), inbox };
  });
}

function statusOf(pages: number, lost: boolean, read: boolean): HostStatus['status'] {
  if (pages === 0) return 'absent';
  if (lost) return 'unreadable';
  return read ? 'connected' : 'reload';
}
