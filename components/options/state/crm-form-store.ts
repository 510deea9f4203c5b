import { type ReadonlySignal, signal } from '@preact/signals';
import type { Crm, CrmContext } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { CrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Unread } from '../../../lib/domain/crm/unread.ts';
import type { CrmSettings, Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { type CrmDraft, checkDraft, draftOAuth, savedDraft, withoutOldSignIn } from './crm-draft.ts';
import { crmErrorWords } from './crm-error-words.ts';
import { newCrmId, putCrm } from './crm-list.ts';
import { crmName } from './crm-name.ts';
import { neededPatterns, unneededPatterns } from './needed-patterns.ts';
import type { OptionsState, SectionProps } from './options-state.ts';
import { bindingOf, sameCrm } from './same-crm.ts';

/** A CRM as the form says it: right, and allowed by the browser. */
type FormCrm = Omit<CrmSettings, 'id'>;

export interface CrmFormParts extends Pick<SectionProps, 'link' | 'save' | 'say'> {
  /** The id of the connection that is edited; empty for a new one. */
  target: string;
  /** As the page shows it now. */
  state: () => OptionsState;
  /** The test of a connection; undefined where a newer one took its place. */
  test: (target: {
    crm: Crm;
    unread: readonly Unread[];
    label: string;
    capabilities: CrmCapabilities;
  }) => Promise<{ ok: boolean; headline: string } | undefined>;
  /** What was found out about another CRM says nothing of this one. */
  forgetTest: () => void;
  /** Brings the person to the field of this key, which is wrong. */
  focus: (key: string) => void;
}

/** The form that connects a CRM: what was typed, and what a click does with it. It changes its own entry of the list alone. */
export interface CrmForm {
  /** The id of the connection that is edited; empty until a new one is saved. */
  target: ReadonlySignal<string>;
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

export function createCrmForm(parts: CrmFormParts): CrmForm {
  const { link, save, say, state, test, forgetTest, focus } = parts;
  const target = signal(parts.target);
  const edited = signal<CrmDraft | null>(null);
  const errors = signal<Record<string, string>>({});
  const tested = signal<CrmDraft | null>(null);
  const signingIn = signal(false);
  /** Patterns that the browser was asked for and that nothing saved needs yet. */
  let asked: string[] = [];
  const entryOf = ({ crms }: Settings): CrmSettings | undefined =>
    crms.find(({ id }) => id === target.peek());
  const draftNow = (): CrmDraft => edited.peek() ?? savedDraft(entryOf(state().settings), link.crms);

  /** The CRM of a draft that is right and whose address the browser allows; else says why not. */
  const prepare = async (draft: CrmDraft, toSignIn = false): Promise<FormCrm | undefined> => {
    const { signedIn, settings } = state();
    const saved = entryOf(settings);
    const place = {
      saved,
      signedIn: saved !== undefined && signedIn.has(saved.id),
      others: settings.crms.filter((crm) => crm !== saved),
    };
    const checked = checkDraft(draft, link.crms, place, { signingIn: toSignIn });
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
  const credentialFor = async (draft: CrmDraft, crm: FormCrm): Promise<string> => {
    const id = target.peek();
    const kept = id === '' ? undefined : await link.loadCredential(id, bindingOf(crm, link.crms));
    return draft.credential.trim() || (kept ?? '');
  };

  const contextOf = (draft: CrmDraft, { settings }: FormCrm, credential: string): CrmContext<unknown> => {
    const tokens =
      draft.signIn ?? (draftOAuth(draft, link.crms) && link.openSignIn(target.peek(), credential));
    return { settings, credential, ...(tokens && { tokens }) };
  };

  const runTest = async (draft: CrmDraft, crm: FormCrm, credential: string) => {
    const connector = link.crms.find(({ id }) => id === crm.connector);
    const unread: Unread[] = [];
    const context = {
      ...contextOf(draft, crm, credential),
      onUnread: (one: Unread) => void unread.push(one),
    };
    return connector
      ? test({
          crm: connector.connect(context),
          unread,
          label: crmName(crm, link.crms),
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
    target,
    edited,
    errors,
    tested,
    signingIn,
    edit(next) {
      const draft = draftNow();
      if (next.connector !== draft.connector) {
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
      const former = entryOf(before);
      const credential = await credentialFor(draft, crm);
      // First: the key of the former CRM must never meet the address of the next.
      if (former && !sameCrm(former, crm, link.crms) && !(await done(link.clearCredential(former.id))))
        return say(words.notForgotten, true);
      const changed = (settings: Settings): Settings => {
        const id = former?.id ?? newCrmId(crm.connector, settings.crms);
        target.value = id;
        const next = { ...crm, id, ...keptArrangement(entryOf(settings), crm) };
        return { ...settings, crms: putCrm(settings.crms, next) };
      };
      // Then the address, so that a key is never kept for one that was not saved.
      if (!(await save(changed))) {
        target.value = former?.id ?? '';
        return;
      }
      const keep = { stay: crm.staySignedIn, binding: bindingOf(crm, link.crms) };
      const keyKept = draft.signIn
        ? await done(link.saveSignIn(target.peek(), draft.signIn, keep))
        : credential === '' || (await done(link.saveCredential(target.peek(), credential, keep)));
      // Last: what no saved CRM needs any more. A browser that does not take it back has it a little longer.
      const after = { ...before, crms: putCrm(before.crms, { ...crm, id: target.peek() }) };
      await done(link.removeOrigins(unneededPatterns(before, after, link.crms)));
      asked = [];
      if (!keyKept) return say(words.keyNotKept, true);
      edited.value = null;
      // Nothing but its name or its hosts was changed while nobody is signed in to it: there is nothing to test.
      if (!draft.signIn && credential === '') return;
      tested.value = savedDraft({ ...crm, id: target.peek() }, link.crms);
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
function keptArrangement(before: CrmSettings | undefined, after: FormCrm) {
  return before?.connector === after.connector && before.arrangement
    ? { arrangement: before.arrangement }
    : {};
}
