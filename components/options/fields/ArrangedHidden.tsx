import { ArrangedFields } from './ArrangedFields.tsx';
import type { ArrangeHand } from './arrange-hand.ts';

/** The fields that no agent sees. */
export function ArrangedHidden({ hand }: { hand: ArrangeHand }) {
  const { sections, hidden } = hand.arrangement;
  return (
    <section class="boxed arranged" aria-label="Not shown">
      <header>
        <span class="what">
          <b>Not shown</b>
          <small>Fields that the CRM gains later stand at the end of More until you place them.</small>
        </span>
      </header>
      <ArrangedFields list={sections.length} name="Not shown" keys={hidden} hand={hand} />
    </section>
  );
}
