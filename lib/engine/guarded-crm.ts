import type { Crm } from '../crms/crm.ts';
import { CrmError } from '../domain/crm-error.ts';
import { errandOf, withErrand } from '../domain/errand.ts';

/**
 * Milliseconds for all requests of one question. Each request has a limit of its own (`lib/crms/http.ts`); these are for what
 * lies between them, such as a lock or a browser's storage that never answers.
 */
export const crmPatience = { session: 30_000, workspace: 120_000, read: 45_000, write: 90_000 };

const guarded = new WeakMap<Crm, Crm>();

/** The CRM with an end to every wait: `timeout` where it does not answer, and then its signal aborts. The same one for the same. */
export function guardCrm(crm: Crm): Crm {
  const known = guarded.get(crm);
  if (known) return known;
  const { session, workspace, read, write } = crmPatience;
  const { mayCreate } = crm;
  const guard: Crm = {
    session: (options) => inTime(session, options, (within) => crm.session(within)),
    workspace: (options) => inTime(workspace, options, (within) => crm.workspace(within)),
    getContact: (id, options) => inTime(read, options, (within) => crm.getContact(id, within)),
    findByIdentifier: (identifier, options) =>
      inTime(read, options, (within) => crm.findByIdentifier(identifier, within)),
    search: (query, options) => inTime(read, options, (within) => crm.search(query, within)),
    createContact: (contact, options) =>
      inTime(write, options, (within) => crm.createContact(contact, within)),
    updateContact: (id, change, version, options) =>
      inTime(write, options, (within) => crm.updateContact(id, change, version, within)),
    assignIdentifier: (assignment, options) =>
      inTime(write, options, (within) => crm.assignIdentifier(assignment, within)),
    undoAssignment: (assignmentId, options) =>
      inTime(write, options, (within) => crm.undoAssignment(assignmentId, within)),
    ...(mayCreate && {
      mayCreate: (options) => inTime(read, options, (within) => mayCreate.call(crm, within)),
    }),
    recordUrl: (contactId) => crm.recordUrl(contactId),
  };
  guarded.set(crm, guard);
  guarded.set(guard, guard);
  return guard;
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
