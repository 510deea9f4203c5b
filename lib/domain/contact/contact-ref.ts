/**
 * A ContactID says nothing without the CRM that gave it: two CRMs may both have a contact "7". Everywhere but within a
 * connector, and in what a host says, it is written with the connection it is of: `<connection>:<the CRM's own id>`.
 * A connection's id has no colon. The same for ids of assignments.
 */
export function contactRef(crm: string, id: string): string {
  return `${crm}:${id}`;
}

/** The connection. */
export function crmOfRef(ref: string): string {
  return ref.slice(0, Math.max(0, ref.indexOf(':')));
}

/** As the CRM itself calls it. */
export function idOfRef(ref: string): string {
  return ref.slice(ref.indexOf(':') + 1);
}
