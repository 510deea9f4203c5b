import { findCrmConnector } from '../../lib/crms/connectors.ts';
import type { CrmConnector } from '../../lib/crms/crm.ts';
import type { Identifier } from '../../lib/domain/contact/identifier.ts';
import { normaliseIdentifier } from '../../lib/domain/contact/normalise-identifier.ts';
import { awkwardNumbers } from './awkward.ts';
import { createMeter } from './meter.ts';
import { planters } from './planters.ts';
import { createReport } from './report.ts';
import { spelled, spellings } from './spellings.ts';
import { tryAwkward } from './try-awkward.ts';
import { type Known, tryFinding } from './try-finding.ts';
import { tryWriting } from './try-writing.ts';

export interface TrialParts {
  /** Of the connector. */
  id: string;
  settings: Record<string, string>;
  credential: string;
  /** How many contacts are typed in. */
  contacts: number;
  /** Also where the CRM is not on this machine. */
  anywhere: boolean;
}

/** One connector against one CRM that runs. Answers how many checks failed; whatever happens, it removes what it made. */
export async function runTrial({ id, settings: given, credential, contacts, anywhere }: TrialParts) {
  const connector = findCrmConnector(id);
  const makePlanter = planters[id];
  if (!connector || !makePlanter) throw new Error(`Which CRM? One of ${Object.keys(planters).join(', ')}`);
  const settings = connector.settings.parse({ region: 'FR', ...given });
  if (!anywhere) refuseOthers(connector, settings);
  const meter = createMeter();
  const report = createReport();
  const connect = () => connector.connect({ settings, credential, fetch: meter.fetch });
  const planter = makePlanter({ settings: given, credential });
  const run = Date.now().toString(36);
  const nextNumber = numbersOfNobody();
  const made: string[] = [];

  async function plantTyped(typed: string, address: string): Promise<string> {
    const contactId = await planter.plant({
      firstName: 'Ringside-Trial',
      lastName: `${run} ${made.length}`,
      phone: typed,
      email: address,
    });
    made.push(contactId);
    return contactId;
  }

  async function plant(national: string, count: number): Promise<Known> {
    const spelling = (planter.anySpelling && spellings[count % spellings.length]) || 'E.164';
    const address = `Planted.${made.length}.${run}@example.org`;
    const contactId = await plantTyped(spelled(national, spelling), address);
    return { id: contactId, phone: phone(national), email: normalised('email', address), spelling };
  }

  try {
    const crm = connect();
    const session = await meter.measure(() => crm.session());
    report.check('sign in', true, session.value.agent.name, [session.reading]);
    const workspace = await meter.measure(() => crm.workspace());
    report.check('workspace', true, `${workspace.value.fields.length} fields`, [workspace.reading]);

    const known: Known[] = [];
    for (let count = 0; count < contacts; count += 1) known.push(await plant(nextNumber(), count));
    const number = nextNumber();
    const shared = [await plant(number, 1), await plant(number, 3)];
    const opened = await meter.measure(() => connect().findByIdentifier(phone(nextNumber())));
    report.check('first of a connection', opened.value.length === 0, 'nobody', [opened.reading]);
    const unknown = [1, 2, 3, 4, 5].flatMap((count) => [
      phone(nextNumber()),
      normalised('email', `nobody.${count}.${run}@example.org`),
    ]);
    const kinds = connector.capabilities(settings).identifiers;
    const finds = (kind: Identifier['kind']) => kinds.includes(kind);
    await tryFinding({ crm, meter, report, known, shared, unknown, finds });
    await tryAwkward({
      ...{ crm: connect(), meter, report },
      numbers: planter.anySpelling ? awkwardNumbers(() => nextNumber().slice(-4)) : [],
      phone: (e164) => normalised('phone', e164),
      plant: (typed) => plantTyped(typed, `Awkward.${made.length}.${run}@example.org`),
    });
    await tryWriting({
      connect,
      meter,
      report,
      name: `Ringside-Trial ${run}`,
      numbers: [phone(nextNumber()), phone(nextNumber()), phone(nextNumber())],
      email: finds('email') ? normalised('email', `made.${run}@example.org`) : undefined,
      made: (contactId) => made.push(contactId),
    });
  } finally {
    for (const contactId of made) await planter.remove(contactId);
    report.note(`${made.length} trial contacts removed`);
  }
  return report.failed();
}

function refuseOthers(connector: CrmConnector, settings: unknown): void {
  const far = connector
    .origins(settings)
    .find((origin) => !/^http:\/\/(?:127\.|localhost[:/]|\[::1\])/.test(origin));
  if (far) throw new Error(`${far} is not on this machine; --anywhere if its contacts are nobody's`);
}

/** Numbers of the range kept for fiction, none twice in a run. */
function numbersOfNobody(): () => string {
  const start = Math.floor(Math.random() * 10_000);
  let used = 0;
  return () => {
    used += 1;
    return `19900${String((start + used) % 10_000).padStart(4, '0')}`;
  };
}

function phone(national: string): Identifier {
  return normalised('phone', `+33${national}`);
}

function normalised(kind: Identifier['kind'], value: string): Identifier {
  const identifier = normaliseIdentifier({ kind, value }, { region: 'FR' });
  if (!identifier) throw new Error(`A trial made no ${kind}`);
  return identifier;
}
