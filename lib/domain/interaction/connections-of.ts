import { crmOfRef } from '../contact/contact-ref.ts';
import type { Connection } from './live.ts';

interface Connected {
  connections: readonly Connection[];
}

/** The CRMs that are asked for what goes on in a host; undefined: for what an agent looks up in none. */
export function connectionsFor({ connections }: Connected, origin: string | undefined): Connection[] {
  return connections.filter(({ hosts }) => origin === undefined || (hosts?.includes(origin) ?? true));
}

/** The CRM that this contact is of. */
export function connectionOf({ connections }: Connected, contactId: string): Connection | undefined {
  return connections.find(({ id }) => id === crmOfRef(contactId));
}

/** Whose screen this is, at each CRM where somebody is signed in. */
export function ownersOf({ connections }: Connected): Record<string, string> {
  return Object.fromEntries(
    connections.flatMap((one) =>
      one.status === 'ready' && one.owner !== undefined ? [[one.id, one.owner]] : [],
    ),
  );
}
