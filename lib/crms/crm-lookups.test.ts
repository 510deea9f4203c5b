import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../domain/contact/contact.ts';
import type { Identifier } from '../domain/contact/identifier.ts';
import { withErrand } from '../domain/interaction/errand.ts';
import { crmConnectors } from './connectors.ts';
import type { Crm } from './crm.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { comparable, comparableOf, matches } from './http/match-exchange-for-tests.ts';
import { type Answer, reply, type SeenRequest, startReplayServer } from './http/replay-server-for-tests.ts';
import { commonSpellings } from './identifiers/common-spellings.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

// The companion server spells everything in one way itself.
describe.each(crmConnectors.filter(({ id }) => id !== 'companion'))('$label', (connector) => {
  const example = examples[`./${connector.id}/example.ts`]!;
  const step = example.steps.findByIdentifier!;
  const opening = example.opening ?? [];
  const found = step.answer as Contact[];
  const [spelling = '+442079460123'] = example.spellings ?? [];
  const tail = spelling.replace(/\D/g, '').slice(-8);
  const number = found[0]!.identifiers.find(({ kind, value }) => kind === 'phone' && value.endsWith(tail))!;

  const connect = (): Crm => {
    const settings = connector.settings.parse(example.settings(server.baseUrl));
    return connector.connect({ settings, credential: example.credential });
  };

  /** Answers as it was recorded of the lookup, whatever is looked for, with other text in it. */
  function answering(change: (text: string) => string): Answer {
    return (request, ...rest) => {
      const first = opening.find((exchange) => matches(request, exchange));
      const { exchanges } = step;
      const other = exchanges.find((exchange) => alike(request, comparableOf(exchange.request).path));
      const exact = exchanges.find((exchange) => matches(request, exchange));
      const { status, body, headers } = (first ?? exact ?? other ?? exchanges.at(-1)!).response;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      reply(status, first ? text : change(text), headers)(request, ...rest);
    };
  }
  const asked = () =>
    server.seen.filter((request) => !opening.some((exchange) => matches(request, exchange)));
  const lookUp = async (identifier: Identifier) =>
    (await connect().findByIdentifier(identifier)).map(({ id }) => id);

  it.each(commonSpellings(number))('knows its number typed as %s', async (typed) => {
    let changed = 0;
    server.answerWith(
      answering((text) =>
        (example.spellings ?? [spelling]).reduce(
          (one, before) =>
            one.replaceAll(new RegExp(`(?<![\\d+])${literal(before)}(?!\\d)`, 'g'), () => {
              changed += 1;
              return typed;
            }),
          text,
        ),
      ),
    );
    expect(await lookUp({ kind: 'phone', value: number.value })).toEqual(found.map(({ id }) => id));
    expect(changed).toBeGreaterThan(0);
    expect(asked().length).toBeLessThanOrEqual(connector.plan.findByIdentifier);
  });

  it('takes an e-mail address in any letter case for the same', async () => {
    const owner = found.find(({ identifiers }) => identifiers.some(({ kind }) => kind === 'email'));
    const email = owner?.identifiers.find(({ kind }) => kind === 'email');
    // SuiteCRM is asked for those through its older API: see its own test.
    if (!owner || !email || connector.id === 'suitecrm') return;
    const [loud, quiet] = [email.value.toUpperCase(), email.value.toLowerCase()];
    server.answerWith(answering((text) => text.replaceAll(new RegExp(literal(quiet), 'gi'), loud)));
    expect(await lookUp({ kind: 'email', value: quiet })).toEqual([owner.id]);
    expect(asked().length).toBeLessThanOrEqual(connector.plan.findByIdentifier);
  });

  it('takes along for whom it is asked: what nobody wants any more is not sent', async () => {
    server.answerWith(answering((text) => text));
    const signal = withErrand(() => undefined);
    const crm = connect();
    const { id } = found[0]!;
    const capabilities = connector.capabilities(connector.settings.parse(example.settings(server.baseUrl)));
    const outcomes = await Promise.allSettled([
      crm.findByIdentifier({ kind: 'phone', value: number.value }, { signal }),
      crm.getContact(id, { signal }),
      // Nothing is asked of a CRM that cannot search.
      ...(capabilities.search ? [crm.search('Marchand', { signal })] : []),
    ]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    for (const one of refused)
      expect(one).toMatchObject({ reason: { name: 'CrmError', safe: { code: 'unreachable' } } });
    // A connector that keeps the whole book has no request to make.
    if (connector.id !== 'carddav') expect(refused).toHaveLength(outcomes.length);
    expect(asked()).toEqual([]);
  });

  it.each([
    '"__proto__":{"polluted":"yes"},',
    '"__proto__":"yes",',
    '"__proto__":["yes"],',
    '"constructor":"yes","prototype":"yes","toString":"yes",',
  ])('is not led astray by %s in what the CRM sends', async (bad) => {
    server.answerWith(answering((text) => text.replaceAll(/\{(?=")/g, `{${bad}`)));
    // A reply that is refused does no harm either.
    const contacts = await connect()
      .findByIdentifier(number)
      .catch(() => []);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    for (const contact of contacts) {
      expect((contact as { polluted?: string }).polluted).toBeUndefined();
      expect(Object.getPrototypeOf(contact.fields)).toBe(Object.prototype);
      expect(Object.keys(contact.fields)).not.toContain('__proto__');
      expect(Object.keys(contact.fields).filter((key) => key.startsWith('function'))).toEqual([]);
    }
  });
});

function alike(request: SeenRequest, path: string): boolean {
  return comparable(request).path === path;
}

/** A pattern that stands for this very text. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
