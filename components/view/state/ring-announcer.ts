import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { isDiscreet } from '../../words/announcement.ts';
import { interactionTitle } from '../../words/interaction-title.ts';
import { campaignWords, kindWords, stateWords } from '../../words/interaction-words.ts';
import { lineState } from '../../words/line-state.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { shownResolution } from './shown-resolution.ts';

/** For so long after one was told no other is: in a storm of calls nobody can listen to each. */
const quietMs = 5_000;

/** What those who do not see the rail are told of a call that rings behind the one in front: once, and not in a storm. */
export class RingAnnouncer {
  #known: Set<string> | undefined;
  #said: { key: string; text: string; at: number } | undefined;

  /** The text of the rail's live region. What rang already when the view was opened is not news. */
  text(interactions: LiveInteraction[], front: string | null, now: number): string {
    const fresh = interactions.filter(({ key }) => this.#known && !this.#known.has(key));
    this.#known = new Set(interactions.map(({ key }) => key));
    const ringing = fresh.find((one) => one.key !== front && lineState(one) === 'offered');
    if (ringing && !(this.#said && now - this.#said.at < quietMs))
      this.#said = { key: ringing.key, text: ringWords(ringing, now), at: now };
    const still = interactions.find(({ key }) => key === this.#said?.key);
    const counts = still && still.key !== front && lineState(still) === 'offered';
    return counts ? (this.#said?.text ?? '') : '';
  }
}

/** `+44 20 7946 0123 ringing, Billing`. */
function ringWords(interaction: LiveInteraction, now: number): string {
  const title = interactionTitle(interaction, shownResolution(interaction)).text;
  const text = isDiscreet() ? kindWords(interaction) : title;
  const word = stateWords(interaction, now).word ?? sharedWords().interactions.fresh;
  const campaign = campaignWords(interaction);
  const { rings, ringsFor } = viewWords().rail;
  return campaign ? ringsFor(text, word, campaign) : rings(text, word);
}
