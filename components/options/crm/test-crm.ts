import type { Crm } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import { counted } from '../../words/counted.ts';
import type { Verdict } from '../parts/Sign.tsx';
import { crmErrorWords } from '../state/crm-error-words.ts';
import { testCreating } from './test-creating.ts';
import { testPhoneSearch } from './test-phone-search.ts';
import { type Timed, timed } from './timed.ts';

/** One line of the verdict. `ms`: how long the CRM took. `none`: not tried, or not to be known. */
export interface TestLine {
  verdict: Verdict;
  text: string;
  advice?: string;
  ms?: number;
  /** Instead of the time. */
  note?: string;
}

export interface TestResult {
  /** Agents can work with it: nothing fails, though something may be slow or unknown. */
  ok: boolean;
  headline: string;
  lines: TestLine[];
  /** Of the whole test. */
  ms: number;
}

/** A connection to test, and what its connector says of it. */
export interface TestTarget {
  crm: Crm;
  label: string;
  capabilities: CrmCapabilities;
}

export interface TestOptions {
  signal?: AbortSignal;
  /** All lines so far, after each of them. */
  onLines?: (lines: TestLine[]) => void;
}

/** Codes that say nothing about the address: somebody answered there as a CRM does. */
const answered = new Set<SafeCrmError['code']>(['signed-out', 'not-allowed', 'rate-limited']);
/** Slower than this, an agent says "hello" before the contact is there. */
const slowMs = 3_000;
const rest = ['Contacts', 'Fields and campaigns', 'Phone search', 'Creating'];

/** Asks the CRM what Ringside will ask it, line by line. Reads only; never throws. */
export async function testCrm(
  target: TestTarget,
  { signal, onLines }: TestOptions = {},
): Promise<TestResult> {
  const { crm } = target;
  const options = signal ? { signal } : {};
  const started = performance.now();
  const lines: TestLine[] = [];
  const tell = (...more: TestLine[]): void => {
    lines.push(...more);
    onLines?.([...lines]);
  };
  const finish = (headline: string): TestResult => ({
    ok: lines.every(({ verdict }) => verdict !== 'bad'),
    headline,
    lines,
    ms: performance.now() - started,
  });

  const session = await timed(() => crm.session(options));
  if (!session.ok) {
    tell(...failedSession(session));
    return finish(crmErrorWords(session.error).text);
  }
  tell(answersIn(session.ms), { verdict: 'ok', text: `Signed in as ${session.value.agent.name}` });
  const contacts = await timed(() => crm.search('a', options));
  tell(
    contacts.ok
      ? { verdict: 'ok', text: 'Contacts can be read', ms: contacts.ms }
      : failed('Contacts cannot be read', contacts),
  );
  const workspace = await timed(() => crm.workspace(options));
  tell(
    workspace.ok
      ? {
          verdict: 'ok',
          text: `Fields and campaigns of ${workspace.value.name} were read`,
          note: campaigns(workspace.value.campaigns.length),
        }
      : failed('Fields and campaigns cannot be read', workspace),
  );
  if (contacts.ok && workspace.ok)
    tell(await testPhoneSearch(crm, { contacts: contacts.value, region: workspace.value.region, options }));
  else tell({ verdict: 'none', text: 'Phone search', note: 'not tried' });
  tell(await testCreating(target, options));
  return finish(headlineOf(lines, { contacts: contacts.ok, workspace: workspace.ok }));
}

function headlineOf(lines: TestLine[], read: { contacts: boolean; workspace: boolean }): string {
  if (!read.contacts) return 'Contacts cannot be read';
  if (!read.workspace) return 'Contacts can be read, the fields cannot';
  const [phone, creating] = lines.slice(-2);
  if (phone?.verdict === 'bad') return 'Contacts can be read, but not found by phone';
  if (creating?.verdict === 'bad') return 'Reading works, creating does not';
  return lines.some(({ verdict }) => verdict === 'warn') ? 'Everything works, slowly' : 'Everything works';
}

function answersIn(ms: number): TestLine {
  if (ms < slowMs) return { verdict: 'ok', text: 'The address answers', ms };
  const advice = 'An agent waits as long for a contact that is not saved here yet.';
  return { verdict: 'warn', text: 'The address answers slowly', advice, ms };
}

function failedSession({ error, ms }: Timed<never> & { ok: false }): TestLine[] {
  const { text, advice } = crmErrorWords(error);
  const untried = rest.map((one): TestLine => ({ verdict: 'none', text: one, note: 'not tried' }));
  if (!answered.has(error.code))
    return [
      { verdict: 'bad', text, advice, ms },
      { verdict: 'none', text: 'Signing in', note: 'not tried' },
      ...untried,
    ];
  return [{ verdict: 'ok', text: 'The address answers', ms }, { verdict: 'bad', text, advice }, ...untried];
}

function failed(text: string, { error, ms }: { error: SafeCrmError; ms: number }): TestLine {
  const words = crmErrorWords(error);
  return { verdict: 'bad', text, advice: `${words.text}. ${words.advice}`, ms };
}

function campaigns(count: number): string {
  return counted(count, 'campaign', 'campaigns');
}
