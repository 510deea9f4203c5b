import { Lock, Plug } from 'lucide-preact';
import type { Connection, LiveInteraction } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { clockTime } from '../words/format-time.ts';
import { viewWords } from '../words/view-words.ts';
import { UnknownHead } from './head/UnknownHead.tsx';
import { WhyBar, type WhyBarProps } from './head/WhyBar.tsx';
import { SignInButton } from './SignInButton.tsx';
import { useView, type ViewActions } from './state/view-context.ts';

/** No CRM to ask: what the host tells still stands, no contact does; what the agent had begun is kept, out of sight. */
export function SignedOut({
  connections,
  interaction,
}: {
  /** Those that are asked for this. */
  connections: Connection[];
  interaction: LiveInteraction | undefined;
}) {
  const { actions } = useView();
  const connection = connections.find((one) => one.status === 'signed-out');
  const why = standing(connection, actions);
  return (
    <>
      {interaction ? (
        <UnknownHead interaction={interaction} shown={{ status: 'idle' }} icon={Lock} why={why} />
      ) : (
        <WhyBar {...why} />
      )}
      {connection?.at !== undefined && !isFirstRun(actions) && (
        <p class="small quiet aside">
          {connection.agent
            ? viewWords().signedOut.losslessAs(safeText(connection.agent, 64))
            : viewWords().signedOut.lossless}
        </p>
      )}
    </>
  );
}

type SignedOutConnection = Extract<Connection, { status: 'signed-out' }>;

function standing(connection: SignedOutConnection | undefined, actions: ViewActions): WhyBarProps {
  const { signedOut: words } = viewWords();
  if (!connection)
    return {
      icon: Plug,
      voice: 'warn',
      reason: words.noCrm,
      note: [words.soNobody],
      children: actions.openOptions && (
        <button type="button" class="btn" onClick={() => actions.openOptions?.('crms')}>
          {words.connect}
        </button>
      ),
    };
  const { crm, at } = connection;
  const isFirst = isFirstRun(actions);
  return {
    icon: Lock,
    voice: 'warn',
    // Without a time nobody has been signed in yet; nor has anybody whose first key was refused.
    reason: at === undefined || isFirst ? words.never : words.since(clockTime(at)),
    note: [{ mayCut: crm }, at === undefined ? words.nobody : isFirst ? words.refused : words.deleted],
    children: <SignInButton crm={connection.id} />,
  };
}

/** Nobody was ever signed in: nothing of theirs can be lost, or have been deleted. */
function isFirstRun({ firstRun }: ViewActions): boolean {
  return firstRun !== undefined && !firstRun.isOver();
}
