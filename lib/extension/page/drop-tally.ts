import type { HostPortMessage, PageDropReason } from '../messages/host-messages.ts';

export type Drop = Extract<HostPortMessage, { type: 'dropped' }>['drops'][number];

const periodMs = 1_000;
const maxKinds = 64;

/** Counts what a content script leaves out, and tells the counts once a second at most. */
export function createDropTally(tell: (drops: Drop[]) => void) {
  const counts = new Map<string, Drop>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    tell([...counts.values()]);
    counts.clear();
  }

  return {
    add(adapter: string, reason: PageDropReason): void {
      const key = `${adapter} ${reason}`;
      const drop = counts.get(key);
      if (drop !== undefined) drop.times += 1;
      else if (counts.size < maxKinds) counts.set(key, { adapter, reason, times: 1 });
      timer ??= setTimeout(flush, periodMs);
    },
    stop: () => clearTimeout(timer),
  };
}
