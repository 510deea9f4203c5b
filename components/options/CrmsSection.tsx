import { RefreshCw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../lib/domain/settings.ts';
import { CrmFacts } from './CrmFacts.tsx';
import { CrmFields } from './CrmFields.tsx';
import { CrmStanding } from './CrmStanding.tsx';
import { type CrmDraft, checkDraft, savedDraft } from './crm-draft.ts';
import { neededPatterns, unneededPatterns } from './needed-patterns.ts';
import type { SectionProps } from './options-state.ts';
import { sameCrm } from './same-crm.ts';
import { sameJson } from './same-json.ts';
import { TestVerdict } from './TestVerdict.tsx';
import { useCrmTest } from './use-crm-test.ts';

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
  const unsaved = !sameJson(draft, saved);
  useEffect(() => markUnsaved('crm', unsaved), [unsaved, markUnsaved]);

  /** The draft once it is right and the browser allows its address; else says why not. Must come first in a click. */
  const prepare = async (): Promise<NonNullable<Settings['crm']> | undefined> => {
    const checked = checkDraft(draft, link.crms, state.signedIn ? state.settings.crm : null);
    setErrors(checked.ok ? {} : checked.errors);
    if (!checked.ok) {
      const first = Object.keys(checked.errors)[0];
      document.getElementById(first === 'crm' ? 'crm' : `crm-${first}`)?.focus();
      return undefined;
    }
    const allowed = await link.requestOrigins(checked.patterns).catch(() => false);
    if (!allowed) {
      say('The browser was not allowed to reach this address. Nothing was saved or sent.', true);
      return undefined;
    }
    setAsked([...asked, ...checked.patterns]);
    return checked.crm;
  };

  const runTest = async (crm: NonNullable<Settings['crm']>, credential: string) => {
    const connector = link.crms.find(({ id }) => id === crm.id);
    if (!connector) return undefined;
    const { label } = connector;
    const capabilities = connector.capabilities(crm.settings);
    return test.run({ crm: connector.connect({ settings: crm.settings, credential }), label, capabilities });
  };

  const testNow = async (): Promise<void> => {
    const crm = await prepare();
    if (!crm) return;
    setTested(draft);
    const result = await runTest(crm, draft.credential.trim() || ((await link.loadCredential()) ?? ''));
    if (result) say(`Tested: ${result.headline}`, !result.ok);
  };

  const saveNow = async (): Promise<void> => {
    const crm = await prepare();
    if (!crm) return;
    const before = state.settings;
    const credential = draft.credential.trim() || ((await link.loadCredential()) ?? '');
    // First: the key of the former CRM must never meet the address of the next.
    if (!sameCrm(before.crm, crm, link.crms)) await link.clearCredential();
    const after = { ...before, crm };
    if (
      !(await save((settings) => ({ ...settings, crm: { ...crm, ...keptArrangement(settings.crm, crm) } })))
    )
      return;
    await link.saveCredential(credential, { stay: crm.staySignedIn });
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
        keyKept={state.signedIn && state.settings.crm !== null}
        disabled={state.readOnly}
        edit={setEdited}
      />
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
