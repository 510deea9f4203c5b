import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import rest from '../lib/crms/rest/connector.ts';
import { tryDefinition } from './harness/definition-trial.ts';
import { startVtigerStandIn } from './harness/servers/definitions/vtiger-stand-in.ts';

let store: Awaited<ReturnType<typeof startVtigerStandIn>>;

before(async () => {
  store = await startVtigerStandIn();
});
after(() => store?.stop());

tryDefinition({
  definition: 'vtiger',
  store: () => store,
  holdsNumbers: 4,
  field: { key: 'jobTitle', value: 'Buyer' },
});

test('a session that ran out is opened anew behind the agent, for a read and for a write', async () => {
  const definition = readFileSync(new URL('../lib/crms/definitions/vtiger.json', import.meta.url), 'utf8');
  const crm = rest.connect({
    settings: rest.settings.parse({ ...store.settings, region: 'GB', definition }),
    credential: store.credential,
  });
  const id = await store.add({ last: 'Long-Shift' });
  const contact = await crm.getContact(id);
  store.endSessions();
  assert.equal((await crm.getContact(id))?.name, 'Long-Shift');
  store.endSessions();
  const changed = await crm.updateContact(id, { name: 'Ada Shift' }, contact?.version ?? '', {
    key: 'shift',
  });
  assert.equal(changed.name, 'Ada Shift');
});

test('every contact that is created has an owner, whom the sign-in named', async () => {
  const definition = readFileSync(new URL('../lib/crms/definitions/vtiger.json', import.meta.url), 'utf8');
  const crm = rest.connect({
    settings: rest.settings.parse({ ...store.settings, region: 'GB', definition }),
    credential: store.credential,
  });
  const given = { name: 'Owned By Ada', kind: 'person' as const, identifiers: [], fields: {} };
  const { id } = await crm.createContact(given, { key: 'owned' });
  const held = await store.holds(id);
  assert.ok(held.includes('19x1') && held.includes('Cold Call'), String(held));
});
