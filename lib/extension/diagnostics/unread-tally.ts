import type { Unread, UnreadOfCrm, UnreadPart } from '../../domain/crm/unread.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';

/** What could not be read of CRMs' answers, counted by connection and kind. */
export interface UnreadTally {
  add(crm: string, unread: Unread, at: number): void;
  all(): UnreadOfCrm[];
  restore(stored: readonly UnreadOfCrm[]): void;
  clear(): void;
}

const mostCrms = 16;
/** Of one connection; what came last stays. */
const mostKinds = 40;

export function createUnreadTally(): UnreadTally {
  const crms = new Map<string, Map<string, UnreadPart>>();
  const kindOf = ({ of, whole, path, expected }: Unread): Unread => ({ of, whole, path, expected });

  return {
    add(crm, unread, at) {
      const kind = kindOf(unread);
      const key = JSON.stringify(kind);
      const parts = crms.get(crm) ?? new Map<string, UnreadPart>();
      keepNewest(crms, crm, parts, mostCrms);
      keepNewest(parts, key, { ...kind, at, times: (parts.get(key)?.times ?? 0) + 1 }, mostKinds);
    },
    all: () => [...crms].map(([id, parts]) => ({ id, parts: [...parts.values()] })),
    restore(stored) {
      for (const { id, parts } of stored)
        crms.set(id, new Map(parts.map((part) => [JSON.stringify(kindOf(part)), part])));
    },
    clear: () => crms.clear(),
  };
}
