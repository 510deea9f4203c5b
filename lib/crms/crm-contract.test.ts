import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fieldName, sectionName } from '../../components/words/workspace-words.ts';
import { identifierKinds } from '../domain/contact/identifier-schema.ts';
import { CrmError } from '../domain/crm/crm-error.ts';
import { workspaceSchema } from '../domain/fields/workspace.ts';
import { crmConnectors } from './connectors.ts';
import type { AssignResult, Crm, CrmConnector, CrmFacts } from './crm.ts';
import type { CrmExample, CrmExchange } from './crm-example-for-tests.ts';
import type { CrmMemory } from './crm-memory.ts';
import { canary, failures, problem } from './http/failures-for-tests.ts';
import { comparable, comparableOf, isRead, matches } from './http/match-exchange-for-tests.ts';
import { type Answer, reply, type SeenRequest, startReplayServer } from './http/replay-server-for-tests.ts';
import { paceOf } from './http/request-window.ts';
import { isOfOrganisations } from './organisation-crms-for-tests.ts';
import { atOnce } from './pace-for-tests.ts';
import { decodeAssignment } from './records/assignment-id.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
const facts = import.meta.glob<CrmFacts>('./*/facts.ts', { eager: true, import: 'facts' });
const byFile = import.meta.glob<CrmConnector>('./*/connector.ts', { eager: true, import: 'default' });

const reads = ['session', 'mayCreate', 'workspace', 'getContact', 'findByIdentifier', 'search'];
const customers = ['okafor', 'solheim', 'mizrahi', '2079460123', '2125550142', '@'];
let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

it('finds at least the companion connector', () => {
  expect(crmConnectors.map(({ id }) => id)).toContain('companion');
});

