import type { Expectation, FileRefusal } from '../../../lib/domain/text/file-problem.ts';
import { optionsWords } from '../options-words.ts';

/** What may stand in a part of a file that is wrong. */
export function expectationWords([code, ...values]: Expectation): string {
  // The values of a tuple are those of its code; TypeScript does not keep the two together.
  const message = optionsWords().files.expected[code] as (...given: unknown[]) => string;
  return message(...values);
}

/** Why a file is refused as a whole. */
export function refusalWords(
  [code, ...values]: FileRefusal,
  file: 'definition' | 'rules' | 'settings',
): string {
  // As above.
  const message = optionsWords().files[file][code] as (...given: unknown[]) => string;
  return message(...values);
}
