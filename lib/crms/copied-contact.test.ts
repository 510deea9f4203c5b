import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { CrmConnector } from './crm.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { reply, startReplayServer } from './http/replay-server-for-tests.ts';
import type { RecordDriver } from './records/record-driver.ts';

/** Every driver gets copies of what it answered: nothing that it does may hang on the very object. */
vi.mock('./records/record-writes.ts', async (load) => {
  const { recordWrites, ...others } = await load<typeof import('./records/record-writes.ts')>();
  const copying = <Raw>(driver: RecordDriver<Raw>): RecordDriver<Raw> => ({
    ...driver,
    patch: (read, change, signal) => driver.patch(structuredClone(read), change, signal),
    ...(driver.kept && { kept: (read, signal) => driver.kept?.(structuredClone(read), signal) }),
  });
  return {
    ...others,
    recordWrites: ((driver, memory) => recordWrites(copying(driver), memory)) as typeof recordWrites,
  };
});

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
const connectors = import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' });

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const writes = Object.entries(examples).flatMap(([file, example]) =>
  (['updateContact', 'assignIdentifier', 'undoAssignment'] as const).flatMap((name) => {
    const step = example.steps[name];
    const connector = connectors[file.replace('example.ts', 'connector.ts')];
    return step && connector ? [{ name, step, example, connector, id: connector.id }] : [];
  }),
);

it.each(writes)('$name of $id keeps what a copied contact holds', async ({ step, example, connector }) => {
  const left = [...step.exchanges];
  server.answerWith((request, ...rest) => {
    const found = [...(example.opening ?? []), ...left].find((exchange) => matches(request, exchange));
    if (left.includes(found!)) left.splice(left.indexOf(found!), 1);
    const { status, body, headers } = found?.response ?? { status: 418, body: '' };
    reply(status, body, headers)(request, ...rest);
  });
  const settings = connector.settings.parse(example.settings(server.baseUrl));
  const crm = connector.connect({ settings, credential: example.credential });
  expect(await step.call(crm)).toEqual(step.answer);
  expect(left).toEqual([]);
});
