import type { Settings } from '../../domain/settings.ts';

/** How the fields of this CRM are arranged. */
export function arrangementOf({ crms }: Settings, id: string) {
  return crms.find((one) => one.id === id)?.arrangement;
}

/** Which CRMs are asked for which hosts, and whose the hosts' ContactIDs are. */
export function askedOf({ crms }: Settings) {
  return crms.map(({ id, hosts }) => ({ id, hosts }));
}
