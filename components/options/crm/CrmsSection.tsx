import { RefreshCw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { CrmContext } from '../../../lib/crms/crm.ts';
import { CrmError, type CrmErrorCode } from '../../../lib/domain/crm/crm-error.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { RestTry } from '../definition/RestTry.tsx';
import { sameJson } from '../parts/same-json.ts';
import {
  type CrmDraft,
  checkDraft,
  draftOAuth,
  keepsKey,
  savedDraft,
  withoutOldSignIn,
} from '../state/crm-draft.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import { neededPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';
import { bindingOf, sameCrm } from '../state/same-crm.ts';
import { CrmFacts } from './CrmFacts.tsx';
import { CrmFields } from './CrmFields.tsx';
import { CrmSignIn } from './CrmSignIn.tsx';
import { CrmStanding } from './CrmStanding.tsx';
import { TestVerdict } from './TestVerdict.tsx';
import { useCrmTest } from './use-crm-test.ts';

/** What a sign-in may end in besides what any request may. */
const signInProblems: Partial<Record<CrmErrorCode, string>> = {
  'not-allowed': 'the window was closed, or the CRM said no',
  'signed-out': 'the CRM did not accept this client ID or redirect address',
  'bad-reply': 'the CRM answered something else than was asked',
};

/** Connects the CRM: its address, its key, a test that says line by line what works. */
export function CrmsSection(props: SectionProps) {
  const { link, state, save, say, markUnsaved } = props;
  const saved = savedDraft(state.settings.crm, link.crms);
  const [edited, setEdited] = useState<CrmDraft | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [tested, setTested] = useState<CrmDraft | null>(null);
  const [asked, setAsked] = useState<string[]>([]);
  const test = useCrmTest();
  const draft = edited ?? saved;
  const keyKept = state.signedIn && keepsKey(draft, state.settings.crm, link.crms);
  const oauth = draftOAuth(draft, link.crms);
  const [signingIn, setSigningIn] = useState(false);
  const unsaved = !sameJson(draft, saved);
  const defined = link.crms.find(
    ({ id, form }) => id === draft.crmId && form.some(({ kind }) => kind === 'definition'),
  );
  useEffect(() => markUnsaved('crm', unsaved), [unsaved, markUnsaved]);

  /** The draft once it is right and the browser allows its address; else says why not. Must come first in a click. */
  const prepare = async (toSignIn = false): Promise<NonNullable<Settings['crm']> | undefined> => {
    const kept = state.signedIn ? state.settings.crm : null;
    const checked = checkDraft(draft, link.crms, kept, { signingIn: toSignIn });
    setErrors(checked.ok ? {} : checked.errors);
    if (!checked.ok) {
      const first = Object.keys(checked.errors)[0];
      document.getElementById(first === 'crm' ? 'crm' : `crm-${first}`)?.focus();
      return undefined;
    }
    const request = toSignIn ? link.requestSignIn : link.requestOrigins;
    const allowed = await request(checked.patterns).catch(() => false);
    if (!allowed) {
      say('The browser was not allowed to reach this address. Nothing was saved or sent.', true);
      return undefined;
    }
    setAsked([...asked, ...checked.patterns]);
    return checked.crm;
  };

  /** What was typed, else the one at hand that was given for this very CRM. */
  const credentialFor = async (crm: NonNullable<Settings['crm']>): Promise<string> =>
    draft.credential.trim() || ((await link.loadCredential(bindingOf(crm, link.crms))) ?? '');

  const contextOf = ({ settings }: NonNullable<Settings['crm']>, credential: string): CrmContext<unknown> => {
    const tokens = draft.signIn ?? (oauth && link.openSignIn(credential));
    return { settings, credential, ...(tokens && { tokens }) };
  };

  const runTest = async (crm: NonNullable<Settings['crm']>, credential: string) => {
    const connector = link.crms.find(({ id }) => id === crm.id);
    if (!connector) return undefined;
    const { label } = connector;
    const capabilities = connector.capabilities(crm.settings);
    return test.run({ crm: connector.connect(contextOf(crm, credential)), label, capabilities });
  };

  const signInNow = async (): Promise<void> => {
    if (!oauth || !(await prepare(true))) return;
    setSigningIn(true);
    try {
      setEdited({ ...draft, signIn: await link.signIn(oauth) });
      say('Signed in. Save to keep it.');
    } catch (error) {
      const code = error instanceof CrmError ? error.safe.code : 'bad-reply';
      say(`Not signed in: ${signInProblems[code] ?? crmErrorWords({ code }).text}`, true);
    }
    setSigningIn(false);
  };

  const prepareTry = async (): Promise<CrmContext<unknown> | undefined> => {
    const crm = await prepare();
    return crm && contextOf(crm, await credentialFor(crm));
  };

  const testNow = async (): Promise<void> => {
    const crm = await prepare();
    if (!crm) return;
    setTested(draft);
    const result = await runTest(crm, await credentialFor(crm));
    if (result) say(`Tested: ${result.headline}`, !result.ok);
  };

  const saveNow = async (): Promise<void> => {
    const crm = await prepare();
    if (!crm) return;
    const before = state.settings;
    const credential = await credentialFor(crm);
    // First: the key of the former CRM must never meet the address of the next.
    if (!sameCrm(before.crm, crm, link.crms)) await link.clearCredential();
    const after = { ...before, crm };
    const kept = (settings: Settings) => ({ ...crm, ...keptArrangement(settings.crm, crm) });
    if (!(await save((settings) => ({ ...settings, crm: kept(settings) })))) return;
    const keep = { stay: crm.staySignedIn, binding: bindingOf(crm, link.crms) };
    await (draft.signIn ? link.saveSignIn(draft.signIn, keep) : link.saveCredential(credential, keep));
    await link.removeOrigins(unneededPatterns(before, after, link.crms));
    setEdited(null);
    setAsked([]);
    setTested(savedDraft(crm, link.crms));
    const result = await runTest(crm, credential);
    if (result)
      say(
        result.ok ? `Saved. ${result.headline}.` : `Saved, but the test failed: ${result.headline}`,
        !result.ok,
      );
  };

  const discard = async (): Promise<void> => {
    const needed = neededPatterns(state.settings, link.crms);
    setEdited(null);
    setErrors({});
    test.forget();
    say('Your changes were discarded.');
    await link.removeOrigins(asked.filter((pattern) => !needed.has(pattern)));
    setAsked([]);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void saveNow();
      }}
    >
      <h1>{state.settings.crm ? 'CRM' : 'Connect a CRM'}</h1>
      <p class="lead">The key stays in this browser. It is sent to the address below and nowhere else.</p>
      <CrmStanding {...props} />
      <CrmFields
        crms={link.crms}
        draft={draft}
        errors={errors}
        keyKept={keyKept}
        disabled={state.readOnly}
        signIn={
          oauth && (
            <CrmSignIn
              key="credential"
              label={link.crms.find(({ id }) => id === draft.crmId)?.label ?? ''}
              redirectUrl={link.redirectUrl}
              standing={draft.signIn ? 'new' : keyKept && !unsaved ? 'kept' : 'none'}
              error={errors.credential}
              disabled={state.readOnly}
              busy={signingIn}
              signIn={() => void signInNow()}
              copyText={link.copyText}
            />
          )
        }
        edit={(next) => {
          // What was found out about another CRM says nothing of this one.
          if (next.crmId !== draft.crmId) {
            test.forget();
            setErrors({});
          }
          setEdited(withoutOldSignIn(draft, next));
        }}
      />
      {defined && (
        <RestTry
          key={defined.id}
          connector={defined}
          definition={draft.values.definition ?? ''}
          region={draft.values.region ?? ''}
          prepare={prepareTry}
        />
      )}
      <CrmFacts crms={link.crms} draft={draft} />
      {test.result && (
        <TestVerdict result={test.result} running={test.running} outdated={!sameTarget(tested, draft)} />
      )}
      <div class="finish">
        <button type="submit" class="btn main" disabled={state.readOnly}>
          Save
        </button>
        <button type="button" class="btn" aria-busy={test.running} onClick={() => void testNow()}>
          <RefreshCw class="i sm" aria-hidden="true" />
          {test.running ? 'Testing' : test.result ? 'Test again' : 'Test'}
        </button>
        {unsaved && (
          <button type="button" class="btn plain" onClick={() => void discard()}>
            Discard changes
          </button>
        )}
      </div>
    </form>
  );
}

/** The arrangement of its fields goes on with the same kind of CRM: fields it has not are passed over. */
function keptArrangement(before: Settings['crm'], after: NonNullable<Settings['crm']>) {
  return before?.id === after.id && before.arrangement ? { arrangement: before.arrangement } : {};
}

/** Whether two drafts connect to the same CRM in the same way. */
function sameTarget(a: CrmDraft | null, b: CrmDraft): boolean {
  return a?.crmId === b.crmId && a.credential === b.credential && sameJson(a.values, b.values);
}
