import { after, before } from 'node:test';
import { tryDefinition } from './harness/definition-trial.ts';
import type { DefinedStore } from './harness/servers/definitions/defined-store.ts';
import { startTrytonParties } from './harness/servers/definitions/tryton-parties.ts';

let store: DefinedStore;

before(async () => {
  store = await startTrytonParties();
});
after(() => store?.stop());

tryDefinition({
  definition: 'tryton',
  store: () => store,
  field: { key: 'code', value: 'C-0042', required: true },
});
