import type { CrmSettings } from '../../../lib/domain/settings.ts';

/** More would be asked at every call. */
export const mostCrms = 8;

/** The list with this one in the place of the one of its id, or at the end. */
export function putCrm(crms: readonly CrmSettings[], next: CrmSettings): CrmSettings[] {
  return crms.some(({ id }) => id === next.id)
    ? crms.map((crm) => (crm.id === next.id ? next : crm))
    : [...crms, next];
}

/** The list with one moved up (-1) or down (1); as it is where that is its end. */
export function moveCrm(crms: readonly CrmSettings[], id: string, step: -1 | 1): CrmSettings[] {
  const from = crms.findIndex((crm) => crm.id === id);
  const moved = crms[from];
  const to = from + step;
  if (moved === undefined || to < 0 || to >= crms.length) return [...crms];
  return crms.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** An id for a new connection that none has yet: that of its connector, with a number where it is taken. */
export function newCrmId(connector: string, crms: readonly CrmSettings[]): string {
  const taken = new Set(crms.map(({ id }) => id));
  if (!taken.has(connector)) return connector;
  let number = 2;
  while (taken.has(`${connector}-${number}`)) number += 1;
  return `${connector}-${number}`;
}
