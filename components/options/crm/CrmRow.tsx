import { useState } from 'preact/hooks';
import type { CrmSettings, Settings } from '../../../lib/domain/settings.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { draftOAuth, savedDraft } from '../state/crm-draft.ts';
import { crmName } from '../state/crm-name.ts';
import { crmPatterns, unneededPatterns } from '../state/needed-patterns.ts';
import type { SectionProps } from '../state/options-state.ts';
import { CrmMoves } from './CrmMoves.tsx';

interface Props extends SectionProps {
  crm: CrmSettings;
  place: { index: number; count: number };
  edited: string | undefined;
  edit(id: string): void;
  signIn(id: string): void;
  removed(id: string): void;
  move(step: -1 | 1): void;
}

/** How we stand with one CRM, and what can be done with it. Of the only one, the form stands beneath anyway. */
export function CrmRow({ crm, place, edited, edit, signIn, removed, move, ...props }: Props) {
  const { link, state, save, say } = props;
  const { crm: words, ...page } = optionsWords();
  const [asking, setAsking] = useState(false);
  const { id } = crm;
  const name = crmName(crm, link.crms);
  const several = place.count > 1;
  const signedIn = state.signedIn.has(id);
  const signsIn = draftOAuth(savedDraft(crm, link.crms), link.crms) !== undefined;
  const patterns = crmPatterns(crm, link.crms);
  const allowed = patterns.every((pattern) => state.granted.has(pattern));
  const signedOut = several ? words.signedOutOfOne : signsIn ? words.signedOutSignIn : words.signedOutKey;
  const standing = !allowed ? words.unreachable : signedIn ? words.signedIn : signedOut;
  /** The words of a button say which CRM they are about, where there are several. */
  const of = (words: string) => (several ? { 'aria-label': words } : {});

  const allow = async (): Promise<void> => {
    const granted = await link.requestOrigins(patterns).catch(() => false);
    if (granted) say(words.mayReach(name));
    else say(words.mayNotReach(name), true);
  };

  const remove = async (): Promise<void> => {
    setAsking(false);
    const without = (settings: Settings): Settings => ({
      ...settings,
      crms: settings.crms.filter((other) => other.id !== id),
    });
    const unneeded = unneededPatterns(state.settings, without(state.settings), link.crms);
    await link.signOut(id);
    if (!(await save(without, page.removed(name)))) return;
    removed(id);
    await link.clearCache(id);
    await link.removeOrigins(unneeded);
  };

  const actions = (
    <>
      {!allowed && (
        <button type="button" class="btn" onClick={() => void allow()} {...of(words.allowOne(name))}>
          {page.allow}
        </button>
      )}
      {signedIn && (
        <a class="btn" href={several ? `#fields:${id}` : '#fields'} {...of(words.arrangeOf(name))}>
          {words.arrange}
        </a>
      )}
      {several && (
        <button
          type="button"
          id={`crm-edit-${id}`}
          class="btn"
          aria-expanded={edited === id}
          aria-label={words.editOf(name)}
          onClick={() => edit(id)}
        >
          {words.edit}
        </button>
      )}
      {several && !signedIn && (
        <button type="button" class="btn plain" aria-label={words.signInTo(name)} onClick={() => signIn(id)}>
          {words.signInShort}
        </button>
      )}
      {signedIn && (
        <button
          type="button"
          class="btn plain"
          onClick={() => void link.signOut(id).then(() => say(words.signedOut))}
          {...of(words.signOutOf(name))}
        >
          {words.signOut}
        </button>
      )}
      <button
        type="button"
        class="btn plain danger"
        disabled={state.readOnly}
        onClick={() => setAsking(true)}
        {...of(page.removeOf(name))}
      >
        {page.remove}
      </button>
    </>
  );

  return (
    <li class="host">
      <header>
        <Sign verdict={allowed && signedIn ? 'ok' : 'warn'} />
        <span class="what">
          <b>
            <bdi>{name}</bdi>
          </b>
          <small>
            {standing}
            {crm.hosts && (
              <>
                {' · '}
                {words.onlyFor(crm.hosts.map((origin) => hostName(origin, state.settings)))}
              </>
            )}
          </small>
        </span>
        {several ? (
          <CrmMoves id={id} name={name} place={place} disabled={state.readOnly} move={move} />
        ) : (
          actions
        )}
      </header>
      {several && <div class="actions">{actions}</div>}
      {asking && (
        <ConfirmDialog
          title={page.askRemove(name)}
          action={page.remove}
          confirm={() => void remove()}
          cancel={() => setAsking(false)}
        >
          {words.removeMeans}
        </ConfirmDialog>
      )}
    </li>
  );
}

function hostName(origin: string, { hosts }: Settings): string {
  return hosts.find((host) => host.origin === origin)?.label || origin;
}
