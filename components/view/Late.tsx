import { Clock, CloudAlert, Lock, Search, Unplug } from 'lucide-preact';
import type { SafeCrmError } from '../../lib/domain/crm/crm-error.ts';
import type {
  Connection,
  LiveInteraction,
  Resolution,
  SilentCrm,
} from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { clockTime, listTime, secondsUntil } from '../words/format-time.ts';
import { isOver } from '../words/interaction-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';
import { Notice } from './Notice.tsx';
import { NotSaved } from './NotSaved.tsx';
import { SavedOtherwise } from './SavedOtherwise.tsx';
import { SignInButton } from './SignInButton.tsx';
import { looseWrites, saidWrites } from './state/save-state.ts';
import { useView } from './state/view-context.ts';
import { WriteLine } from './WriteLine.tsx';

/** The foot counts them all, and has the list: here they must not cover what is read. */
const shownWaiting = 2;

/** What comes late by itself comes at the lower edge, where nothing is being read: a failing CRM, a page that is gone. */
export function Late(props: { interaction: LiveInteraction; shown: Resolution; crm: string }) {
  const { interaction, shown, crm } = props;
  const { store, asked, connection } = useView();
  const words = viewWords();
  const now = store.now.value;
  const writes = looseWrites(store, interaction.key, interaction.writes);
  const gone = isOver(interaction) ? undefined : interaction.hostGoneUntil;
  const others = troublesOf(asked, interaction, shown.status === 'failed' ? connection : undefined);
  const waiting = interaction.writes.filter(({ status }) => status === 'waiting');
  const said = saidWrites(interaction.writes);
  const calm = writes.length + said.length + waiting.length + others.length === 0 && gone === undefined;
  if (shown.status !== 'failed' && calm) return null;
  return (
    <section class="late" aria-label={words.needsAttention}>
      {gone !== undefined && (
        <Notice
          icon={Unplug}
          what={words.late.pageGone(interaction.facts.channel)}
          next={words.late.finishedIn(<Seconds count={secondsUntil(gone, now)} />)}
        />
      )}
      {shown.status === 'failed' && (
        <Failure interaction={interaction} error={shown.error} retryAt={shown.retryAt} crm={crm} />
      )}
      {others.map((one) => (
        <Trouble key={one.connection.id} interaction={interaction} {...one} />
      ))}
      {waiting.length > 0 && (
        <ul class="wait-list waiting">
          {waiting.slice(-shownWaiting).map((write) => (
            <li key={write.id}>
              <Icon of={Clock} />
              <span>
                <WriteLine write={write} />
              </span>
              <span class="end num">{listTime(write.since ?? write.at, now)}</span>
            </li>
          ))}
        </ul>
      )}
      <NotSaved scope={interaction.key} writes={writes} />
      <SavedOtherwise scope={interaction.key} writes={said} />
    </section>
  );
}

/** A CRM that does not say what it knows, beside what the others say. */
interface CrmTrouble {
  connection: Connection;
  /** It has not said who this is. */
  silent?: SilentCrm | undefined;
}

/** What is said of a CRM in any interaction that it is asked for, also where nothing of its own has failed. */
function troublesOf(
  asked: Connection[],
  { silent = [] }: LiveInteraction,
  said: Connection | undefined,
): CrmTrouble[] {
  return asked.flatMap((connection) => {
    if (connection === said) return [];
    const own = silent.find(({ crm }) => crm === connection.id);
    const away = connection.status === 'ready' && connection.away !== undefined;
    return own || away || connection.status === 'signed-out' ? [{ connection, silent: own }] : [];
  });
}

function Trouble({ interaction, connection, silent }: CrmTrouble & { interaction: LiveInteraction }) {
  const words = viewWords().late;
  const name = safeText(connection.crm, 64);
  if (connection.status === 'signed-out')
    return (
      <Notice icon={Lock} what={words.notSignedIn(name)} next={words.notAskedThere}>
        <SignInButton crm={connection.id} />
      </Notice>
    );
  const { away } = connection;
  if (silent?.error)
    return <Failure interaction={interaction} error={silent.error} retryAt={silent.retryAt} crm={name} />;
  if (silent && !away)
    return <Notice icon={Search} what={words.stillLooking(name)} next={words.othersShown} />;
  if (!away) return null;
  return (
    <Notice
      icon={CloudAlert}
      what={errorWords(away.error, name).what}
      next={words.since(<span class="num">{clockTime(away.since)}</span>)}
    >
      <TryNow interaction={interaction} />
    </Notice>
  );
}

function Failure({
  interaction,
  error,
  retryAt,
  crm,
}: {
  interaction: LiveInteraction;
  error: SafeCrmError;
  retryAt: number | undefined;
  crm: string;
}) {
  const { store } = useView();
  const words = viewWords().late;
  const why = errorWords(error, crm);
  const seconds = retryAt === undefined ? undefined : secondsUntil(retryAt, store.now.value);
  // The CRM said when it may be asked again; before that nothing is sent, so that there is nothing to press.
  const heldBack = error.retryAfterMs !== undefined && seconds !== undefined && seconds > 0;
  return (
    <Notice
      icon={CloudAlert}
      what={why.what}
      next={
        seconds === undefined
          ? why.next
          : seconds > 0
            ? words.tryingIn(<Seconds count={seconds} />)
            : words.trying
      }
    >
      {!heldBack && <TryNow interaction={interaction} />}
    </Notice>
  );
}

function Seconds({ count }: { count: number }) {
  return <span class="num">{sharedWords().times.seconds(count)}</span>;
}

function TryNow({ interaction }: { interaction: LiveInteraction }) {
  const { store } = useView();
  return (
    <button
      type="button"
      class="btn"
      onClick={() => void store.send({ type: 'resolve.again', key: interaction.key })}
    >
      {viewWords().tryNow}
    </button>
  );
}
