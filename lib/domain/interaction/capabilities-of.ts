import type { Contact } from '../contact/contact.ts';
import type { CrmCapabilities } from '../crm/crm-capabilities.ts';
import type { AssignMode, Connection } from './live.ts';

/** With no CRM to ask, nothing can be done. */
const nothing: CrmCapabilities = {
  create: false,
  update: false,
  search: false,
  link: false,
  move: false,
  unlink: false,
  identifiers: [],
  guarded: false,
};

export function capabilitiesOf(connection: Connection | undefined): CrmCapabilities {
  return connection?.status === 'ready' ? connection.capabilities : nothing;
}

const reading = new WeakMap<CrmCapabilities, CrmCapabilities>();

/** What can be done with this very contact; the same one for the same. */
export function capabilitiesFor(
  connection: Connection | undefined,
  contact: Contact | undefined,
): CrmCapabilities {
  const whole = capabilitiesOf(connection);
  if (!contact?.readOnly) return whole;
  const known = reading.get(whole) ?? { ...whole, update: false, link: false, move: false, unlink: false };
  reading.set(whole, known);
  return known;
}

/** An undo takes the identifier away again; what can be moved can be moved back. */
export function canUndo({ move, unlink }: CrmCapabilities, mode: AssignMode): boolean {
  return mode === 'move' ? move : unlink;
}
