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

/** An undo takes the identifier away again; what can be moved can be moved back. */
export function canUndo({ move, unlink }: CrmCapabilities, mode: AssignMode): boolean {
  return mode === 'move' ? move : unlink;
}
