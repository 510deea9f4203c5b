import { after, before } from 'node:test';
import { tryDefinition } from './harness/definition-trial.ts';
import { startCyrusContacts } from './harness/servers/definitions/cyrus-contacts.ts';
import type { DefinedStore } from './harness/servers/definitions/defined-store.ts';

let store: DefinedStore;

before(async () => {
  store = await startCyrusContacts();
});
after(() => store?.stop());

tryDefinition({
  definition: 'jmap',
  store: () => store,
  // With dots, a number is one word to it; of names with an apostrophe it makes no words.
  unseen: ['0044 20.7946.0305', '+33.6.55.10.00.43', "O'Connor"],
  field: { key: 'company', value: 'Solheim AS' },
});
