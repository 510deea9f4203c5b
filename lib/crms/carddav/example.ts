import type { CrmExample } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** Recorded from Radicale 3.1.8 with invented people, two of whom came after the book was read. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl: `${baseUrl}test/contacts/`, user: 'test', region: 'GB' }),
  opensAnew: true,
  credential: 'secret',
  opening: recorded.opening ?? [],
  spellings: ['020 7946 0123', '0044 20 79460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('u3.vcf'),
    findByIdentifier: (crm) => crm.findByIdentifier(shared),
    search: (crm) => crm.search('okafor lónd'),
    createContact: (crm) =>
      crm.createContact(
        {
          name: 'Ingrid Solheim',
          kind: 'person',
          identifiers: [
            { kind: 'phone', value: '+12125550142' },
            { kind: 'telegram', value: 'ingrid' },
            { kind: 'other', value: '7:a;b', scope: 'Inbox "1"' },
          ],
          fields: { company: 'Solheim Lifts', note: 'One, two;\nthree' },
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact(
        'u1.vcf',
        { name: 'Dana Mizrahi-Levi', fields: { jobTitle: 'Owner', 'X-CUSTOMER-TIER': 'silver' } },
        '"67472c88af06b495137854244de64c8699be6713b697755d52cc4cf9620643e2"',
        { key: 'example-update' },
      ),
    assignIdentifier: (crm) =>
      crm.assignIdentifier(
        { contactId: 'u1.vcf', identifier: shared, mode: 'move' },
        { key: 'example-assign' },
      ),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};
