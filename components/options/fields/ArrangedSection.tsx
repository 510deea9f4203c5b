import { ChevronDown, ChevronUp, Trash2 } from 'lucide-preact';
import type { Arrangement } from '../../../lib/domain/fields/arrangement.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ArrangedCampaigns } from './ArrangedCampaigns.tsx';
import { ArrangedFields } from './ArrangedFields.tsx';
import { changeSection, moveSection, removeSection } from './arrange-edits.ts';
import type { ArrangeHand } from './arrange-hand.ts';

interface Props {
  section: Arrangement['sections'][number];
  index: number;
  hand: ArrangeHand;
  /** That the CRM knows. */
  campaigns: Workspace['campaigns'];
}

/** One section: its name, its place among the others, its campaigns and its fields. */
export function ArrangedSection({ section, index, hand, campaigns }: Props) {
  const { arrangement, disabled } = hand;
  const words = optionsWords().fields;
  const name = section.label.trim() || words.thisSection;
  const last = arrangement.sections.length - 1;
  const move = (step: 1 | -1): void => {
    hand.change(moveSection(arrangement, index, step));
    // The button of the edge that is reached is disabled and would lose the focus.
    const at = index + step;
    hand.focusNext(
      at === 0
        ? 'section-down-0'
        : at === last
          ? `section-up-${at}`
          : `section-${step === 1 ? 'down' : 'up'}-${at}`,
    );
  };
  return (
    <section class="boxed arranged" aria-label={section.label}>
      <header>
        <input
          id={`section-${index}`}
          class={section.label.trim() === '' ? 'in is-bad' : 'in'}
          aria-label={words.sectionName}
          maxLength={128}
          dir="auto"
          autocomplete="off"
          disabled={disabled}
          value={section.label}
          onInput={({ currentTarget }) =>
            hand.change(changeSection(arrangement, index, { label: currentTarget.value }))
          }
        />
        <span class="tools">
          <button
            type="button"
            id={`section-up-${index}`}
            class="btn plain icon"
            aria-label={words.moveUp(name)}
            disabled={disabled || index === 0}
            onClick={() => move(-1)}
          >
            <ChevronUp class="i" aria-hidden="true" />
          </button>
          <button
            type="button"
            id={`section-down-${index}`}
            class="btn plain icon"
            aria-label={words.moveDown(name)}
            disabled={disabled || index === last}
            onClick={() => move(1)}
          >
            <ChevronDown class="i" aria-hidden="true" />
          </button>
          <button
            type="button"
            class="btn plain icon"
            aria-label={words.removeSection(name)}
            disabled={disabled || last === 0}
            onClick={() => {
              hand.change(removeSection(arrangement, index));
              hand.focusNext(`section-${Math.max(0, index - 1)}`);
            }}
          >
            <Trash2 class="i" aria-hidden="true" />
          </button>
        </span>
      </header>
      <ArrangedCampaigns
        id={`campaigns-${index}`}
        section={name}
        chosen={section.campaigns ?? []}
        known={campaigns}
        disabled={disabled}
        change={(chosen) => hand.change(changeSection(arrangement, index, { campaigns: chosen }))}
      />
      <ArrangedFields list={index} name={name} keys={section.fields} hand={hand} />
    </section>
  );
}
