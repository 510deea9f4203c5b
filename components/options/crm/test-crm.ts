import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Unread } from '../../../lib/domain/crm/unread.ts';
import { optionsWords } from '../../words/options-words.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import { testCreating } from './test-creating.ts';
import type { TestLine, TestTarget } from './test-line.ts';
import { testPhoneSearch } from './test-phone-search.ts';
import { type Timed, timed } from './timed.ts';

export interface TestResult {
  /** Agents can work with it: nothing fails, though something may be slow or unknown. */
  ok: boolean;
  headline: string;
  lines: TestLine[];
  /** Of the whole test. */
  ms: number;
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

/** Asks the CRM what Ringside will ask it, line by line. Reads only; never throws. */
export async function testCrm(
  target: TestTarget,
  { signal, onLines }: TestOptions = {},
): Promise<TestResult> {
  const { crm } = target;
  const words = optionsWords().test;
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
  tell(answersIn(session.ms), { verdict: 'ok', text: words.signedInAs(session.value.agent.name) });
  const contacts = await timed(() => crm.search('a', options));
  tell(
    contacts.ok
      ? { verdict: 'ok', text: words.contactsRead, ms: contacts.ms }
      : failed(words.contactsUnread, contacts),
  );
  const workspace = await timed(() => crm.workspace(options));
  tell(
    workspace.ok
      ? {
          verdict: 'ok',
          text: words.fieldsRead(workspace.value.name),
          note: words.campaigns(workspace.value.campaigns.length),
        }
      : failed(words.fieldsUnread, workspace),
  );
  // What is asked from here on may be the same again.
  const left = leftOut(target.unread ?? []);
  if (contacts.ok && workspace.ok)
    tell(
      await testPhoneSearch(crm, {
        contacts: contacts.value.contacts,
        region: workspace.value.region,
        options,
      }),
    );
  else tell({ verdict: 'none', text: words.phoneSearch, note: words.notTried });
  tell(await testCreating(target, options));
  const headline = headlineOf(lines, { contacts: contacts.ok, workspace: workspace.ok });
  if (left === undefined) return finish(headline);
  tell(left);
  return finish(headline === words.headlines.all ? words.headlines.notAll : headline);
}

/** undefined where all that was asked for could be read. */
function leftOut(unread: readonly Unread[]): TestLine | undefined {
  if (unread.length === 0) return undefined;
  const { leftOut: text, leftOutMeans } = optionsWords().test;
  const contacts = unread.filter(({ of, whole }) => of === 'contact' && whole).length;
  return { verdict: 'warn', text: text(contacts, unread.length - contacts), advice: leftOutMeans };
}

function headlineOf(lines: TestLine[], read: { contacts: boolean; workspace: boolean }): string {
  const { contactsUnread, headlines } = optionsWords().test;
  if (!read.contacts) return contactsUnread;
  if (!read.workspace) return headlines.noFields;
  const [phone, creating] = lines.slice(-2);
  if (phone?.verdict === 'bad') return headlines.notByPhone;
  if (creating?.verdict === 'bad') return headlines.noCreating;
  return lines.some(({ verdict }) => verdict === 'warn') ? headlines.slow : headlines.all;
}

function answersIn(ms: number): TestLine {
  const { answers, answersSlowly, slowMeans } = optionsWords().test;
  if (ms < slowMs) return { verdict: 'ok', text: answers, ms };
  return { verdict: 'warn', text: answersSlowly, advice: slowMeans, ms };
}

function failedSession({ error, ms }: Timed<never> & { ok: false }): TestLine[] {
  const { text, advice } = crmErrorWords(error);
  const words = optionsWords().test;
  const untried = words.rest.map((one): TestLine => ({ verdict: 'none', text: one, note: words.notTried }));
  if (!answered.has(error.code))
    return [
      { verdict: 'bad', text, advice, ms },
      { verdict: 'none', text: words.signingIn, note: words.notTried },
      ...untried,
    ];
  return [{ verdict: 'ok', text: words.answers, ms }, { verdict: 'bad', text, advice }, ...untried];
}

function failed(text: string, { error, ms }: { error: SafeCrmError; ms: number }): TestLine {
  const why = crmErrorWords(error);
  return { verdict: 'bad', text, advice: optionsWords().test.failure(why.text, why.advice), ms };
}
