import type { Crm } from '../crm.ts';
import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+33639980009' } as const;
const key = (name: string) => ({ key: `example-${name}` });

/** How the calls of the example are made; the recording holds what they send and get. */
export const odooCalls = {
  session: (crm: Crm) => crm.session(),
  workspace: (crm: Crm) => crm.workspace(),
  getContact: (crm: Crm) => crm.getContact('100019'),
  findByIdentifier: (crm: Crm) => crm.findByIdentifier({ kind: 'phone', value: '+33639980001' }),
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
    crm.updateContact('100019', { fields: { jobTitle: 'Buyer' } }, '2026-11-20 21:47:52', key('update')),
  assignIdentifier: (crm: Crm) =>
    crm.assignIdentifier({ contactId: '100019', identifier: shared, mode: 'move' }, key('assign')),
  undoAssignment: (crm: Crm) => crm.undoAssignment(recordedAssignmentId(recorded), key('undo')),
};

/** From the exchanges recorded of Odoo 17. */
export const example: CrmExample = {
  settings: (baseUrl) => ({
    baseUrl,
    database: 'odoo',
    user: 'admin',
    region: 'FR',
    otherFields: 'other=x_client_id',
  }),
  credential: 'example-api-key',
  opening: recorded.opening ?? [],
  missing: { status: 200, body: { jsonrpc: '2.0', id: 1, result: [] } },
  spellings: ['06 39 98 00 01'],
  customers: ['User900001', 'User900012', '639980001', '639980009', '639980012', 'User77'],
  steps: recordedSteps(recorded, odooCalls),
};
