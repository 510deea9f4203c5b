import type { Crm } from '../crm.ts';
import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const id = '37ea121a-5a01-4784-a4c2-5d0a447fd7df';
const shared = { kind: 'phone', value: '+33639980009' } as const;
const key = (name: string) => ({ key: `example-${name}` });

/** How the calls of the example are made; the recording holds what they send and get. */
export const twentyCalls = {
  session: (crm: Crm) => crm.session(),
  workspace: (crm: Crm) => crm.workspace(),
  getContact: (crm: Crm) => crm.getContact(id),
  findByIdentifier: (crm: Crm) => crm.findByIdentifier({ kind: 'phone', value: '+33199000001' }),
  search: (crm: Crm) => crm.search('User77'),
  createContact: (crm: Crm) =>
    crm.createContact(
      {
        name: 'Test900012 User900012',
        kind: 'person',
        identifiers: [
          { kind: 'phone', value: '+33639980012' },
          { kind: 'email', value: 'user900012@example.com' },
        ],
        fields: { jobTitle: 'Buyer' },
      },
      key('create'),
    ),
  updateContact: (crm: Crm) =>
    crm.updateContact(id, { fields: { jobTitle: 'Buyer' } }, '2026-11-20T21:55:42.946Z', key('update')),
  assignIdentifier: (crm: Crm) =>
    crm.assignIdentifier({ contactId: id, identifier: shared, mode: 'move' }, key('assign')),
  undoAssignment: (crm: Crm) => crm.undoAssignment(recordedAssignmentId(recorded), key('undo')),
};

/** From the exchanges recorded of Twenty 0.51. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, region: 'FR', otherFields: 'other=clientId' }),
  credential: 'example-token',
  missing: {
    status: 400,
    body: { statusCode: 400, error: 'RestApiException', messages: ['Rest Api Exception'] },
  },
  spellings: ['199000001'],
  customers: ['User900001', 'User900012', '639980009', '639980012', '199000001', 'User77'],
  steps: recordedSteps(recorded, twentyCalls),
};
