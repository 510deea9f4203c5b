import { useEffect, useRef, useState } from 'preact/hooks';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { readRuleFile } from '../../../lib/domain/host/host-rules-problems.ts';
import { optionsWords } from '../../words/options-words.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import type { SectionProps } from '../state/options-state.ts';
import { handOver, isBeside, takeOver } from './editor-hand-over.ts';
import { RulesStart } from './RulesStart.tsx';
import { RulesTry } from './RulesTry.tsx';
import { RulesVerdict } from './RulesVerdict.tsx';

const draftId = 'rules-draft';
const linePx = 18;

/** Writes a rule file, judged as it is typed and tried on an open tab; adds it, or puts it in the place of the one of the same id. */
export function RulesEditor({ link, state, save, say, markUnsaved }: SectionProps) {
  const [text, setText] = useState(takeOver);
  const [replacing, setReplacing] = useState<RuleFile | null>(null);
  const [starting, setStarting] = useState<{ text: string; name: string } | null>(null);
  /** What the editor was filled with: it is nobody's work yet. */
  const [begun, setBegun] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const own = state.settings.rules;
  const { hosts, rules, ...page } = optionsWords();
  const words = hosts.rules;
  const empty = text.trim() === '';
  const read = readRuleFile(text);
  const wrong = !empty && !read.ok;
  const worked = !empty && text !== begun;

  useEffect(() => markUnsaved(draftId, worked), [worked, markUnsaved]);

  const fill = (next: string): void => {
    setStarting(null);
    setBegun(next);
    setText(next);
    field.current?.focus();
  };

  const put = async (file: RuleFile): Promise<void> => {
    setReplacing(null);
    const known = own.some(({ id }) => id === file.id);
    const saved = await save(
      (settings) => ({ ...settings, rules: [...settings.rules.filter(({ id }) => id !== file.id), file] }),
      known ? words.replaced(file.label) : words.added(file.label),
    );
    if (saved) setText('');
  };

  const add = (source: string): void => {
    const checked = readRuleFile(source);
    if (!checked.ok) say(words.refused, true);
    else if (own.some(({ id }) => id === checked.file.id)) setReplacing(checked.file);
    else void put(checked.file);
  };

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    const source = await chosen.text().catch(() => '');
    // So that the same file, mended, can be chosen again.
    input.value = '';
    setText(source);
    add(source);
  };

  const beside = (): void => {
    handOver(text);
    void link.openBeside().then(() => setText(''));
  };

  const goTo = (line: number): void => {
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.current?.focus();
    field.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    field.current?.scrollTo?.({ top: (line - 4) * linePx });
  };

  return (
    <>
      <h2 class="part">{words.add}</h2>
      <div class="setrow">
        <label for="rules-text">{words.asJson}</label>
        <div class="definition">
          <div class="rulestart">
            <RulesStart
              packs={link.packs}
              own={own}
              disabled={state.readOnly}
              choose={(next, name) => (worked ? setStarting({ text: next, name }) : fill(next))}
            />
            <input
              id="rules-file"
              class="in file"
              type="file"
              accept=".json,application/json"
              aria-label={words.orFile}
              disabled={state.readOnly}
              onChange={(event) => void choose(event.currentTarget)}
            />
          </div>
          <textarea
            id="rules-text"
            ref={field}
            class={wrong ? 'in code is-bad' : 'in code'}
            rows={16}
            dir="ltr"
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            wrap="off"
            value={text}
            disabled={state.readOnly}
            aria-describedby={empty ? 'rules-text-hint' : 'rules-text-hint rules-verdict'}
            {...(wrong && { 'aria-invalid': 'true' as const })}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {!empty && <RulesVerdict id="rules-verdict" text={text} read={read} goTo={goTo} />}
        </div>
        <small id="rules-text-hint">{words.sameId}</small>
      </div>
      <div class="finish">
        <button type="button" class="btn" disabled={state.readOnly || empty} onClick={() => add(text)}>
          {words.checkAndAdd}
        </button>
      </div>
      <RulesTry
        link={link}
        file={read.ok ? read.file : undefined}
        connected={state.settings.hosts.map(({ origin }) => origin)}
        beside={isBeside() ? undefined : beside}
      />
      {starting && (
        <ConfirmDialog
          title={rules.askReplace(starting.name)}
          action={page.replace}
          confirm={() => fill(starting.text)}
          cancel={() => setStarting(null)}
        >
          {rules.replaceMeans}
        </ConfirmDialog>
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
