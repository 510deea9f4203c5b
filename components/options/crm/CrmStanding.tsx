import { useState } from 'preact/hooks';
import type { Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { draftOAuth, savedDraft } from '../state/crm-draft.ts';
import { crmName } from '../state/crm-name.ts';
import { crmPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';

/** How we stand with the saved CRM, and the ways out of it. */
export function CrmStanding({ link, state, save, say }: SectionProps) {
  const { crm: words, ...page } = optionsWords();
  const [asking, setAsking] = useState(false);
  const [crm] = state.settings.crms;
  if (crm === undefined) return null;
  const { id } = crm;
  const label = crmName(crm, link.crms);
  const signedIn = state.signedIn.has(id);
  const signsIn = draftOAuth(savedDraft(crm, link.crms), link.crms) !== undefined;
  const patterns = crmPatterns(crm, link.crms);
  const allowed = patterns.every((pattern) => state.granted.has(pattern));
  const standing = !allowed
    ? words.unreachable
    : signedIn
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
    const without = (settings: Settings): Settings => ({
      ...settings,
      crms: settings.crms.filter((other) => other.id !== id),
    });
    const unneeded = unneededPatterns(state.settings, without(state.settings), link.crms);
    await link.signOut(id);
    if (!(await save(without, page.removed(label)))) return;
    await link.clearCache(id);
    await link.removeOrigins(unneeded);
  };

  return (
    <div class="boxed standing">
      <header>
        <Sign verdict={allowed && signedIn ? 'ok' : 'warn'} />
        <span class="what">
          <b>{label}</b>
          <small>{standing}</small>
        </span>
        {!allowed && (
          <button type="button" class="btn" onClick={() => void allow()}>
            {page.allow}
          </button>
        )}
        {signedIn && (
          <a class="btn" href="#fields">
            {words.arrange}
          </a>
        )}
        {signedIn && (
          <button
            type="button"
            class="btn plain"
            onClick={() => void link.signOut(id).then(() => say(words.signedOut))}
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
