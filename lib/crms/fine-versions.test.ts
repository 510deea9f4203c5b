import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Contact } from '../domain/contact/contact.ts';
import type { CrmConnector } from './crm.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
const connectors = import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' });
/** The others give a version with every write, or count by the millisecond. */
const coarse = ['dolibarr', 'espocrm', 'intercom', 'odoo', 'rest', 'suitecrm', 'zoho'];

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

it.each(coarse)('%s: a contact that was changed twice within a second has two versions', async (name) => {
  const connector = connectors[`./${name}/connector.ts`]!;
  const example = examples[`./${name}/example.ts`]!;
  const { call, exchanges, answer } = example.steps.getContact!;
  const lastName = (answer as Contact).name.split(' ').at(-1)!;
  const read = async (as: string): Promise<Contact> => {
    server.answerWith((request, ...rest) => {
      const opening = example.opening?.find((exchange) => matches(request, exchange));
      const { status, body, headers } = (opening ?? exchanges[0]!).response;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      reply(status, opening ? text : text.replaceAll(lastName, as), headers)(request, ...rest);
    });
    const settings = connector.settings.parse(example.settings(server.baseUrl));
    return (await call(connector.connect({ settings, credential: example.credential }))) as Contact;
  };
  const [before, same, after] = [await read(lastName), await read(lastName), await read('Otherwise')];
  expect(after.name).not.toBe(before.name);
  expect([same.version, after.updatedAt]).toEqual([before.version, before.updatedAt]);
  expect(after.version).not.toBe(before.version);
});
