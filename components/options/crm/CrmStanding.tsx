import { useState } from 'preact/hooks';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { draftOAuth, savedDraft } from '../state/crm-draft.ts';
import { crmPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';

/** How we stand with the saved CRM, and the ways out of it. */
export function CrmStanding({ link, state, save, say }: SectionProps) {
  const { crm: words, ...page } = optionsWords();
  const [asking, setAsking] = useState(false);
  const { crm } = state.settings;
  if (crm === null) return null;
  const label = link.crms.find(({ id }) => id === crm.id)?.label ?? crm.id;
  const signsIn = draftOAuth(savedDraft(crm, link.crms), link.crms) !== undefined;
  const patterns = crmPatterns(crm, link.crms);
  const allowed = patterns.every((pattern) => state.granted.has(pattern));
  const standing = !allowed
    ? words.unreachable
    : state.signedIn
      ? words.signedIn
      : signsIn
        ? words.signedOutSignIn
        : words.signedOutKey;

  const allow = async (): Promise<void> => {
    const granted = await link.requestOrigins(patterns).catch(() => false);
    if (granted) say(words.mayReach(label));
    else say(words.mayNotReach(label), true);
  };

  const remove = async (): Promise<void> => {
    setAsking(false);
    const unneeded = unneededPatterns(state.settings, { ...state.settings, crm: null }, link.crms);
    await link.signOut();
    if (!(await save((settings) => ({ ...settings, crm: null }), page.removed(label)))) return;
    await link.clearCache();
    await link.removeOrigins(unneeded);
  };

  return (
    <div class="boxed standing">
      <header>
        <Sign verdict={allowed && state.signedIn ? 'ok' : 'warn'} />
        <span class="what">
          <b>{label}</b>
          <small>{standing}</small>
        </span>
        {!allowed && (
          <button type="button" class="btn" onClick={() => void allow()}>
            {page.allow}
          </button>
        )}
        {state.signedIn && (
          <a class="btn" href="#fields">
            {words.arrange}
          </a>
        )}
        {state.signedIn && (
          <button
            type="button"
            class="btn plain"
            onClick={() => void link.signOut().then(() => say(words.signedOut))}
          >
            {words.signOut}
          </button>
        )}
        <button
          type="button"
          class="btn plain danger"
          disabled={state.readOnly}
          onClick={() => setAsking(true)}
        >
          {page.remove}
        </button>
      </header>
      {asking && (
        <ConfirmDialog
          title={page.askRemove(label)}
          action={page.remove}
          confirm={() => void remove()}
          cancel={() => setAsking(false)}
        >
          {words.removeMeans}
        </ConfirmDialog>
      )}
    </div>
  );
}
