import { useRef } from 'preact/hooks';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import { allRuleFiles } from '../../../lib/domain/host-rules-for.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { SectionProps } from '../state/options-state.ts';
import { isBeside } from './editor-hand-over.ts';
import { RulesEditor } from './RulesEditor.tsx';
import { RulesFile } from './RulesFile.tsx';

/** How Ringside reads hosts that it has no adapter for: shipped packs and an administrator's own files. */
export function RulesSection(props: SectionProps) {
  const { link, state, save } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const { hosts, removed: removedWords } = optionsWords();
  const words = hosts.rules;
  const { rules: own } = state.settings;
  const files = allRuleFiles(link.packs, own);
  const isOwn = ({ id }: RuleFile) => own.some((file) => file.id === id);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="lead">
        {words.lead}{' '}
        <a href="/docs/host-rules.html" target="_blank" rel="noreferrer">
          {words.howWritten}
        </a>
      </p>
      {/* The narrow window is for the editor alone. */}
      {!isBeside() && (
        <>
          <h2 id="rule-files" class="hide">
            {words.files}
          </h2>
          <ul class="boxed" aria-labelledby="rule-files">
            {files.map((file) => (
              <RulesFile
                key={file.id}
                file={file}
                own={isOwn(file)}
                replaces={isOwn(file) && link.packs.some(({ id }) => id === file.id)}
                off={state.settings.rulesOff.includes(file.id)}
                readOnly={state.readOnly}
                use={(used) =>
                  save((settings) => {
                    const others = settings.rulesOff.filter((id) => id !== file.id);
                    return { ...settings, rulesOff: used ? others : [...others, file.id] };
                  })
                }
                remove={async () => {
                  const removed = await save(
                    (settings) => ({
                      ...settings,
                      rules: settings.rules.filter(({ id }) => id !== file.id),
                      rulesOff: settings.rulesOff.filter((id) => id !== file.id),
                    }),
                    removedWords(file.label),
                  );
                  if (removed) title.current?.focus();
                }}
              />
            ))}
          </ul>
        </>
      )}
      <RulesEditor {...props} />
    </>
  );
}
