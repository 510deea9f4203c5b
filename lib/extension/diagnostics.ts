import { browser } from './browser.ts';
import type { DropReason } from './check-host-event.ts';
import type { StorageApi } from './settings.ts';

/** `storage.session` key under which the counts stand, for the options page to read. */
export const diagnosticsKey = 'diagnostics';

/** Origin of a host → why its messages were dropped → how often, since the browser started. */
export type DropCounts = Record<string, Partial<Record<DropReason, number>>>;

/** Counts what was dropped; holds nothing of what it was. */
export interface Diagnostics {
  count(origin: string, reason: DropReason): void;
}

/** Many drops at once are one write. */
export function createDiagnostics(api: StorageApi = browser): Diagnostics {
  const counts = new Map<string, Map<DropReason, number>>();
  let scheduled = false;
  const loaded = api.storage.session.get(diagnosticsKey).then((stored) => {
    // Written by `save` below and by nobody else.
    const earlier = (stored[diagnosticsKey] ?? {}) as DropCounts;
    for (const [origin, reasons] of Object.entries(earlier))
      for (const [reason, number] of Object.entries(reasons)) add(origin, reason as DropReason, number);
  });

  function add(origin: string, reason: DropReason, number: number): void {
    const reasons = counts.get(origin) ?? new Map<DropReason, number>();
    reasons.set(reason, (reasons.get(reason) ?? 0) + number);
    counts.set(origin, reasons);
  }

  async function save(): Promise<void> {
    await loaded;
    scheduled = false;
    const plain = Object.fromEntries(
      [...counts].map(([origin, reasons]) => [origin, Object.fromEntries(reasons)]),
    );
    await api.storage.session.set({ [diagnosticsKey]: plain });
  }

  return {
    count(origin, reason) {
      add(origin, reason, 1);
      if (scheduled) return;
      scheduled = true;
      // Counting must not fail what is counted; the numbers are lost, nothing else.
      save().catch(() => {});
    },
  };
}
