import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { draftOAuth, savedDraft } from '../state/crm-draft.ts';
import { crmPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';

/** How we stand with the saved CRM, and the ways out of it. */
export function CrmStanding({ link, state, save, say }: SectionProps) {
  const [asking, setAsking] = useState(false);
  const { crm } = state.settings;
  if (crm === null) return null;
  const label = link.crms.find(({ id }) => id === crm.id)?.label ?? crm.id;
  const signsIn = draftOAuth(savedDraft(crm, link.crms), link.crms) !== undefined;
  const patterns = crmPatterns(crm, link.crms);
  const allowed = patterns.every((pattern) => state.granted.has(pattern));
  const standing = !allowed
    ? 'The browser does not let Ringside reach this address'
    : state.signedIn
      ? 'Signed in'
      : signsIn
        ? 'Signed out. Sign in and save.'
        : 'Signed out. Type the key and save.';

  const allow = async (): Promise<void> => {
    const granted = await link.requestOrigins(patterns).catch(() => false);
    if (granted) say(`Ringside may reach ${label}.`);
    else say(`The browser was not allowed to reach ${label}.`, true);
  };

  const remove = async (): Promise<void> => {
    setAsking(false);
    const unneeded = unneededPatterns(state.settings, { ...state.settings, crm: null }, link.crms);
    await link.signOut();
    if (!(await save((settings) => ({ ...settings, crm: null }), `${label} was removed.`))) return;
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
            Allow
          </button>
        )}
        {state.signedIn && (
          <a class="btn" href="#fields">
            Arrange its fields
          </a>
        )}
        {state.signedIn && (
          <button
            type="button"
            class="btn plain"
            onClick={() => void link.signOut().then(() => say('Signed out. The key is forgotten.'))}
          >
            Sign out
          </button>
        )}
        <button
          type="button"
          class="btn plain danger"
          disabled={state.readOnly}
          onClick={() => setAsking(true)}
        >
          Remove
        </button>
      </header>
      {asking && (
        <ConfirmDialog
          title={`Remove ${label}?`}
          action="Remove"
          confirm={() => void remove()}
          cancel={() => setAsking(false)}
        >
          Ringside signs out, deletes its saved copies and gives the permission back to the browser. Nothing
          in the CRM changes.
        </ConfirmDialog>
      )}
    </div>
  );
}
