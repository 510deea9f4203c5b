import type { Crm } from '../crm.ts';
import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+33639980009' } as const;
const key = (name: string) => ({ key: `example-${name}` });

/** How the calls of the example are made; the recording holds what they send and get. */
export const espocrmCalls = {
  session: (crm: Crm) => crm.session(),
  workspace: (crm: Crm) => crm.workspace(),
  getContact: (crm: Crm) => crm.getContact('6b00bf1c8226dc3c2'),
  findByIdentifier: (crm: Crm) => crm.findByIdentifier({ kind: 'phone', value: '+33199000001' }),
  search: (crm: Crm) => crm.search('User77'),
  createContact: (crm: Crm) =>
    crm.createContact(
      {
        name: 'Test900012 User900012',
        kind: 'person',
        identifiers: [
          { kind: 'phone', value: '+33639980012' },
          { kind: 'telegram', value: 'user900012' },
        ],
        fields: { city: 'Lyon' },
      },
      key('create'),
    ),
  updateContact: (crm: Crm) =>
    crm.updateContact(
      '6b00bf1c8226dc3c2',
      { fields: { cClientId: 'C-900001-b' } },
      '2026-11-20 21:44:00',
      key('update'),
    ),
  assignIdentifier: (crm: Crm) =>
    crm.assignIdentifier({ contactId: '6b00bf1c8226dc3c2', identifier: shared, mode: 'move' }, key('assign')),
  undoAssignment: (crm: Crm) => crm.undoAssignment(recordedAssignmentId(recorded), key('undo')),
};

/** From the exchanges recorded of EspoCRM 8.4.2. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, region: 'FR', otherFields: 'telegram=cTelegram' }),
  credential: 'example-api-key',
  spellings: ['+33199000001'],
  customers: ['User900001', 'user900012', '639980009', '639980012', '199000001', 'User77'],
  steps: {
    ...recordedSteps(recorded, espocrmCalls),
    mayCreate: {
      call: (crm) => crm.mayCreate?.() ?? Promise.resolve(),
      exchanges: recorded.steps.session?.exchanges ?? [],
      answer: true,
    },
  },
};
