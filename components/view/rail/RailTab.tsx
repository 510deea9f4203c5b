import { CircleCheck, Pause, Pin, X } from 'lucide-preact';
import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import { channelIcon } from '../../parts/channel-icon.ts';
import { Icon } from '../../parts/Icon.tsx';
import { interactionTitle } from '../../words/interaction-title.ts';
import { campaignWords, isOver, stateWords } from '../../words/interaction-words.ts';
import { lineState } from '../../words/line-state.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { shownResolution } from '../state/shown-resolution.ts';
import { useView } from '../state/view-context.ts';

/** What stands for a number that is none, where there is little room. */
function briefly(status: Resolution['status']): string | undefined {
  if (status === 'withheld') return viewWords().rail.withheld;
  return status === 'no-number' ? viewWords().rail.noNumber : undefined;
}

/** One interaction in the rail: its line, who or which number, and how it stands. */
export function RailTab(props: {
  interaction: LiveInteraction;
  front: boolean;
  pinned: boolean;
  onShow?: () => void;
}) {
  const { interaction, front, pinned } = props;
  const { store } = useView();
  const shown = shownResolution(interaction);
  const title = interactionTitle(interaction, shown);
  const { key, facts } = interaction;
  return (
    <>
      <button
        type="button"
        class="tab"
        aria-current={front ? 'true' : undefined}
        onClick={() => {
          props.onShow?.();
          store.show(key);
        }}
      >
        <span class="line" data-state={lineState(interaction)} />
        <Icon of={channelIcon(facts.channel, facts.direction)} />
        <b class={title.isIdentifier && interaction.identifier?.kind === 'phone' ? 'cut tail' : 'cut'}>
          <bdi class={title.isIdentifier ? 'num' : ''} title={title.text}>
            {interaction.identifier ? title.text : (briefly(shown.status) ?? title.text)}
          </bdi>
        </b>
        <span class="t" title={standing(interaction, store.now.value)}>
          <span class="standing">
            <TabState interaction={interaction} now={store.now.value} />
            {pinned && (
              <span class="pinned">
                <Icon of={Pin} small />
                <span class="hide">{viewWords().rail.pinned}</span>
              </span>
            )}
          </span>
          <Campaign interaction={interaction} />
        </span>
      </button>
      {isOver(interaction) && (
        <button
          type="button"
          class="btn icon sm remove"
          aria-label={viewWords().menu.remove}
          onClick={() => void store.send({ type: 'interaction.dismiss', key })}
        >
          <Icon of={X} small />
        </button>
      )}
    </>
  );
}

/** All that the tab may have no room for. */
function standing(interaction: LiveInteraction, now: number): string {
  const { spoken, word, time, ended } = stateWords(interaction, now);
  const state = [word ?? spoken, time].filter(Boolean).join(' ');
  return [state, ended, campaignWords(interaction)].filter(Boolean).join(' · ');
}

function TabState({ interaction, now }: { interaction: LiveInteraction; now: number }) {
  const { spoken, word, time, ended, why } = stateWords(interaction, now);
  const { held, finished } = sharedWords().interactions;
  // Where there is no room for the word, its sign stands in for it; the time always stays.
  const sign = word === held ? Pause : word === finished ? CircleCheck : undefined;
  // The line says the rest where there is no room.
  const place = !sign ? 'word' : ended ? 'hide' : 'only-wide';
  return (
    <>
      {spoken && <span class="hide">{spoken} </span>}
      {sign && (
        <span class={ended ? '' : 'only-narrow'}>
          <Icon of={sign} small />{' '}
        </span>
      )}
      {word && (
        <span class={place} title={why}>
          {word}{' '}
        </span>
      )}
      {why && <span class="hide">({why}) </span>}
      {time}
      {ended && ` · ${ended}`}
    </>
  );
}

function Campaign({ interaction }: { interaction: LiveInteraction }) {
  const campaign = campaignWords(interaction);
  return campaign ? (
    <span class="campaign cut">
      {' · '}
      <bdi>{campaign}</bdi>
    </span>
  ) : null;
}
