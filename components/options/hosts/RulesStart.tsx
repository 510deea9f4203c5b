import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { optionsWords } from '../../words/options-words.ts';
import { templateNames, templateText } from './rule-templates.ts';

interface Props {
  packs: readonly RuleFile[];
  own: readonly RuleFile[];
  disabled: boolean;
  /** What was chosen, as text, and what it is called. */
  choose(text: string, name: string): void;
}

/** What rules may be begun from: templates, what ships with Ringside, and files of one's own. */
export function RulesStart({ packs, own, disabled, choose }: Props) {
  const words = optionsWords().rules;
  const starts = [
    ...templateNames.map((name) => ({
      group: words.templates,
      name: words.template[name],
      text: () => templateText(name),
    })),
    ...packs.map((file) => ({ group: words.shipped, name: file.label, text: () => textOf(file) })),
    ...own.map((file) => ({ group: words.own, name: file.label, text: () => textOf(file) })),
  ];
  const groups = [...new Set(starts.map(({ group }) => group))];
  return (
    <select
      class="in"
      aria-label={words.startFromLabel}
      disabled={disabled}
      value=""
      onChange={({ currentTarget }) => {
        const start = starts[Number(currentTarget.value)];
        currentTarget.value = '';
        if (start) choose(start.text(), start.name);
      }}
    >
      <option value="">{words.startFrom}</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {starts.map((start, index) =>
            start.group === group ? (
              <option key={`${group} ${start.name}`} value={index}>
                {start.name}
              </option>
            ) : null,
          )}
        </optgroup>
      ))}
    </select>
  );
}

function textOf(file: RuleFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