describe.each(Object.entries(byFile))('%s', (file, connector) => {
  const example = examples[file.replace('connector.ts', 'example.ts')]!;
  const opening = example.opening ?? [];
  const steps = Object.entries(example.steps);
  const writes = steps.filter(([name]) => !reads.includes(name));
  const readsFirst = ([name, { exchanges }]: (typeof steps)[number]) => isRead(exchanges[0]!, name, reads);
  const told = [...customers, ...(example.customers ?? [])].map((one) => one.toLowerCase());
  const settingsOf = (baseUrl: string) => connector.settings.parse(example.settings(baseUrl));
  const connect = (baseUrl = server.baseUrl, credential = example.credential): Crm =>
    connector.connect({ settings: settingsOf(baseUrl), credential, pace: atOnce });
  const capabilities = () => connector.capabilities(settingsOf(server.baseUrl));

  /** A connection opens as it did when it was recorded; `answer` is for what comes then. */
  const afterOpening =
    (answer: Answer): Answer =>
    (request, ...rest) => {
      const found = opening.find((exchange) => matches(request, exchange));
      if (found) replay(found)(request, ...rest);
      else answer(request, ...rest);
    };
  /** Every request but those that open a connection. */
  const asked = (): SeenRequest[] =>
    server.seen.filter((request) => !opening.some((exchange) => matches(request, exchange)));

  /** What every step ends in, all at once and each on a connection of its own: an answer, or its error. */
  const outcomes = (which = steps, baseUrl = server.baseUrl) =>
    Promise.all(
      which.map(async ([name, step]) => ({
        name,
        outcome: await step.call(connect(baseUrl)).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        ),
      })),
    );

  it('is named after its folder', () => {
    expect(file).toBe(`./${connector.id}/connector.ts`);
  });

  it('has its facts beside it: its own id, and a form that asks for each of its settings', () => {
    const { id, form = [] } = facts[file.replace('connector.ts', 'facts.ts')] ?? {};
    expect(id).toBe(connector.id);
    const filled = settingsOf(server.baseUrl) as Record<string, unknown>;
    const asked = form.map(({ key }) => key);
    const preset = connector.settings.safeParse({ ...filled, baseUrl: undefined }).success ? ['baseUrl'] : [];
    expect([...asked, ...preset]).toEqual(expect.arrayContaining(['credential', ...Object.keys(filled)]));
  });

  it('asks leave for origins without a port, and refuses addresses that are not safe', () => {
    for (const pattern of connector.origins(settingsOf(server.baseUrl))) {
      expect(pattern).toMatch(/^https?:\/\/(\[[\da-f:]+\]|[^:/*]+)\/\*$/);
    }
    for (const unsafe of ['http://crm.example.com/', 'ftp://127.0.0.1/', 'https://a:b@crm.example.com/']) {
      expect(connector.settings.safeParse(example.settings(unsafe)).success).toBe(false);
    }
  });

  it('shows by an example whatever it says it can do, and plans two round trips a lookup at most', () => {
    const { create, update, search, link, identifiers } = capabilities();
    const can = { createContact: create, updateContact: update, search, assignIdentifier: link };
    const always = ['session', 'workspace', 'getContact', 'findByIdentifier'];
    const wanted = [...always, ...Object.entries(can).flatMap(([name, able]) => (able ? [name] : []))];
    expect(Object.keys(example.steps)).toEqual(expect.arrayContaining(wanted));
    expect(identifiers.length).toBeGreaterThan(0);
    expect(connector.plan.findByIdentifier).toBeLessThanOrEqual(2);
  });

  it('names every field once', () => {
    const { fields } = workspaceSchema.parse(example.steps.workspace!.answer);
    const keys = fields.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('leaves without a label only what the catalogue of words has a name for', () => {
    const { fields, sections } = workspaceSchema.parse(example.steps.workspace!.answer);
    const unknown = [
      ...fields.filter((field) => field.label === '' && fieldName(field) === field.key),
      ...sections.filter((section) => section.label === '' && sectionName(section) === section.id),
    ];
    expect(unknown).toEqual([]);
  });

  it.each(steps)('%s makes a request: else nothing that follows says anything', async (name, step) => {
    server.answerWith(afterOpening((request, ...rest) => replay(step.exchanges[0]!)(request, ...rest)));
    await step.call(connect()).catch(() => undefined);
    expect(asked().length, `${name} of ${connector.id}`).toBeGreaterThan(0);
  });

  it.each(steps)('%s sends what was recorded and answers what was recorded', async (name, step) => {
    const left = [...step.exchanges];
    server.answerWith(
      afterOpening((request, ...rest) => {
        const found = left.find((exchange) => matches(request, exchange)) ?? left[0];
        expect(found).toBeDefined();
        expectRequest(request, found!);
        left.splice(left.indexOf(found!), 1);
        replay(found!)(request, ...rest);
      }),
    );
    expect(await step.call(connect())).toEqual(step.answer);
    expect(left).toEqual([]);
    expectNothingInAddresses();
    expect(server.seen.length - asked().length).toBeLessThanOrEqual(connector.plan.opening);
    if (name === 'getContact' || name === 'findByIdentifier' || name === 'search') {
      expect(asked().length).toBeLessThanOrEqual(connector.plan[name]);
    }
  });

  it('follows a contact to the one it was merged into, where the CRM tells; else it is not there', async () => {
    expect(example.merged !== undefined).toBe(connector.plan.followsMerges === true);
    if (!example.merged) {
      const { status, body, headers } = example.missing ?? { status: 404, body: '' };
      server.answerWith(afterOpening(reply(status, body, headers)));
      expect(await example.steps.getContact!.call(connect())).toBeNull();
      return;
    }
    const { exchanges, answer, call } = example.merged;
    server.answerWith(
      afterOpening((request, ...rest) => {
        const found = exchanges.find((exchange) => matches(request, exchange));
        if (found) replay(found)(request, ...rest);
        else reply(404)(request, ...rest);
      }),
    );
    expect(await call(connect())).toEqual(answer);
    expect(asked().length).toBeLessThanOrEqual(connector.plan.getContact);
    expect(exchanges[0]).not.toEqual(example.steps.getContact!.exchanges[0]);
  });

  it('opens no connection anew in the next worker, which has the memory of the last', async () => {
    const kept = new Map<string, string>();
    const memory: CrmMemory = {
      get: async (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
      set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    };
    const { credential } = example;
    const reading = steps.filter(([name]) => reads.includes(name));
    for (const worker of ['first', 'next']) {
      const crm = connector.connect({
        settings: settingsOf(server.baseUrl),
        credential,
        memory,
        pace: atOnce,
      });
      for (const [, step] of reading) {
        server.answerWith(
          afterOpening((request, ...rest) => {
            const found = step.exchanges.find((exchange) => matches(request, exchange));
            replay(found ?? step.exchanges[0]!)(request, ...rest);
          }),
        );
        expect(await step.call(crm)).toEqual(step.answer);
        const silent = worker === 'next' && !example.opensAnew;
        if (silent) expect(asked()).toHaveLength(server.seen.length);
      }
    }
  });

  it('puts no customer datum and no credential into an address', async () => {
    server.answerWith(afterOpening(reply(400)));
    await outcomes();
    expect(asked().length).toBeGreaterThan(0);
    expectNothingInAddresses();
  });

  it.each(failures)('makes of $what what it is', async ({ answer, safe, readRequests }) => {
    server.answerWith(afterOpening(answer));
    expectFailures(await outcomes(), safe);
    if (readRequests !== undefined) {
      const anew = example.renews && safe.code === 'signed-out' ? 2 : 1;
      const reading = steps.filter(readsFirst).length;
      expect(asked()).toHaveLength((steps.length - reading + reading * readRequests) * anew);
    }
    expect(server.seen.filter(({ url }) => url.includes('log-in'))).toEqual([]);
  });

  it.each(opening.length > 0 ? failures : [])('tells nothing of $what as it opens', async ({ answer }) => {
    server.answerWith(answer);
    for (const { name, outcome } of await outcomes()) {
      // What a connection can do without, such as the fields that only administrators may see, may fail.
      if ('value' in outcome) continue;
      expect({ name, ...outcome }).toEqual({ name, error: expect.any(CrmError) });
      expectNothingTold(outcome.error as CrmError);
    }
    expect(server.seen.filter(({ url }) => url.includes('log-in'))).toEqual([]);
  });

  it('gives up after 8 s on an answer that comes in drips', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const dripping: Parameters<Answer>[1][] = [];
    server.answerWith(
      afterOpening((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{');
        dripping.push(response);
      }),
    );
    const ended = example.steps.getContact!.call(connect()).catch((error: unknown) => error);
    await until(() => dripping.length > 0);
    for (let second = 0; second < 8; second += 1) {
      for (const response of dripping) response.write(' ');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    const error = (await ended) as CrmError;
    expect(error.safe).toEqual({ code: 'timeout' });
    expectNothingTold(error);
  });

  /** What each write reads before it writes; those that write at once are done above. */
  const preludes = writes.flatMap((step) => {
    const [name, { exchanges }] = step;
    const at = exchanges.findIndex((exchange) => !isRead(exchange, name, reads));
    return at > 0 ? [{ step, first: exchanges.slice(0, at) }] : [];
  });
  for (const { what, answer, safe } of preludes.length > 0 ? failures : []) {
    it(`makes of ${what} what it is when the write itself meets it`, async () => {
      for (const { step, first } of preludes) {
        server.answerWith(
          afterOpening((request, ...rest) => {
            const found = first.find((exchange) => matches(request, exchange));
            if (found) replay(found)(request, ...rest);
            else answer(request, ...rest);
          }),
        );
        expectFailures(await outcomes([step]), safe);
      }
    });
  }

  it('answers null for a contact that is not there, and an error for everything else', async () => {
    server.answerWith(afterOpening(reply(404, { detail: canary }, problem)));
    for (const { name, outcome } of await outcomes()) {
      if (name === 'getContact' && !example.missing) expect(outcome).toEqual({ value: null });
      else if (name === 'getContact' && 'value' in outcome) expect(outcome.value).toBeNull();
      else if (example.noneIs404?.some((one) => one === name)) expect(outcome).toHaveProperty('value');
      else expect({ name, ...outcome }).toMatchObject({ name, error: { safe: { code: 'not-found' } } });
    }
    if (!example.missing) return;
    const { status, body, headers } = example.missing;
    server.answerWith(afterOpening(reply(status, body, headers)));
    expect(await example.steps.getContact!.call(connect())).toBeNull();
  });

  it('says that nobody answers', async () => {
    const gone = await startReplayServer();
    await gone.close();
    for (const { outcome } of await outcomes(steps, gone.baseUrl)) {
      expect(outcome).toMatchObject({ error: { safe: { code: 'unreachable' } } });
    }
  });

  it.each([
    ['says nothing', (() => {}) as Answer],
    [
      'stalls in the middle of its answer',
      ((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{');
      }) as Answer,
    ],
  ])('waits 8 s for a read and 20 s for a write when the CRM %s', async (_what, answer) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    server.answerWith(afterOpening(answer));
    const ended: string[] = [];
    const running = steps.map(([name, step]) =>
      step.call(connect()).catch((error: CrmError) => {
        expect(error.safe).toEqual({ code: 'timeout' });
        expectNothingTold(error);
        ended.push(name);
      }),
    );
    await until(() => asked().length === steps.length);
    await vi.advanceTimersByTimeAsync(7_900);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    const readSteps = steps.filter(readsFirst).map(([name]) => name);
    await until(() => ended.length === readSteps.length);
    expect(ended.sort()).toEqual(readSteps.sort());
    await vi.advanceTimersByTimeAsync(12_000);
    await Promise.all(running);
    expect(ended).toHaveLength(steps.length);
  });

  it('sends a read again after a short failure, and a write never', async () => {
    for (const [name, step] of steps) {
      for (const [index, failing] of step.exchanges.entries()) {
        const left = [...step.exchanges];
        let failed = false;
        server.answerWith(
          afterOpening((request, ...rest) => {
            const at = left.findIndex((exchange) => matches(request, exchange));
            if (at === -1) return reply(500)(request, ...rest);
            if (left[at] === failing && !failed) {
              failed = true;
              return reply(503, '', { 'Retry-After': '0' })(request, ...rest);
            }
            replay(left.splice(at, 1)[0]!)(request, ...rest);
          }),
        );
        const outcome = step.call(connect());
        if (isRead(failing, name, reads)) {
          expect(await outcome).toEqual(step.answer);
          expect(asked()).toHaveLength(step.exchanges.length + 1);
        } else {
          await expect(outcome).rejects.toMatchObject({ safe: { code: 'server-error' } });
          expect(asked()).toHaveLength(index + 1);
        }
      }
    }
  });

  it('declares how often it may be asked, and asks no more often', async () => {
    const { rate } = connector;
    for (const { requests, perMs } of [rate, ...(rate.searches ? [rate.searches] : [])]) {
      expect(Number.isInteger(requests) && requests > 0 && perMs >= 1_000).toBe(true);
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    server.answerWith(reply(404));
    const crm = connect();
    let ended = false;
    const asking = (async () => {
      for (let n = 0; n <= rate.requests; n += 1) await example.steps.getContact!.call(crm).catch(() => {});
      ended = true;
    })();
    const { atOnce, apartMs } = paceOf(rate);
    let allowed = atOnce;
    // A request more would come with no time passing.
    const sent = async () => {
      await until(() => ended || server.seen.length >= allowed);
      await until(roundTrip());
      expect(server.seen).toHaveLength(allowed);
    };
    await sent();
    while (allowed < rate.requests - 1) {
      allowed += 1;
      await vi.advanceTimersByTimeAsync(Math.ceil(apartMs));
      await until(() => ended || server.seen.length >= allowed);
    }
    // Within the whole stretch.
    await sent();
    while (!ended) {
      await vi.advanceTimersByTimeAsync(rate.perMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await asking;
    vi.useRealTimers();
  });

  it('leaves the CRM alone for as long as it asks, with everything it would send', async () => {
    for (const [status, code] of [
      [429, 'rate-limited'],
      [503, 'server-error'],
    ] as const) {
      server.answerWith(afterOpening(reply(status, '', { 'Retry-After': '40' })));
      const crm = connect();
      const safe = { code, retryAfterMs: expect.closeTo(40_000, -4) as number };
      await expect(crm.session()).rejects.toMatchObject({ safe });
      const before = server.seen.length;
      for (const [, step] of steps) await expect(step.call(crm)).rejects.toMatchObject({ safe });
      expect(server.seen).toHaveLength(before);
    }
  });

  it('throws its own error when the caller gives up', async () => {
    server.answerWith(() => {});
    const controller = new AbortController();
    const waiting = connect().session({ signal: controller.signal });
    await until(() => server.seen.length === 1);
    controller.abort(new Error(canary));
    const error = await waiting.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CrmError);
    expectNothingTold(error as CrmError);
  });

  it('sends nothing with a credential that cannot be one, and repeats none', async () => {
    server.answerWith(reply(200, {}));
    for (const credential of ['secret\r\nX-Evil: 1', 'secret\0', 'secret “quoted”']) {
      const error = (await connect(server.baseUrl, credential)
        .session()
        .catch((thrown: unknown) => thrown)) as CrmError;
      expect(error).toBeInstanceOf(CrmError);
      expectNothingTold(error, 'secret');
      // A password may hold letters of any kind; a line break is in none.
      if (credential.includes('“')) continue;
      expect(error.safe).toEqual({ code: 'signed-out' });
      expect(server.seen).toEqual([]);
    }
  });

  it('lets no ContactID of a host reach another address', async () => {
    server.answerWith(afterOpening(reply(404)));
    for (const id of [
      '.',
      '..',
      '../session',
      '%2e%2e',
      'a/../../b',
      'a?b=c',
      'a#b',
      '//evil.example.com',
      '',
    ]) {
      await connect()
        .getContact(id)
        .catch((error: CrmError) => expect(error.safe.code).toBe('not-found'));
    }
    const { path } = example.steps.getContact!.exchanges[0]!.request;
    const folder = path.replace(/\?.*$/, '').replace(/[^/]*$/, '');
    for (const { url } of asked()) {
      const [address = '', query] = url.split('?');
      expect(address.startsWith(`/${folder}`)).toBe(true);
      expect(address.slice(folder.length + 1)).toMatch(/^[^/?#]+$/);
      expect(query).toBe(path.split('?')[1]);
    }
  });

  it('drops what a lookup found beyond the identifier', async () => {
    const step = example.steps.findByIdentifier!;
    const others = (text: string) =>
      (example.spellings ?? ['+442079460123']).reduce(
        (changed, spelling) => changed.replaceAll(spelling, otherNumber(spelling)),
        text,
      );
    let served = 0;
    server.answerWith(
      afterOpening((request, ...rest) => {
        // Organisations are looked for where nobody is found: there are none.
        if (connector.plan.organisations && isOfOrganisations(request)) return reply(404)(request, ...rest);
        const found = step.exchanges.find((exchange) => matches(request, exchange)) ?? step.exchanges.at(-1)!;
        const { status, body, headers } = found.response;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        served += others(text) === text ? 0 : 1;
        reply(status, others(text), headers)(request, ...rest);
      }),
    );
    expect(await step.call(connect())).toEqual([]);
    expect(served).toBeGreaterThan(0);
  });

  it('undoes nothing where somebody changed the identifiers since', async () => {
    const step = example.steps.undoAssignment;
    const [first] = step?.exchanges ?? [];
    // A CRM that undoes by itself looks itself.
    if (!step || !first || !isRead(first, 'undoAssignment', reads)) return;
    const { assignmentId } = example.steps.assignIdentifier!.answer as AssignResult;
    const digits = decodeAssignment(assignmentId).identifier.value.slice(-9);
    let changed = false;
    server.answerWith(
      afterOpening((request, ...rest) => {
        const found = step.exchanges.find((exchange) => matches(request, exchange)) ?? first;
        const { status, body, headers } = found.response;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const other = found === first ? text.replaceAll(digits, otherNumber(digits)) : text;
        changed ||= other !== text;
        reply(status, other, headers)(request, ...rest);
      }),
    );
    await expect(step.call(connect())).rejects.toMatchObject({ safe: { code: 'conflict' } });
    expect(changed).toBe(true);
    const writing = step.exchanges.filter((exchange) => !isRead(exchange, 'undoAssignment', reads));
    expect(asked().filter((request) => writing.some((exchange) => matches(request, exchange)))).toEqual([]);
  });

  it('finds nothing by what it cannot hold, and says that it cannot hold it', async () => {
    server.answerWith(afterOpening(reply(500)));
    const { identifiers, link } = capabilities();
    const kind = identifierKinds.find((one) => !identifiers.includes(one));
    if (kind === undefined || !link) return;
    const identifier = { kind, value: 'opaque-7' };
    const options = { key: 'cannot-hold' };
    expect(await connect().findByIdentifier(identifier)).toEqual([]);
    const contact = { name: 'Any', kind: 'person' as const, identifiers: [identifier], fields: {} };
    const id = example.steps.getContact!.answer as { id: string } | null;
    for (const attempt of [
      connect().createContact(contact, options),
      connect().assignIdentifier({ contactId: id?.id ?? '1', identifier, mode: 'add' }, options),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        safe: { code: 'not-supported', reason: 'cannot-hold' },
      });
    }
    expect(asked()).toEqual([]);
  });

  function expectFailures(ended: Awaited<ReturnType<typeof outcomes>>, safe: object): void {
    for (const { name, outcome } of ended) {
      expect({ name, ...outcome }).toEqual({ name, error: expect.any(CrmError) });
      const error = (outcome as { error: CrmError }).error;
      expect({ name, ...error.safe }).toEqual({ name, ...safe });
      expectNothingTold(error);
    }
  }

  function expectNothingInAddresses(): void {
    for (const { url } of server.seen) {
      const shown = decodeURIComponent(capabilities().searchesInAddress ? url.split('?')[0]! : url);
      for (const secret of told) expect(shown.toLowerCase()).not.toContain(secret);
      expect(decodeURIComponent(url)).not.toContain(example.credential);
    }
  }

  /** Nothing that a log could catch: not the credential, not the customer, not the address. */
  function expectNothingTold(error: CrmError, credential = example.credential): void {
    const text = [error.message, error.stack, JSON.stringify(error.safe), String(error.cause ?? '')].join(
      '\n',
    );
    expect(error.cause).toBeUndefined();
    for (const secret of [credential, 'CANARY', 'Solheim', 'Okafor', '2079460123', server.baseUrl]) {
      expect(text).not.toContain(secret);
    }
    for (const secret of example.customers ?? []) expect(text).not.toContain(secret);
  }
});

/** As it was recorded. */
function replay({ response: { status, body, headers } }: CrmExchange): Answer {
  return reply(status, body, headers);
}

/** Another number of the same length in the same spelling. */
function otherNumber(spelling: string): string {
  return spelling.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

function expectRequest(seen: SeenRequest, { request }: CrmExchange): void {
  expect(comparable(seen)).toEqual(comparableOf(request));
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    expect(seen.headers[name.toLowerCase()]).toBe(value);
  }
  expect(seen.headers.cookie).toBeUndefined();
}

/** True once another request has been to the server and back; it is not remembered. */
function roundTrip(): () => boolean {
  let back = false;
  void fetch(server.baseUrl, { method: 'OPTIONS' }).finally(() => {
    server.seen.splice(
      server.seen.findIndex(({ method }) => method === 'OPTIONS'),
      1,
    );
    back = true;
  });
  return () => back;
}

/** Waits for a condition without any timer, since timers are fake here. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen within 10 s.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
