import type { Crm } from '../../lib/crms/crm.ts';
import { CrmError, type SafeCrmError } from '../../lib/domain/crm-error.ts';
import { crmErrorWords } from './crm-error-words.ts';
import type { Verdict } from './Sign.tsx';

/** One line of the verdict. `ms`: how long the CRM took. `none`: not tried, since an earlier one failed. */
export interface TestLine {
  verdict: Verdict;
  text: string;
  advice?: string;
  ms?: number;
  /** Instead of the time. */
  note?: string;
}

export interface TestResult {
  ok: boolean;
  headline: string;
  lines: TestLine[];
  /** Of the whole test. */
  ms: number;
}

/** Codes that say nothing about the address: somebody answered there as a CRM does. */
const answered = new Set<SafeCrmError['code']>(['signed-out', 'not-allowed', 'rate-limited']);

/** Asks the CRM what Ringside will ask it: who we are, contacts, the workspace. Reads only; never throws. */
export async function testCrm(crm: Crm, signal?: AbortSignal): Promise<TestResult> {
  const options = signal ? { signal } : {};
  const started = performance.now();
  const finish = (headline: string, lines: TestLine[]): TestResult => ({
    ok: lines.every(({ verdict }) => verdict === 'ok'),
    headline,
    lines,
    ms: performance.now() - started,
  });

  const session = await time(() => crm.session(options));
  if (!session.ok) return finish(...failedSession(session.error, session.ms));
  const lines: TestLine[] = [
    { verdict: 'ok', text: 'The address answers', ms: session.ms },
    { verdict: 'ok', text: `Signed in as ${session.value.agent.name}` },
  ];

  const contacts = await time(() => crm.search('a', options));
  lines.push(
    contacts.ok
      ? { verdict: 'ok', text: 'Contacts can be read', ms: contacts.ms }
      : failed('Contacts cannot be read', contacts),
  );
  const workspace = await time(() => crm.workspace(options));
  lines.push(
    workspace.ok
      ? {
          verdict: 'ok',
          text: `Fields and campaigns of ${workspace.value.name} were read`,
          note: campaigns(workspace.value.campaigns.length),
        }
      : failed('Fields and campaigns cannot be read', workspace),
  );
  if (contacts.ok && workspace.ok) return finish('Everything works', lines);
  return finish(contacts.ok ? 'Contacts can be read, the fields cannot' : 'Contacts cannot be read', lines);
}

function failedSession(error: SafeCrmError, ms: number): [headline: string, lines: TestLine[]] {
  const { text, advice } = crmErrorWords(error);
  const untried: TestLine[] = [
    { verdict: 'none', text: 'Contacts', note: 'not tried' },
    { verdict: 'none', text: 'Fields and campaigns', note: 'not tried' },
  ];
  if (!answered.has(error.code))
    return [
      text,
      [
        { verdict: 'bad', text, advice, ms },
        { verdict: 'none', text: 'Signing in', note: 'not tried' },
        ...untried,
      ],
    ];
  return [
    text,
    [
      { verdict: 'ok', text: 'The address answers', ms },
      { verdict: error.code === 'rate-limited' ? 'warn' : 'bad', text, advice },
      ...untried,
    ],
  ];
}

function failed(text: string, { error, ms }: { error: SafeCrmError; ms: number }): TestLine {
  const words = crmErrorWords(error);
  return { verdict: 'bad', text, advice: `${words.text}. ${words.advice}`, ms };
}

function campaigns(count: number): string {
  return count === 1 ? '1 campaign' : `${count} campaigns`;
}

async function time<Value>(
  ask: () => Promise<Value>,
): Promise<{ ms: number } & ({ ok: true; value: Value } | { ok: false; error: SafeCrmError })> {
  const started = performance.now();
  try {
    const value = await ask();
    return { ok: true, value, ms: performance.now() - started };
  } catch (error) {
    // Connectors throw CrmError only; anything else would be a reply we cannot judge.
    const safe: SafeCrmError = error instanceof CrmError ? error.safe : { code: 'bad-reply' };
    return { ok: false, error: safe, ms: performance.now() - started };
  }
}
