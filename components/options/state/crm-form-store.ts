import { type ReadonlySignal, signal } from '@preact/signals';
import type { Crm, CrmContext } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { CrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { type CrmDraft, checkDraft, draftOAuth, savedDraft, withoutOldSignIn } from './crm-draft.ts';
import { crmErrorWords } from './crm-error-words.ts';
import { neededPatterns, unneededPatterns } from './needed-patterns.ts';
import type { OptionsState, SectionProps } from './options-state.ts';
import { bindingOf, sameCrm } from './same-crm.ts';

type SavedCrm = NonNullable<Settings['crm']>;

export interface CrmFormParts extends Pick<SectionProps, 'link' | 'save' | 'say'> {
  /** As the page shows it now. */
  state: () => OptionsState;
  /** The test of a connection; undefined where a newer one took its place. */
  test: (target: {
    crm: Crm;
    label: string;
    capabilities: CrmCapabilities;
  }) => Promise<{ ok: boolean; headline: string } | undefined>;
  /** What was found out about another CRM says nothing of this one. */
  forgetTest: () => void;
  /** Brings the person to the field of this key, which is wrong. */
  focus: (key: string) => void;
}

/** The form that connects a CRM: what was typed, and what a click does with it. */
export interface CrmForm {
  /** What was typed; null: what is saved. */
  edited: ReadonlySignal<CrmDraft | null>;
  /** By key of the field. */
  errors: ReadonlySignal<Record<string, string>>;
  /** The draft that was tested last. */
  tested: ReadonlySignal<CrmDraft | null>;
  signingIn: ReadonlySignal<boolean>;
  edit(next: CrmDraft): void;
  /** The connection as the form says it, for a try. As all below straight from a click: the browser may have to ask. */
  connection(): Promise<CrmContext<unknown> | undefined>;
  signIn(): Promise<void>;
  test(): Promise<void>;
  save(): Promise<void>;
  discard(): Promise<void>;
}

export function createCrmForm({ link, save, say, state, test, forgetTest, focus }: CrmFormParts): CrmForm {
  const edited = signal<CrmDraft | null>(null);
  const errors = signal<Record<string, string>>({});
  const tested = signal<CrmDraft | null>(null);
  const signingIn = signal(false);
  /** Patterns that the browser was asked for and that nothing saved needs yet. */
  let asked: string[] = [];
  const draftNow = (): CrmDraft => edited.peek() ?? savedDraft(state().settings.crm, link.crms);

  /** The CRM of a draft that is right and whose address the browser allows; else says why not. */
  const prepare = async (draft: CrmDraft, toSignIn = false): Promise<SavedCrm | undefined> => {
    const { signedIn, settings } = state();
    const checked = checkDraft(draft, link.crms, signedIn ? settings.crm : null, { signingIn: toSignIn });
    errors.value = checked.ok ? {} : checked.errors;
    if (!checked.ok) {
      focus(Object.keys(checked.errors)[0] ?? 'crm');
      return undefined;
    }
    const request = toSignIn ? link.requestSignIn : link.requestOrigins;
    const allowed = await request(checked.patterns).catch(() => false);
    if (allowed) asked = [...asked, ...checked.patterns];
    else say(optionsWords().crm.notAllowed, true);
    return allowed ? checked.crm : undefined;
  };

  /** What was typed, else the one at hand that was given for this very CRM. */
  const credentialFor = async (draft: CrmDraft, crm: SavedCrm): Promise<string> =>
    draft.credential.trim() || ((await link.loadCredential(bindingOf(crm, link.crms))) ?? '');

  const contextOf = (draft: CrmDraft, { settings }: SavedCrm, credential: string): CrmContext<unknown> => {
    const tokens = draft.signIn ?? (draftOAuth(draft, link.crms) && link.openSignIn(credential));
    return { settings, credential, ...(tokens && { tokens }) };
  };

  const runTest = async (draft: CrmDraft, crm: SavedCrm, credential: string) => {
    const connector = link.crms.find(({ id }) => id === crm.id);
    return connector
      ? test({
          crm: connector.connect(contextOf(draft, crm, credential)),
          label: connector.label,
          capabilities: connector.capabilities(crm.settings),
        })
      : undefined;
  };

  /** Never throws; false where the browser did not do it. */
  const done = (step: Promise<unknown>): Promise<boolean> =>
    step.then(
      () => true,
      () => false,
    );

  return {
    edited,
    errors,
    tested,
    signingIn,
    edit(next) {
      const draft = draftNow();
      if (next.crmId !== draft.crmId) {
        forgetTest();
        errors.value = {};
      }
      edited.value = withoutOldSignIn(draft, next);
    },
    async connection() {
      const draft = draftNow();
      const crm = await prepare(draft);
      return crm && contextOf(draft, crm, await credentialFor(draft, crm));
    },
    async signIn() {
      const draft = draftNow();
      const oauth = draftOAuth(draft, link.crms);
      if (!oauth || !(await prepare(draft, true))) return;
      signingIn.value = true;
      const words = optionsWords().crm;
      try {
        edited.value = { ...draft, signIn: await link.signIn(oauth) };
        say(words.signIn.new);
      } catch (error) {
        const code = error instanceof CrmError ? error.safe.code : 'bad-reply';
        say(words.notSignedIn(words.signInProblems[code] ?? crmErrorWords({ code }).text), true);
      }
      signingIn.value = false;
    },
    async test() {
      const draft = draftNow();
      const crm = await prepare(draft);
      if (!crm) return;
      tested.value = draft;
      const result = await runTest(draft, crm, await credentialFor(draft, crm));
      if (result) say(optionsWords().crm.tested(result.headline), !result.ok);
    },
    async save() {
      const draft = draftNow();
      const crm = await prepare(draft);
      if (!crm) return;
      const words = optionsWords().crm;
      const before = state().settings;
      const credential = await credentialFor(draft, crm);
      // First: the key of the former CRM must never meet the address of the next.
      if (!sameCrm(before.crm, crm, link.crms) && !(await done(link.clearCredential())))
        return say(words.notForgotten, true);
      const kept = (settings: Settings) => ({ ...crm, ...keptArrangement(settings.crm, crm) });
      // Then the address, so that a key is never kept for one that was not saved.
      if (!(await save((settings) => ({ ...settings, crm: kept(settings) })))) return;
      const keep = { stay: crm.staySignedIn, binding: bindingOf(crm, link.crms) };
      const keyKept = await done(
        draft.signIn ? link.saveSignIn(draft.signIn, keep) : link.saveCredential(credential, keep),
      );
      // Last: what no saved CRM needs any more. A browser that does not take it back has it a little longer.
      await done(link.removeOrigins(unneededPatterns(before, { ...before, crm }, link.crms)));
      asked = [];
      if (!keyKept) return say(words.keyNotKept, true);
      edited.value = null;
      tested.value = savedDraft(crm, link.crms);
      const result = await runTest(draft, crm, credential);
      if (result)
        say(result.ok ? words.saved(result.headline) : words.savedButFailed(result.headline), !result.ok);
    },
    async discard() {
      const needed = neededPatterns(state().settings, link.crms);
      edited.value = null;
      errors.value = {};
      forgetTest();
      say(optionsWords().discarded);
      const unneeded = asked.filter((pattern) => !needed.has(pattern));
      asked = [];
      await done(link.removeOrigins(unneeded));
    },
  };
}

/** The arrangement of its fields goes on with the same kind of CRM: fields it has not are passed over. */
function keptArrangement(before: Settings['crm'], after: SavedCrm) {
  return before?.id === after.id && before.arrangement ? { arrangement: before.arrangement } : {};
}
