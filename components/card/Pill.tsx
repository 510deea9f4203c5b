import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { interactionTitle } from '../words/interaction-title.ts';
import { stateWords } from '../words/interaction-words.ts';
import { lineState } from '../words/line-state.ts';
import { sharedWords } from '../words/shared-words.ts';

/** The card, folded: who it is and how long. */
export function Pill(props: {
  interaction: LiveInteraction;
  shown: Resolution;
  now: number;
  unfold(): void;
}) {
  const { interaction, shown, now, unfold } = props;
  const title = interactionTitle(interaction, shown);
  const { spoken, word, time } = stateWords(interaction, now);
  return (
    <h1>
      <button type="button" class="pill" title={title.text} onClick={unfold}>
        <span class="line on" data-state={lineState(interaction)} />
        <bdi class={title.isIdentifier ? 'cut num' : 'cut'} aria-hidden="true">
          {title.text}
        </bdi>
        <span class="num" aria-hidden="true">
          {time}
        </span>
        <span class="hide">{sharedWords().card.unfold(title.text, spoken ?? word ?? '')}</span>
      </button>
    </h1>
  );
}
