import type { FileProblem } from '../../../lib/domain/text/file-problem.ts';
import { expectationWords } from '../../words/options/file-words.ts';
import { optionsWords } from '../../words/options-words.ts';

/** Where a file is wrong, and what may stand there. */
export function WrongParts({ problems }: { problems: FileProblem[] }) {
  return (
    <ul>
      {problems.map(({ path, expected }) => (
        <li key={JSON.stringify([path, expected])} class="wrongpart">
          {path === '' ? <span>{optionsWords().files.allOfIt}</span> : <code dir="ltr">{path}</code>}
          <span>{expectationWords(expected)}</span>
        </li>
      ))}
    </ul>
  );
}
