import { Lock, Plug } from 'lucide-preact';
import type { Connection, LiveInteraction } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { clockTime } from '../words/format-time.ts';
import { useView, type ViewActions } from './state/view-context.ts';
import { UnknownHead } from './UnknownHead.tsx';
import { WhyBar, type WhyBarProps } from './WhyBar.tsx';

/** No CRM to ask: what the host tells still stands, no contact does; what the agent had begun is kept, out of sight. */
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
