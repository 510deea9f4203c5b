import type { CrmSettings } from '../../../lib/domain/settings.ts';

/** The list with this one in the place of the one of its id, or at the end. */
export function putCrm(crms: readonly CrmSettings[], next: CrmSettings): CrmSettings[] {
  return crms.some(({ id }) => id === next.id)
    ? crms.map((crm) => (crm.id === next.id ? next : crm))
    : [...crms, next];
}

/** An id for a new connection that none has yet: that of its connector, with a number where it is taken. */
export function newCrmId(connector: string, crms: readonly CrmSettings[]): string {
  const taken = new Set(crms.map(({ id }) => id));
  if (!taken.has(connector)) return connector;
  let number = 2;
  while (taken.has(`${connector}-${number}`)) number += 1;
  return `${connector}-${number}`;
}
