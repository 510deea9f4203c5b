import { Clock, CloudAlert, Unplug } from 'lucide-preact';
import type { Workspace } from '../../lib/domain/fields/workspace.ts';
import type { Connection, LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { Icon } from '../parts/Icon.tsx';
import { errorWords } from '../words/error-words.ts';
import { clockTime, listTime, secondsUntil } from '../words/format-time.ts';
import { isOver } from '../words/interaction-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { viewWords } from '../words/view-words.ts';
import { Notice } from './Notice.tsx';
import { NotSaved } from './NotSaved.tsx';
import { looseWrites } from './state/save-state.ts';
import { useView } from './state/view-context.ts';
import { WriteLine } from './WriteLine.tsx';

/** The CRM does not answer, whoever asks: said on every interaction, also where nothing of its own has failed. */
type Away = Extract<Connection, { status: 'ready' }>['away'];

/** The foot counts them all, and has the list: here they must not cover what is read. */
const shownWaiting = 2;

/** What comes late by itself comes at the lower edge, where nothing is being read: a failing CRM, a page that is gone. */
export function Late(props: {
  interaction: LiveInteraction;
  shown: Resolution;
  workspace: Workspace | null;
  crm: string;
  away: Away | undefined;
}) {
  const { interaction, shown, workspace, crm, away } = props;
  const { store } = useView();
  const words = viewWords();
  const now = store.now.value;
  const writes = looseWrites(store, interaction.key, interaction.writes);
  const gone = isOver(interaction) ? undefined : interaction.hostGoneUntil;
  const waiting = interaction.writes.filter(({ status }) => status === 'waiting');
  const calm = writes.length + waiting.length === 0 && gone === undefined;
  if (shown.status !== 'failed' && !away && calm) return null;
  return (
    <section class="late" aria-label={words.needsAttention}>
      {gone !== undefined && (
        <Notice
          icon={Unplug}
          what={words.late.pageGone(interaction.facts.channel)}
          next={words.late.finishedIn(<Seconds count={secondsUntil(gone, now)} />)}
        />
      )}
      {shown.status === 'failed' ? (
        <Failure interaction={interaction} shown={shown} crm={crm} />
      ) : (
        away && (
          <Notice
            icon={CloudAlert}
            what={errorWords(away.error, crm).what}
            next={words.late.since(<span class="num">{clockTime(away.since)}</span>)}
          >
            <TryNow interaction={interaction} />
          </Notice>
        )
      )}
      {waiting.length > 0 && (
        <ul class="wait-list waiting">
          {waiting.slice(-shownWaiting).map((write) => (
            <li key={write.id}>
              <Icon of={Clock} />
              <span>
                <WriteLine write={write} workspace={workspace} />
              </span>
              <span class="end num">{listTime(write.since ?? write.at, now)}</span>
            </li>
          ))}
        </ul>
      )}
      <NotSaved scope={interaction.key} writes={writes} workspace={workspace} crm={crm} />
    </section>
  );
}

function Failure({
  interaction,
  shown,
  crm,
}: {
  interaction: LiveInteraction;
  shown: Extract<Resolution, { status: 'failed' }>;
  crm: string;
}) {
  const { store } = useView();
  const words = viewWords().late;
  const why = errorWords(shown.error, crm);
  const seconds = shown.retryAt === undefined ? undefined : secondsUntil(shown.retryAt, store.now.value);
  // The CRM said when it may be asked again; before that nothing is sent, so that there is nothing to press.
  const heldBack = shown.error.retryAfterMs !== undefined && seconds !== undefined && seconds > 0;
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
