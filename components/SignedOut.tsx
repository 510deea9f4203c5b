import { CircleAlert, Lock, Pencil, Plug, StickyNote } from 'lucide-preact';
import type { Connection, LiveInteraction } from '../lib/domain/live.ts';
import { safeText } from '../lib/domain/safe-text.ts';
import { newContactForm } from './create-store.ts';
import { clockTime } from './format-time.ts';
import { Icon } from './Icon.tsx';
import { channelNoun } from './identifier-words.ts';
import { UnknownHead } from './UnknownHead.tsx';
import { useView } from './view-context.ts';
import { WhyBar } from './WhyBar.tsx';
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
  const signIn = actions.signIn ?? actions.openOptions;
  return (
    <>
      {interaction && <UnknownHead interaction={interaction} shown={{ status: 'idle' }} icon={Lock} />}
      {connection.status === 'signed-out' ? (
        <WhyBar
          icon={Lock}
          voice="warn"
          reason={signedOutWords(connection)}
          note={
            connection.at === undefined
              ? 'Sign in, so that callers can be looked up'
              : 'Saved copies were deleted from this browser'
          }
        >
          {signIn && (
            <button type="button" class="btn" onClick={signIn}>
              Sign in
            </button>
          )}
        </WhyBar>
      ) : (
        <WhyBar icon={Plug} voice="warn" reason="No CRM connected yet" note="So nobody can be looked up">
          {actions.openOptions && (
            <button type="button" class="btn" onClick={actions.openOptions}>
              Connect
            </button>
          )}
        </WhyBar>
      )}
      {interaction && <Kept interaction={interaction} />}
      {connection.status === 'signed-out' && connection.at !== undefined && (
        <p class="small quiet aside">
          Nothing is lost. Sign in again{connection.agent ? ` as ${safeText(connection.agent, 64)}` : ''} to
          go on.
        </p>
      )}
    </>
  );
}

/** Without a time nobody has been signed in yet. */
function signedOutWords({ crm, at }: Extract<Connection, { status: 'signed-out' }>): string {
  return at === undefined ? `Not signed in to ${crm}` : `Signed out of ${crm} at ${clockTime(at)}`;
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
