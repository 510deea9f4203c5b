import type { FileProblem } from '../../../lib/domain/text/file-problem.ts';
import { expectationWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';

interface Props {
  problems: FileProblem[];
  /** The line at which a part stands, where the file is at hand. */
  lineOf?(path: string): number;
  /** Brings that line into sight. */
  goTo?(line: number): void;
}

/** Where a file is wrong, and what may stand there. */
export function WrongParts({ problems, lineOf, goTo }: Props) {
  const { files, rules } = optionsWords();
  return (
    <ul>
      {problems.map(({ path, expected }) => {
        const line = lineOf?.(path);
        return (
          <li key={JSON.stringify([path, expected])} class="wrongpart">
            {path === '' ? <span>{files.allOfIt}</span> : <code dir="ltr">{path}</code>}
            <span>{expectationWords(expected)}</span>
            {line !== undefined && (
              <button
                type="button"
                class="btn plain"
                aria-label={rules.goToLine(line)}
                onClick={() => goTo?.(line)}
              >
                {rules.line(line)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
