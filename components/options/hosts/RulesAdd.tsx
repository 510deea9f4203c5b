import { useState } from 'preact/hooks';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { type ReadRuleFile, readRuleFile } from '../../../lib/domain/host/host-rules-problems.ts';
import { refusalWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { Sign } from '../parts/Sign.tsx';
import { WrongParts } from '../parts/WrongParts.tsx';
import type { SectionProps } from '../state/options-state.ts';

const draftId = 'rules-draft';

/** Adds a rule file, pasted or chosen, or replaces the one of the same id; says what is wrong with it and where. */
export function RulesAdd({ state, save, say, markUnsaved }: SectionProps) {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<Extract<ReadRuleFile, { ok: false }> | null>(null);
  const [replacing, setReplacing] = useState<RuleFile | null>(null);
  const own = state.settings.rules;
  const { hosts, ...page } = optionsWords();
  const words = hosts.rules;

  const write = (next: string): void => {
    setText(next);
    setRefused(null);
    markUnsaved(draftId, next.trim() !== '');
  };

  const put = async (file: RuleFile): Promise<void> => {
    setReplacing(null);
    const known = own.some(({ id }) => id === file.id);
    const saved = await save(
      (settings) => ({ ...settings, rules: [...settings.rules.filter(({ id }) => id !== file.id), file] }),
      known ? words.replaced(file.label) : words.added(file.label),
    );
    if (saved) write('');
  };

  const add = (source: string): void => {
    const read = readRuleFile(source);
    setRefused(read.ok ? null : read);
    if (!read.ok) say(words.refused, true);
    else if (own.some(({ id }) => id === read.file.id)) setReplacing(read.file);
    else void put(read.file);
  };

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    const source = await chosen.text().catch(() => '');
    // So that the same file, mended, can be chosen again.
    input.value = '';
    write(source);
    add(source);
  };

  return (
    <>
      <h2 class="part">{words.add}</h2>
      <div class="setrow">
        <label for="rules-text">{words.asJson}</label>
        <textarea
          id="rules-text"
          class={refused ? 'in is-bad' : 'in'}
          rows={8}
          dir="ltr"
          spellcheck={false}
          value={text}
          disabled={state.readOnly}
          aria-describedby="rules-text-hint"
          {...(refused && { 'aria-invalid': 'true' as const })}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <small id="rules-text-hint">{words.sameId}</small>
      </div>
      <div class="setrow">
        <label for="rules-file">{words.orFile}</label>
        <input
          id="rules-file"
          class="in file"
          type="file"
          accept=".json,application/json"
          disabled={state.readOnly}
          onChange={(event) => void choose(event.currentTarget)}
        />
      </div>
      <div class="finish">
        <button
          type="button"
          class="btn"
          disabled={state.readOnly || text.trim() === ''}
          onClick={() => add(text)}
        >
          {words.checkAndAdd}
        </button>
      </div>
      {refused && (
        <section class="boxed" aria-label={words.wrong}>
          <header>
            <Sign verdict="bad" />
            <span class="what">
              <b>{refusalWords(refused.reason, 'rules')}</b>
              <small>{page.nothingChanged}</small>
            </span>
          </header>
          <WrongParts problems={refused.problems} />
        </section>
      )}
      {replacing && (
        <ConfirmDialog
          title={words.askReplace(own.find(({ id }) => id === replacing.id)?.label ?? replacing.id)}
          action={page.replace}
          confirm={() => void put(replacing)}
          cancel={() => setReplacing(null)}
        >
          {words.replaceMeans(replacing.id)}
        </ConfirmDialog>
      )}
    </>
  );
}
