import { Lock, Plug } from 'lucide-preact';
import type { Connection, LiveInteraction } from '../lib/domain/live.ts';
import { safeText } from '../lib/domain/safe-text.ts';
import { clockTime } from './format-time.ts';
import { UnknownHead } from './UnknownHead.tsx';
import { useView } from './view-context.ts';
import { WhyBar } from './WhyBar.tsx';

/** No CRM to ask: what the host tells still stands, no contact does; what the agent had begun is kept, out of sight. */
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
