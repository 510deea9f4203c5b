import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** Hand-made from Intercom's published contract, version 2.14. */
export const example: CrmExample = {
  settings: (baseUrl) => ({
    baseUrl,
    region: 'GB',
    otherFields: 'telegram=telegram_name, other=external_id',
  }),
  credential: 'example-token',
  opening: recorded.opening ?? [],

  spellings: ['020 7946 0123', '+442079460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('6762f0dd1bb69f9f2193bb10'),
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
          fields: { plan: 'gold' },
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact(
        '6762f0dd1bb69f9f2193bb13',
        { name: 'Dana Mizrahi-Levi', fields: { plan: 'silver', renewed_at: '2026-11-20T00:00:00.000Z' } },
        '1795208644',
        { key: 'example-update' },
      ),
    assignIdentifier: (crm) =>
      crm.assignIdentifier(
        { contactId: '6762f0dd1bb69f9f2193bb13', identifier: shared, mode: 'move' },
        { key: 'example-assign' },
      ),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};
