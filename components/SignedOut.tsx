import { CircleAlert, Lock, Pencil, Plug, StickyNote } from 'lucide-preact';
import type { Connection, LiveInteraction } from '../lib/domain/live.ts';
import { safeText } from '../lib/domain/safe-text.ts';
import { newContactForm } from './create-store.ts';
import { clockTime } from './format-time.ts';
import { Icon } from './Icon.tsx';
import { channelNoun } from './identifier-words.ts';
import { UnknownHead } from './UnknownHead.tsx';
import { useView, type ViewActions } from './view-context.ts';
import { WhyBar, type WhyBarProps } from './WhyBar.tsx';
import { writeWords } from './words.ts';

/** No CRM to ask: what the host tells still stands, no contact does; what the agent typed is kept. */
export function SignedOut({
  connection,
  interaction,
}: {
  connection: Connection;
  interaction: LiveInteraction | undefined;
}) {
  const { actions } = useView();
  const why = standing(connection, actions);
  return (
    <>
      {interaction ? (
        <UnknownHead interaction={interaction} shown={{ status: 'idle' }} icon={Lock} why={why} />
      ) : (
        <WhyBar {...why} />
      )}
      {interaction && <Kept interaction={interaction} />}
      {connection.status === 'signed-out' && connection.at !== undefined && !isFirstRun(actions) && (
        <p class="small quiet aside">
          Nothing is lost. Sign in again{connection.agent ? ` as ${safeText(connection.agent, 64)}` : ''} to
          go on.
        </p>
      )}
    </>
  );
}

function standing(connection: Connection, actions: ViewActions): WhyBarProps {
  const signIn = actions.signIn ?? (actions.openOptions && (() => actions.openOptions?.('credential')));
  if (connection.status !== 'signed-out')
    return {
      icon: Plug,
      voice: 'warn',
      reason: 'No CRM connected yet',
      note: ['So nobody can be looked up'],
      children: actions.openOptions && (
        <button type="button" class="btn" onClick={() => actions.openOptions?.('crms')}>
          Connect
        </button>
      ),
    };
  const { crm, at } = connection;
  const isFirst = isFirstRun(actions);
  return {
    icon: Lock,
    voice: 'warn',
    // Without a time nobody has been signed in yet; nor has anybody whose first key was refused.
    reason: at === undefined || isFirst ? 'Not signed in' : `Signed out at ${clockTime(at)}`,
    note: [
      { mayCut: crm },
      at === undefined ? 'nobody is looked up' : isFirst ? 'the key was refused' : 'saved copies deleted',
    ],
    children: signIn && (
      <button type="button" class="btn" onClick={signIn}>
        Sign in
      </button>
    ),
  };
}

/** Nobody was ever signed in: nothing of theirs can be lost, or have been deleted. */
function isFirstRun({ firstRun }: ViewActions): boolean {
  return firstRun !== undefined && !firstRun.isOver();
}

/** Drafts and unsaved writes of this interaction, by what they are; never what is in them. */
function Kept({ interaction }: { interaction: LiveInteraction }) {
  const { store } = useView();
  const forms = new Set(Object.keys(interaction.drafts));
  if (Object.keys(store.creates.get(interaction.key).typed).length > 0) forms.add(newContactForm);
  const unsaved = interaction.writes.filter((write) => write.status !== 'saved');
  if (forms.size === 0 && unsaved.length === 0) return null;
  const noun = channelNoun(interaction.facts.channel);
  return (
    <section class="sec">
      <header>
        <Icon of={StickyNote} small />
        <h2>Kept for you</h2>
      </header>
      <ul class="wait-list">
        {[...forms].map((form) => (
          <li key={form}>
            <Icon of={Pencil} />
            <span>
              {form === newContactForm ? `New contact for this ${noun}` : `Change begun in this ${noun}`}
            </span>
            <span class="end">draft</span>
          </li>
        ))}
        {unsaved.map((write) => (
          <li key={write.id}>
            <Icon of={CircleAlert} />
            <span>{writeWords(write.kind)}</span>
            <span class="end">not saved</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
