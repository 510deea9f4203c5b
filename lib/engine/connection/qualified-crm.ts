import type { AssignResult, Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { contactRef, crmOfRef, idOfRef } from '../../domain/contact/contact-ref.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { safeRecordUrl } from '../../domain/text/record-url.ts';

/**
 * The CRM of one connection, with every ContactID and id of an assignment as `contactRef` writes it, going in and coming
 * out. One of another connection is never asked for here: it would be somebody else's.
 */
export function qualifiedCrm(crm: Crm, connection: string): Crm {
  const out = (contact: Contact): Contact => {
    const recordUrl = safeRecordUrl(() => crm.recordUrl(contact.id));
    return {
      ...contact,
      id: contactRef(connection, contact.id),
      ...(contact.via && { via: { ...contact.via, id: contactRef(connection, contact.via.id) } }),
      ...(recordUrl !== undefined && { recordUrl }),
    };
  };
  const own = (ref: string): string => {
    if (crmOfRef(ref) !== connection) throw new CrmError({ code: 'not-found' });
    return idOfRef(ref);
  };
  const assigned = ({ assignmentId, contact, former }: AssignResult): AssignResult => ({
    assignmentId: contactRef(connection, assignmentId),
    contact: out(contact),
    former: former.map(out),
  });
  /** A conflict names its owners. */
  const write = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof CrmError) || !cause.safe.owners) throw cause;
      throw new CrmError({
        ...cause.safe,
        owners: cause.safe.owners.map((id) => contactRef(connection, id)),
      });
    }
  };
  const { mayCreate } = crm;
  return {
    session: (options) => crm.session(options),
    workspace: (options) => crm.workspace(options),
    getContact: async (ref, options) => {
      const contact = await crm.getContact(own(ref), options);
      return contact && out(contact);
    },
    findByIdentifier: async (identifier, options) =>
      (await crm.findByIdentifier(identifier, options)).map(out),
    search: async (query, options) => {
      const found = await crm.search(query, options);
      return { ...found, contacts: found.contacts.map(out) };
    },
    createContact: (contact, options) => write(async () => out(await crm.createContact(contact, options))),
    updateContact: (ref, change, version, options) =>
      write(async () => out(await crm.updateContact(own(ref), change, version, options))),
    assignIdentifier: ({ contactId, ...assignment }, options) =>
      write(async () =>
        assigned(await crm.assignIdentifier({ ...assignment, contactId: own(contactId) }, options)),
      ),
    undoAssignment: (ref, options) =>
      write(async () => (await crm.undoAssignment(own(ref), options)).map(out)),
    ...(mayCreate && { mayCreate: (options) => mayCreate.call(crm, options) }),
    recordUrl: (ref) => crm.recordUrl(own(ref)),
  };
}
