import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** In the shape of exchanges recorded from Dolibarr 19.0.2, with invented people and only some of the hundred properties. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, region: 'GB', otherFields: 'telegram=telegram' }),
  credential: 'example-key',
  opening: recorded.opening ?? [],
  noneIs404: ['findByIdentifier', 'search'],
  spellings: ['020 7946 0123', '0044 20 79460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('100011'),
    findByIdentifier: (crm) => crm.findByIdentifier(shared),
    search: (crm) => crm.search('mizrahi dana'),
    createContact: (crm) =>
      crm.createContact(
        {
          name: 'Ingrid Solheim',
          kind: 'person',
          identifiers: [
            { kind: 'phone', value: '+12125550142' },
            { kind: 'telegram', value: 'ingrid' },
          ],
          fields: { jobTitle: 'Owner', options_clientid: 'C-9' },
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact(
        '100015',
        { name: 'Dana Mizrahi-Levi', fields: { jobTitle: 'Buyer' } },
        '1795211185',
        { key: 'example-update' },
      ),
    assignIdentifier: (crm) =>
      crm.assignIdentifier(
        { contactId: '100015', identifier: shared, mode: 'move' },
        { key: 'example-assign' },
      ),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};
