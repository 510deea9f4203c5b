import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Contact, contactSchema } from '../domain/contact/contact.ts';
import { limitContact } from '../domain/contact/contact-limits.ts';
import { CrmError } from '../domain/crm/crm-error.ts';
import type { Unread } from '../domain/crm/unread.ts';
import type { Found } from '../domain/search/found.ts';
import { crmConnectors } from './connectors.ts';
import type { CrmConnector } from './crm.ts';
import type { CrmExample, CrmExchange, CrmStep } from './crm-example-for-tests.ts';
import type { CrmMemory } from './crm-memory.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { type Answer, reply, startReplayServer } from './http/replay-server-for-tests.ts';
import { describedIn, nodesOf, rowsWith, withNode } from './odd-values-for-tests.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
/** Cards are no JSON; how odd ones are read is tested where they are. */
const withRecords = crmConnectors.filter(({ id }) => id !== 'carddav');

/** What an import, another program or a fault may leave where something else should stand. */
const oddValues: unknown[] = [
  undefined,
  null,
  {},
  [],
  [null, [null]],
  12_345,
  1e300,
  '29.11.2026 25:61',
  '2026-99-99 99:99:99',
  'Okoro '.repeat(5_000),
];
/** What a telephone server may take for a ContactID of some other system. */
const noIds = [
  ...['CUST-00042', '0', '-1', '../x', '..', 'a b', '1e9', '99999999999999999999', 'é'],
  ...['x'.repeat(300), '9'.repeat(5_000)],
];
/** Stands in what is spoiled, and in nothing that is told. */
const canary = 'Okoro';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

