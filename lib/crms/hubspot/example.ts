import type { CrmExample, CrmStep } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** Hand-made from HubSpot's published documents: contacts search, properties and account information, v3. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, region: 'GB', otherFields: 'telegram=telegram_name' }),
  credential: 'example-token',
  opening: recorded.opening ?? [],
  merged: merged(),
  spellings: ['020 7946 0123', '0044 20 79460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('151'),
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
          fields: { company: 'Solheim Lifts' },
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact(
        '154',
        { name: 'Dana Mizrahi-Levi', fields: { jobTitle: 'Owner' } },
        '2026-11-20T21:04:04.000Z',
        { key: 'example-update' },
      ),
    assignIdentifier: (crm) =>
      crm.assignIdentifier({ contactId: '154', identifier: shared, mode: 'move' }, { key: 'example-assign' }),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};

/** Asked for by the id it had before, a contact is answered under the one it has now. */
function merged(): CrmStep {
  const { exchanges = [], answer } = recorded.steps.getContact ?? {};
  return {
    call: (crm) => crm.getContact('149'),
    exchanges: exchanges.map(({ request, response }) => ({
      request: { ...request, path: request.path.replace('/151', '/149') },
      response,
    })),
    answer,
  };
}
