import { optionsWords } from '../../words/options-words.ts';
import { ArrangedFields } from './ArrangedFields.tsx';
import type { ArrangeHand } from './arrange-hand.ts';

/** The fields that no agent sees. */
export function ArrangedHidden({ hand }: { hand: ArrangeHand }) {
  const words = optionsWords().fields;
  const { sections, hidden } = hand.arrangement;
  return (
    <section class="boxed arranged" aria-label={words.notShown}>
      <header>
        <span class="what">
          <b>{words.notShown}</b>
          <small>{words.later}</small>
        </span>
      </header>
      <ArrangedFields list={sections.length} name={words.notShown} keys={hidden} hand={hand} />
    </section>
  );
}
