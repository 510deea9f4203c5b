import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { campaignLabel } from '../../../lib/domain/fields/sections.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { optionsWords } from '../../words/options-words.ts';

interface Props {
  id: string;
  /** Its name. */
  section: string;
  chosen: string[];
  known: Workspace['campaigns'];
  disabled: boolean;
  change(chosen: string[]): void;
}

/** The campaigns a section is limited to, as chips; none: it is always seen. Enter or a comma adds what is typed. */
export function ArrangedCampaigns({ id, section, chosen, known, disabled, change }: Props) {
  const words = optionsWords().fields;
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const names = typed.split(',').map((name) => name.trim().slice(0, 128));
    const fresh = names.filter((name) => name !== '' && !chosen.includes(name));
    setTyped('');
    if (fresh.length > 0) change([...chosen, ...new Set(fresh)]);
  };
  return (
    <div class="campaigns">
      <label for={id}>{words.onlyIn}</label>
      {chosen.map((name) => (
        <span key={name} class="chip">
          <bdi>{wordsOf(name, known)}</bdi>
          <button
            type="button"
            aria-label={words.removeFrom(wordsOf(name, known), section)}
            disabled={disabled}
            onClick={() => {
              change(chosen.filter((one) => one !== name));
              document.getElementById(id)?.focus();
            }}
          >
            <X class="i sm" aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        id={id}
        class="in"
        list={`${id}-known`}
        placeholder={chosen.length === 0 ? words.everyCampaign : words.and}
        title={words.directions}
        maxLength={256}
        dir="auto"
        autocomplete="off"
        disabled={disabled}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={add}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && typed === '' && chosen.length > 0) change(chosen.slice(0, -1));
          if (event.key !== 'Enter' && event.key !== ',') return;
          // Enter adds a campaign; it does not save the page.
          event.preventDefault();
          add();
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((campaign) => (
          <option key={campaign.id} value={campaign.name} />
        ))}
      </datalist>
    </div>
  );
}

/** A campaign's name for eyes; the direction in words. */
function wordsOf(name: string, known: Workspace['campaigns']): string {
  const raw = known.find((campaign) => campaign.id === name)?.name ?? name;
  const { outbound, inbound } = optionsWords().fields;
  const label = campaignLabel(raw);
  if (/->\s*$/.test(raw)) return outbound(label);
  return /<-\s*$/.test(raw) ? inbound(label) : label;
}
