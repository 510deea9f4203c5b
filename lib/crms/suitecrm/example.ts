import type { Crm } from '../crm.ts';
import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const id = '45cf3884-f9bc-5ca0-7199-6b00c0546ba2';
const shared = { kind: 'phone', value: '+33639980009' } as const;
const key = (name: string) => ({ key: `example-${name}` });

/** How the calls of the example are made; the recording holds what they send and get. */
export const suitecrmCalls = {
  session: (crm: Crm) => crm.session(),
  workspace: (crm: Crm) => crm.workspace(),
  getContact: (crm: Crm) => crm.getContact(id),
  findByIdentifier: (crm: Crm) => crm.findByIdentifier({ kind: 'phone', value: '+33639980074' }),
  search: (crm: Crm) => crm.search('User77'),
  createContact: (crm: Crm) =>
    crm.createContact(
      {
        name: 'Test900012 User900012',
        kind: 'person',
        identifiers: [{ kind: 'phone', value: '+33639980012' }],
        fields: { jobTitle: 'Buyer' },
      },
      key('create'),
    ),
  updateContact: (crm: Crm) =>
    crm.updateContact(id, { fields: { jobTitle: 'Buyer' } }, readVersion(), key('update')),
  assignIdentifier: (crm: Crm) =>
    crm.assignIdentifier({ contactId: id, identifier: shared, mode: 'move' }, key('assign')),
  undoAssignment: (crm: Crm) => crm.undoAssignment(recordedAssignmentId(recorded), key('undo')),
};

/** From the exchanges recorded of SuiteCRM 7.13. */
export const example: CrmExample = {
  settings: (baseUrl) => ({
    baseUrl,
    oauthClientId: 'screenpop',
    user: 'admin',
    region: 'FR',
    otherFields: 'other=client_id_c',
  }),
  credential: 'example-secret example-password',
  opening: recorded.opening ?? [],
  renews: true,
  missing: {
    status: 400,
    body: { errors: { status: 400, title: null, detail: `Contacts module with id ${id} is not found` } },
  },
  spellings: ['06 39 98 00 74'],
  customers: ['User900001', 'User900012', '639980009', '639980012', '639980074', 'User77'],
  steps: recordedSteps(recorded, suitecrmCalls),
};

/** Of the contact as it was read. */
function readVersion(): string {
  const answer = recorded.steps.getContact?.answer;
  return typeof answer === 'object' && answer !== null && 'version' in answer ? String(answer.version) : '';
}
