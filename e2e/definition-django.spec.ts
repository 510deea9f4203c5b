import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import rest from '../lib/crms/rest/connector.ts';
import { tryDefinition } from './harness/definition-trial.ts';
import { type DjangoPeople, startDjangoPeople } from './harness/servers/definitions/django-people.ts';

let store: DjangoPeople;

before(async () => {
  store = await startDjangoPeople();
});
after(() => store?.stop());

const definition = readFileSync(new URL('../lib/crms/definitions/django-rest.json', import.meta.url), 'utf8');
const connect = (user: string) =>
  rest.connect({
    settings: rest.settings.parse({ ...store.settings, user, region: 'GB', definition }),
    credential: store.credential,
  });

tryDefinition({
  definition: 'django-rest',
  store: () => store,
  field: { key: 'company', value: 'Solheim AS' },
});

test('a 403 that means another team is a contact that is not there; one that means a missing right is told so', async () => {
  const id = await store.add({ last: 'Hidden' });
  store.hide(id);
  assert.equal(await connect('agent').getContact(id), null);
  const seen = await store.add({ last: 'Seen' });
  const crm = connect('reader');
  const contact = await crm.getContact(seen);
  await assert.rejects(
    crm.updateContact(seen, { name: 'Not Mine' }, contact?.version ?? '', { key: 'reader' }),
    (error: { safe?: object }) => assert.deepEqual(error.safe, { code: 'not-allowed' }) === undefined,
  );
});

test('a company is one, is created as one, and its fields are those that OPTIONS tells of', async () => {
  const crm = connect('agent');
  const created = await crm.createContact(
    {
      name: 'Solheim Shipping AS',
      kind: 'company',
      identifiers: [],
      fields: { tier: 'g', born: '2001-02-03' },
    },
    { key: 'company' },
  );
  assert.equal(created.kind, 'company');
  assert.equal(created.name, 'Solheim Shipping AS');
  assert.deepEqual(
    { tier: created.fields.tier, born: created.fields.born },
    { tier: 'g', born: '2001-02-03' },
  );
  assert.ok((await store.holds(created.id)).includes('telephone'), 'the constant of the definition');
  const { fields } = await crm.workspace();
  const byKey = Object.fromEntries(fields.map((one) => [one.key, one]));
  assert.deepEqual(byKey.tier, {
    key: 'tier',
    label: 'Tier',
    type: 'choice',
    options: [
      { value: 'g', label: 'Gold' },
      { value: 's', label: 'Silver' },
    ],
  });
  assert.equal(byKey.notes?.label, 'What we know');
  assert.deepEqual(
    [byKey.source, byKey.numbers, byKey.phone, byKey.team],
    [undefined, undefined, undefined, undefined],
  );
  const called = await crm.updateContact(
    created.id,
    { fields: { called: '2026-11-20T21:45:57.120Z', born: null } },
    created.version,
    { key: 'called' },
  );
  assert.equal(called.fields.called, '2026-11-20T21:45:57.120Z');
  assert.equal(called.fields.born, undefined);
});
