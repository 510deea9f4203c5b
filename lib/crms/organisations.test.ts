import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crmConnectors } from './connectors.ts';
import type { CrmExample } from './crm-example-for-tests.ts';
import { matches } from './http/match-exchange-for-tests.ts';
import { type Answer, reply, type SeenRequest, startReplayServer } from './http/replay-server-for-tests.ts';
import { type Firm, isOfOrganisations, organisationCrms, type Reply } from './organisation-crms-for-tests.ts';

const examples = import.meta.glob<CrmExample>('./*/example.ts', { eager: true, import: 'example' });
let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const number = { kind: 'phone', value: '+33144556677' } as const;
const vauban: Firm = {
  id: 12,
  name: 'Atelier Vauban',
  phone: '+33 1 44 55 66 77',
  people: [
    { id: 1, first: 'Ana', last: 'Reis' },
    { id: 2, first: 'Bea', last: 'Costa' },
  ],
};
/** Its number ends so, in another country. */
const stranger: Firm = {
  id: 13,
  name: 'Stranger',
  phone: '+34 1 44 55 66 77',
  people: [{ id: 3, first: 'Not', last: 'Him' }],
};

/** Some CRMs take a POST for a question. */
const isQuestion = ({ method, url, body }: SeenRequest) =>
  method === 'GET' || url.endsWith('/search') || /search|login|select_query/.test(body);

it('is tried on every CRM whose organisations are looked at', () => {
  const looking = crmConnectors.filter(({ plan }) => plan.organisations !== undefined).map(({ id }) => id);
  expect(Object.keys(organisationCrms).sort()).toEqual(looking.sort());
});

describe.each(Object.entries(organisationCrms))('a number of an organisation in %s', (id, answer) => {
  const connector = crmConnectors.find((one) => one.id === id)!;
  const example = examples[`./${id}/example.ts`]!;
  const opening = example.opening ?? [];

  function connect(firms: Firm[], given: (reply: Reply, request: SeenRequest) => Reply = (one) => one) {
    const respond: Answer = (request, ...rest) => {
      const first = opening.find((exchange) => matches(request, exchange));
      const { status, body } = first?.response ?? given(answer(request, firms), request);
      reply(status, body, first?.response.headers)(request, ...rest);
    };
    server.answerWith(respond);
    const settings = connector.settings.parse(example.settings(server.baseUrl));
    return connector.connect({ settings, credential: example.credential });
  }
  const asked = () =>
    server.seen.filter((request) => !opening.some((exchange) => matches(request, exchange)));

  it('finds its people, who do not carry it, and behind them the organisation, which does', async () => {
    const found = await connect([vauban, stranger]).findByIdentifier(number);
    expect(found.map(({ name }) => name)).toEqual(['Ana Reis', 'Bea Costa', 'Atelier Vauban']);
    const organisation = found[2]!;
    expect(organisation).toMatchObject({ kind: 'company', identifiers: [{ ...number }] });
    for (const person of found.slice(0, 2))
      expect(person).toMatchObject({
        kind: 'person',
        via: { id: organisation.id, name: 'Atelier Vauban' },
        identifiers: [],
      });
    expect(organisation.via).toBeUndefined();
    const { findByIdentifier, organisations = 0 } = connector.plan;
    // Of two that the CRM names, each may have to be read.
    expect(asked().length).toBeLessThanOrEqual(findByIdentifier + 2 * organisations);
  });

  it('finds it beside another whose record is not as the CRM’s own interface says', async () => {
    const odd: Firm = { ...stranger, name: [] as never, phone: {} as never };
    const found = await connect([odd, vauban]).findByIdentifier(number);
    expect(found.map(({ name }) => name)).toEqual(['Ana Reis', 'Bea Costa', 'Atelier Vauban']);
  });

  it('finds an organisation in which there is nobody, alone', async () => {
    const found = await connect([{ ...vauban, people: [] }]).findByIdentifier(number);
    expect(found.map(({ name }) => name)).toEqual(['Atelier Vauban']);
  });

  it('finds nobody by a number that is another’s, and looks at none by an address', async () => {
    const crm = connect([stranger]);
    expect(await crm.findByIdentifier(number)).toEqual([]);
    const before = asked().length;
    if (id !== 'odoo') await crm.findByIdentifier({ kind: 'email', value: 'a@example.com' }).catch(() => []);
    expect(asked().slice(before).filter(isOfOrganisations)).toEqual([]);
  });

  it('reads the organisation again by its id, opens it in the CRM, and writes nothing to it', async () => {
    const crm = connect([vauban]);
    const organisation = (await crm.findByIdentifier(number)).at(-1)!;
    expect(await crm.getContact(organisation.id)).toEqual(organisation);
    // HubSpot's link names the portal, which is known once somebody has asked; Zoho's only goes with an address of Zoho's.
    await crm.session().catch(() => undefined);
    if (id !== 'zoho') expect(crm.recordUrl(organisation.id)).toMatch(/12/);
    if (!organisation.readOnly) return;
    const key = { key: 'k' };
    const writes = [
      crm.updateContact(organisation.id, { name: 'X' }, organisation.version, key),
      crm.assignIdentifier({ contactId: organisation.id, identifier: number, mode: 'add' }, key),
    ];
    for (const write of await Promise.allSettled(writes)) expect(write.status).toBe('rejected');
    expect(asked().filter((request) => !isQuestion(request))).toEqual([]);
  });

  it('is nobody’s where the agent may not read organisations', async () => {
    if (id === 'odoo') return;
    const crm = connect([vauban], (one, request) =>
      isOfOrganisations(request) ? { status: 403, body: {} } : one,
    );
    expect(await crm.findByIdentifier(number)).toEqual([]);
  });
});
