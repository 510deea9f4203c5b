import type { AssignResult, Crm } from '../../crms/crm.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { limitContact } from '../../domain/contact/contact-limits.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { limitWorkspace } from '../../domain/fields/limit-workspace.ts';
import { errandOf, withErrand } from '../../domain/interaction/errand.ts';
import type { Found } from '../../domain/search/found.ts';
import { looseKey } from '../cache/loose-key.ts';

/**
 * Milliseconds for all requests of one question. Each request has a limit of its own (`lib/crms/http/http.ts`); these are for what
 * lies between them, such as a lock or a browser's storage that never answers.
 */
export const crmPatience = { session: 30_000, workspace: 120_000, read: 45_000, write: 90_000 };

/** Of one answer: more share no identifier, and nobody would look through them. */
const mostContacts = 100;

const guarded = new WeakMap<Crm, Crm>();

/**
 * The CRM with an end to every wait and a limit to every answer: `timeout` where it does not answer, and then its signal
 * aborts; contacts and workspace no larger than live state can bear. The same one for the same.
 */
export function guardCrm(crm: Crm): Crm {
  const known = guarded.get(crm);
  if (known) return known;
  const { session, workspace, read, write } = crmPatience;
  const { mayCreate } = crm;
  const guard: Crm = {
    session: (options) => inTime(session, options, (within) => crm.session(within)),
    workspace: (options) =>
      inTime(workspace, options, (within) => crm.workspace(within)).then(limitWorkspace),
    getContact: (id, options) =>
      inTime(read, options, (within) => crm.getContact(id, within)).then(
        (contact) => contact && limitContact(contact),
      ),
    findByIdentifier: (identifier, options) =>
      inTime(read, options, (within) => crm.findByIdentifier(identifier, within)).then(limitAll(identifier)),
    search: (query, options) => inTime(read, options, (within) => crm.search(query, within)).then(limitFound),
    createContact: (contact, options) =>
      inTime(write, options, (within) => crm.createContact(contact, within)).then((made) =>
        limitContact(made),
      ),
    updateContact: (id, change, version, options) =>
      inTime(write, options, (within) => crm.updateContact(id, change, version, within)).then((changed) =>
        limitContact(changed),
      ),
    assignIdentifier: (assignment, options) =>
      inTime(write, options, (within) => crm.assignIdentifier(assignment, within)).then(limitAssigned),
    undoAssignment: (assignmentId, options) =>
      inTime(write, options, (within) => crm.undoAssignment(assignmentId, within)).then(limitAll()),
    ...(mayCreate && {
      mayCreate: (options) => inTime(read, options, (within) => mayCreate.call(crm, within)),
    }),
    recordUrl: (contactId) => crm.recordUrl(contactId),
  };
  guarded.set(crm, guard);
  guarded.set(guard, guard);
  return guard;
}

/** Of somebody with more identifiers than are kept, the one that was looked for is: by it they are known. */
function limitAll(identifier?: Identifier): (contacts: Contact[]) => Contact[] {
  const wanted = identifier && looseKey(identifier.value);
  const first = ({ value }: Identifier) => wanted !== undefined && looseKey(value) === wanted;
  return (contacts) => contacts.slice(0, mostContacts).map((contact) => limitContact(contact, { first }));
}

function limitFound(found: Found): Found {
  return { ...found, contacts: limitAll()(found.contacts) };
}

function limitAssigned({ assignmentId, contact, former }: AssignResult): AssignResult {
  return { assignmentId, contact: limitContact(contact), former: limitAll()(former) };
}

/** A function that throws at once is no different from one that rejects. */
function inTime<Answer, Options extends { signal?: AbortSignal }>(
  ms: number,
  options: Options | undefined,
  ask: (within: Options & { signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const deadline = new AbortController();
    const timer = setTimeout(() => {
      reject(new CrmError({ code: 'timeout' }));
      deadline.abort();
    }, ms);
    const given = options?.signal;
    const either = given ? AbortSignal.any([given, deadline.signal]) : deadline.signal;
    const signal = withErrand(errandOf(given), either);
    // What is added is all that is missing of the type.
    const within = { ...options, signal } as Options & { signal: AbortSignal };
    Promise.resolve()
      .then(() => ask(within))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
