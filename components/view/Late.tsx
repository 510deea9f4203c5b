import { CloudAlert, Unplug } from 'lucide-preact';
import type { Workspace } from '../../lib/domain/fields/workspace.ts';
import type { Connection, LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { clockTime, secondsUntil } from '../words/format-time.ts';
import { channelNoun } from '../words/identifier-words.ts';
import { isOver } from '../words/interaction-words.ts';
import { errorWords } from '../words/words.ts';
import { Notice } from './Notice.tsx';
import { NotSaved } from './NotSaved.tsx';
import { looseWrites } from './state/save-state.ts';
import { useView } from './state/view-context.ts';

/** The CRM does not answer, whoever asks: said on every interaction, also where nothing of its own has failed. */
type Away = Extract<Connection, { status: 'ready' }>['away'];

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
  const now = store.now.value;
  const writes = looseWrites(store, interaction.key, interaction.writes);
  const gone = isOver(interaction) ? undefined : interaction.hostGoneUntil;
  if (shown.status !== 'failed' && !away && writes.length === 0 && gone === undefined) return null;
  return (
    <section class="late" aria-label="Needs attention">
      {gone !== undefined && (
        <Notice
          icon={Unplug}
          what={`The page of this ${channelNoun(interaction.facts.channel)} is gone`}
          next={
            <>
              Finished in <span class="num">{secondsUntil(gone, now)} s</span>, unless the page is back
            </>
          }
        />
      )}
      {shown.status === 'failed' ? (
        <Failure interaction={interaction} shown={shown} crm={crm} />
      ) : (
        away && (
          <Notice
            icon={CloudAlert}
            what={errorWords(away.error, crm).what}
            next={
              <>
                Since <span class="num">{clockTime(away.since)}</span>; what is shown may be older
              </>
            }
          >
            <TryNow interaction={interaction} />
          </Notice>
        )
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
  const words = errorWords(shown.error, crm);
  const seconds = shown.retryAt === undefined ? undefined : secondsUntil(shown.retryAt, store.now.value);
  // The CRM said when it may be asked again; before that nothing is sent, so that there is nothing to press.
  const heldBack = shown.error.retryAfterMs !== undefined && seconds !== undefined && seconds > 0;
  return (
    <Notice
      icon={CloudAlert}
      what={words.what}
      next={
        seconds === undefined ? (
          words.next
        ) : seconds > 0 ? (
          <>
            Trying again in <span class="num">{seconds} s</span>
          </>
        ) : (
          'Trying again'
        )
      }
    >
      {!heldBack && <TryNow interaction={interaction} />}
    </Notice>
  );
}

function TryNow({ interaction }: { interaction: LiveInteraction }) {
  const { store } = useView();
  return (
    <button
      type="button"
      class="btn"
      onClick={() => void store.send({ type: 'resolve.again', key: interaction.key })}
    >
      Try now
    </button>
  );
}
