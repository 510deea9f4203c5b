import type { HostStatus } from '../domain/live.ts';
import type { HostSettings } from '../domain/settings.ts';
import type { HostPage } from './host-page.ts';

/** What the view says of each configured host. */
export function hostStatuses(
  hosts: HostSettings[],
  pages: Pick<HostPage, 'origin' | 'opened' | 'heard' | 'inbox'>[],
): HostStatus[] {
  return hosts.map(({ origin, label }) => {
    const own = pages.filter((page) => page.origin === origin);
    // A page that was open before us is read all the same where its adapter needs no sockets.
    const read = own.some(({ opened, heard }) => opened?.late === false || heard);
    const inbox = own.findLast((page) => page.inbox !== 'unknown')?.inbox ?? 'unknown';
    const status = own.length === 0 ? 'absent' : read ? 'connected' : 'reload';
    return { origin, label: label === '' ? new URL(origin).host : label, status, inbox };
  });
}
