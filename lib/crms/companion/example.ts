import { type Contact, contactSchema } from '../../domain/contact/contact.ts';
import type { Crm } from '../crm.ts';
import type { CrmExample, CrmExchange, CrmStep } from '../crm-example-for-tests.ts';
import recorded from './example.json';

const shared = { kind: 'phone', value: '+442079460123' } as const;
const key = (name: string) => ({ key: `example-${name}` });

/** Recorded from the companion server with its demo workspace; server/recorded-example.test.ts holds it to that. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl }),
  credential: 'example-token',
  steps: {
    session: step('session', (crm) => crm.session(), sessionOf),
    mayCreate: step(
      'session',
      (crm) => crm.mayCreate?.() ?? Promise.resolve(),
      () => true,
    ),
    workspace: step('workspace', (crm) => crm.workspace()),
    getContact: step('getContact', (crm) => crm.getContact('C-0999')),
    findByIdentifier: step('findByIdentifier', (crm) => crm.findByIdentifier(shared), contactsOf),
    search: step(
      'search',
      (crm) => crm.search('mizrahi glass'),
      (body) => ({ contacts: contactsOf(body) }),
    ),
    createContact: step('createContact', (crm) =>
      crm.createContact(
        {
          name: 'Ingrid Solheim',
          kind: 'person',
          identifiers: [{ kind: 'phone', value: '+12125550142' }],
          fields: { language: 'en', company: 'Solheim Lifts' },
        },
        key('create'),
      ),
    ),
    updateContact: step('updateContact', (crm) =>
      crm.updateContact('C-1014', { fields: { jobTitle: 'Owner' } }, '14', key('update')),
    ),
    assignIdentifier: step('assignIdentifier', (crm) =>
      crm.assignIdentifier({ contactId: 'C-1004', identifier: shared, mode: 'move' }, key('assign')),
    ),
    undoAssignment: step(
      'undoAssignment',
      (crm) => crm.undoAssignment(assignmentId(), key('undo')),
      contactsOf,
    ),
  },
};

/** Nearly every answer is the body as it stands. */
function step(
  name: keyof typeof recorded,
  call: (crm: Crm) => Promise<unknown>,
  answerOf: (body: unknown) => unknown = (body) => body,
): CrmStep {
  const exchanges: CrmExchange[] = recorded[name];
  return { call, exchanges, answer: answerOf(exchanges[0]?.response.body) };
}

/** What of the session the connector hands on. */
function sessionOf(body: unknown): unknown {
  const { agent, draftKey } = recorded.session[0]?.response.body ?? {};
  return body === undefined ? undefined : { agent, draftKey };
}

function contactsOf(body: unknown): Contact[] {
  const list = typeof body === 'object' && body !== null && 'contacts' in body ? body.contacts : [];
  return Array.isArray(list) ? list.map((item) => contactSchema.parse(item)) : [];
}

function assignmentId(): string {
  return recorded.assignIdentifier[0]?.response.body.assignmentId ?? '';
}
