import type { CrmExample, CrmStep } from '../crm-example-for-tests.ts';
import { type Recording, recordedAssignmentId, recordedSteps } from '../records/recorded-steps-for-tests.ts';
import file from './example.json';

// JSON knows neither methods nor optional keys; the contract test reads all of it.
const recorded = file as unknown as Recording;
const shared = { kind: 'phone', value: '+442079460123' } as const;

/** Recorded from Tryton 6.0.29 with module party, on SQLite and without a phone library: numbers stand as they were typed. */
export const example: CrmExample = {
  settings: (baseUrl) => ({ baseUrl, database: 'ringside', user: 'admin', region: 'GB' }),
  credential: 'example-password',
  opening: recorded.opening ?? [],
  renews: true,
  merged: merged(),
  missing: { status: 200, body: { id: 1, result: [] } },
  spellings: ['020 7946 0123', '+44 (0)20 7946 0123', '+442079460123'],
  customers: ['Ngozi', 'Levi'],
  steps: recordedSteps(recorded, {
    session: (crm) => crm.session(),
    workspace: (crm) => crm.workspace(),
    getContact: (crm) => crm.getContact('9'),
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
          fields: {},
        },
        { key: 'example-create' },
      ),
    updateContact: (crm) =>
      crm.updateContact('12', { name: 'Dana Mizrahi-Levi', fields: { code: 'D-7' } }, '1795223196', {
        key: 'example-update',
      }),
    assignIdentifier: (crm) =>
      crm.assignIdentifier({ contactId: '12', identifier: shared, mode: 'move' }, { key: 'example-assign' }),
    undoAssignment: (crm) => crm.undoAssignment(recordedAssignmentId(recorded), { key: 'example-undo' }),
  }),
};

/** A party that was replaced by another says by which; that one is then asked for as if it had been meant. */
function merged(): CrmStep {
  const { exchanges = [], answer } = recorded.steps.getContact ?? {};
  // The same shape with another text in it.
  const other = <Part>(part: Part, from: string, to: string) =>
    JSON.parse(JSON.stringify(part).replaceAll(from, to)) as Part;
  const replaced = exchanges.map(({ request, response, ...rest }) => ({
    ...rest,
    request: other(request, '["id","=",9]', '["id","=",8]'),
    response: other(response, '"replaced_by.":null', '"replaced_by.":{"id":9,"replaced_by.":null}'),
  }));
  return {
    call: (crm) => crm.getContact('8'),
    exchanges: [...replaced, ...exchanges],
    answer,
  };
}
