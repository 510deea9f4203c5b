import { useState } from 'preact/hooks';
import type { CrmFormField } from '../../../lib/crms/crm.ts';
import { readCrmDefinition } from '../../../lib/domain/crm/crm-definition-problems.ts';
import { crmExampleName, crmFieldWords } from '../../words/options/crm-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { described, SettingRow } from '../parts/SettingRow.tsx';
import { DefinitionVerdict } from './DefinitionVerdict.tsx';

interface Props {
  crmId: string;
  field: CrmFormField;
  value: string;
  error: string | undefined;
  disabled: boolean;
  edit(text: string): void;
}

/** The editor of a CRM definition: typed, opened from a file or begun from an example, and judged as it is typed. */
export function RestDefinition({ crmId, field, value, error, disabled, edit }: Props) {
  const [replacing, setReplacing] = useState<{ text: string; name: string } | null>(null);
  const id = `crm-${field.key}`;
  const { label, hint } = crmFieldWords(crmId, field.key);
  const examples = field.examples ?? [];
  const { definition: words, replace } = optionsWords();
  const read = readCrmDefinition(value);
  const wrong = value.trim() !== '' && !read.ok;

  /** What a person wrote is not replaced without asking. */
  const put = (text: string, name: string): void => {
    const own = value.trim() !== '' && !examples.some((example) => example.text.trim() === value.trim());
    if (own && text.trim() !== value.trim()) setReplacing({ text, name });
    else edit(text);
  };

  const open = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => '');
    // So that the same file, mended, can be chosen again.
    input.value = '';
    put(text, file.name);
  };

  return (
    <SettingRow id={id} label={label} hint={hint} error={error}>
      <div class="definition">
        <div class="from">
          <select
            class="in"
            aria-label={words.startFromExample}
            disabled={disabled}
            value=""
            onChange={({ currentTarget }) => {
              const example = examples[Number(currentTarget.value)];
              currentTarget.value = '';
              if (example) put(example.text, crmExampleName(crmId, example.id));
            }}
          >
            <option value="">{words.startFrom}</option>
            {examples.map((example, index) => (
              <option key={example.id} value={index}>
                {crmExampleName(crmId, example.id)}
              </option>
            ))}
          </select>
          <input
            class="in file"
            type="file"
            accept=".json,application/json"
            aria-label={words.openFile}
            disabled={disabled}
            onChange={(event) => void open(event.currentTarget)}
          />
        </div>
        <textarea
          {...described(id, hint, error)}
          aria-describedby={[error && `${id}-error`, `${id}-hint`, value.trim() && `${id}-verdict`]
            .filter(Boolean)
            .join(' ')}
          class={wrong ? 'in code is-bad' : 'in code'}
          {...(wrong && { 'aria-invalid': 'true' })}
          rows={16}
          dir="ltr"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          wrap="off"
          disabled={disabled}
          value={value}
          onInput={(event) => edit(event.currentTarget.value)}
        />
        {value.trim() !== '' && <DefinitionVerdict id={`${id}-verdict`} read={read} />}
      </div>
      {replacing && (
        <ConfirmDialog
          title={words.askReplace(replacing.name)}
          action={replace}
          confirm={() => {
            setReplacing(null);
            edit(replacing.text);
          }}
          cancel={() => setReplacing(null)}
        >
          {words.replaceMeans}
        </ConfirmDialog>
      )}
    </SettingRow>
  );
}
