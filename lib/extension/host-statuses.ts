import type { HostStatus } from '../domain/live.ts';
import type { HostSettings } from '../domain/settings.ts';
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
    return { origin, label: name, status: statusOf(own.length, unreadable(own), read), inbox };
  });
}

function statusOf(pages: number, lost: boolean, read: boolean): HostStatus['status'] {
  if (pages === 0) return 'absent';
  if (lost) return 'unreadable';
  return read ? 'connected' : 'reload';
}

/** Some rule is for these pages, does not fit any of them, and nobody else says that it can be read. */
function unreadable(pages: Pick<HostPage, 'strategies'>[]): boolean {
  const rules = pages.flatMap(({ strategies }) => strategies.filter(({ rule }) => rule !== undefined));
  const read = new Set(rules.filter(({ state }) => state === 'ready').map(({ rule }) => rule));
  return rules.some(({ state, rule }) => state === 'cannot-read' && !read.has(rule));
}
