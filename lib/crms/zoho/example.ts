import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** Hand-made from Zoho's published contract, CRM v8. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, region: 'GB', otherFields: 'telegram=Telegram' }),
  credential: 'example-token',
  opening: recorded.opening ?? [],
  missing: { status: 204, body: '' },
  spellings: ['020 7946 0123', '00442079460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('5843104000000412001'),
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
          fields: { Lead_Source: 'Trade Show' },
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact(
        '5843104000000412003',
        { name: 'Dana Mizrahi-Levi', fields: { jobTitle: 'Owner', Interests: ['Stairs'] } },
        '2026-11-20T21:03:03+00:00',
        { key: 'example-update' },
      ),
    assignIdentifier: (crm) =>
      crm.assignIdentifier(
        { contactId: '5843104000000412003', identifier: shared, mode: 'move' },
        { key: 'example-assign' },
      ),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};