describe.each(withRecords.map((one) => [one.id, one] as const))('%s', (id, connector: CrmConnector) => {
  const example = examples[`./${id}/example.ts`]!;
  const { opening = [] } = example;
  const lists = (['findByIdentifier', 'search'] as const).flatMap((name) => {
    const step = example.steps[name];
    const at = step?.exchanges.findIndex(
      ({ response }) => rowsWith(bodyOf(response), idsOf(step)) !== undefined,
    );
    return step && at !== undefined && at >= 0 ? [{ name, step, at }] : [];
  });

  /** What a connection asked once is remembered, so that each call is about its records alone. */
  function connect(memory: CrmMemory) {
    const told: Unread[] = [];
    const crm = connector.connect({
      settings: connector.settings.parse(example.settings(server.baseUrl)),
      credential: example.credential,
      memory,
      onUnread: (one) => void told.push(one),
    });
    return { crm, told };
  }

  function answering(step: CrmStep, changed?: { exchange: CrmExchange; body: unknown }): Answer {
    return (request, ...rest) => {
      const found = [...opening, ...step.exchanges].find((exchange) => matches(request, exchange));
      if (!found) return reply(404)(request, ...rest);
      const { status, headers, body } = found.response;
      reply(status, found === changed?.exchange ? changed.body : body, headers)(request, ...rest);
    };
  }

  it('has an example of a list of contacts', () => {
    expect(lists.map(({ name }) => name)).toContain('search');
  });

  it.each(lists)('$name reads the others where one record is odd in any of its parts', async (list) => {
    const { step, at } = list;
    const exchange = step.exchanges[at]!;
    const memory = memoryOf();
    const rows = rowsWith(bodyOf(exchange.response), idsOf(step))!;
    const own = idsOf(step);
    server.answerWith(answering(step));
    expect(await step.call(connect(memory).crm)).toEqual(step.answer);
    const paths = nodesOf(rows.rows[0]);
    let counted = 0;
    for (const path of paths) {
      // One of each kind at once, and none may take another with it.
      const odd = oddValues.map((value, index) => {
        const record = withId(rows.rows[0], index);
        return withNode(record, path, value);
      });
      server.answerWith(answering(step, { exchange, body: rows.withRows([...odd, ...rows.rows]) }));
      const { crm, told } = connect(memory);
      const where = path.join('.');
      const answer = await step.call(crm).catch((error: unknown) => {
        throw new Error(`An odd ${where} spoils the answer.`, { cause: error });
      });
      const contacts = contactsIn(answer);
      const others = contacts.filter((contact) => own.includes(contact.id));
      expect(others, where).toEqual(contactsIn(step.answer));
      for (const contact of contacts)
        expect(contactSchema.safeParse(limitContact(contact)).error?.issues, where).toBeUndefined();
      expect(JSON.stringify(told), where).not.toContain(canary);
      counted += told.length > 0 ? 1 : 0;
    }
    expect(paths.length).toBeGreaterThan(5);
    expect(counted).toBeGreaterThan(5);
  });

  // A definition says itself what the fields are.
  const described = opening.filter(
    ({ response }) => id !== 'rest' && describedIn(bodyOf(response)) !== undefined,
  );
  it.each(described)(
    'reads its records where a field of $request.path is described oddly',
    async (exchange) => {
      const { step } = lists[0]!;
      const body = describedIn(bodyOf(exchange.response))!;
      server.answerWith((request, ...rest) => {
        if (!matches(request, exchange)) return answering(step)(request, ...rest);
        const { status, headers } = exchange.response;
        reply(status, body.withMore(oddValues), headers)(request, ...rest);
      });
      const { crm, told } = connect(memoryOf());
      expect(await step.call(crm)).toEqual(step.answer);
      expect(told.length).toBeGreaterThan(0);
      expect(told.every(({ of, whole }) => of === 'field' && whole)).toBe(true);
      expect(JSON.stringify(told)).not.toContain(canary);
    },
  );

  it.each(lists)('$name stays a failure where none of the records can be read', async ({ step, at }) => {
    const exchange = step.exchanges[at]!;
    const rows = rowsWith(bodyOf(exchange.response), idsOf(step))!;
    const memory = memoryOf();
    server.answerWith(answering(step));
    await step.call(connect(memory).crm);
    for (const body of [rows.withRows([{}]), rows.withRows([null, [], 'x']), '<html>', rows.withRows('x')]) {
      server.answerWith(answering(step, { exchange, body }));
      const error = await step.call(connect(memory).crm).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CrmError);
      expect((error as CrmError).safe).toEqual({ code: 'bad-reply' });
    }
  });

  it.each(
    noIds.map(
      (one) => [one.length > 24 ? `${one.slice(0, 9)}… of ${one.length} letters` : one, one] as const,
    ),
  )('knows nobody by the ContactID %s', async (_, contactId) => {
    const step = example.steps.getContact!;
    const { status, body, headers } = example.missing ?? { status: 404, body: '' };
    server.answerWith((request, ...rest) => {
      const found = opening.find((exchange) => matches(request, exchange));
      if (found) return answering(step)(request, ...rest);
      reply(status, body, headers)(request, ...rest);
    });
    expect(await connect(memoryOf()).crm.getContact(contactId)).toBeNull();
  });
});

function memoryOf(): CrmMemory {
  const kept = new Map<string, string>();
  return {
    get: async (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
  };
}

function bodyOf({ body }: CrmExchange['response']): unknown {
  return typeof body === 'string' && body !== '' ? (JSON.parse(body) as unknown) : body;
}

function idsOf({ answer }: CrmStep): string[] {
  return contactsIn(answer).map(({ id }) => id);
}

function contactsIn(answer: unknown): Contact[] {
  return Array.isArray(answer) ? (answer as Contact[]) : (answer as Found).contacts;
}

/** The same record as another one, whose id is of the same kind and nobody's. */
function withId(record: unknown, index: number): unknown {
  const { id } = record as { id: string | number };
  if (typeof id === 'number') return { ...(record as object), id: id + 5_000 + index };
  if (/^\d+$/.test(id)) return { ...(record as object), id: String(BigInt(id) + 5_000n + BigInt(index)) };
  const tail = (Number.parseInt(id.slice(-2), 16) + index + 64) % 256;
  return { ...(record as object), id: id.slice(0, -2) + tail.toString(16).padStart(2, '0') };
}
