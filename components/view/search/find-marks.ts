import { foldText } from '../../../lib/domain/text/fold-text.ts';

/** A stretch of text; `found` where the agent's words occur in it. */
export interface Stretch {
  text: string;
  found: boolean;
}

/**
 * Where the words of a query occur in a text, accents and case folded, digits of a number through its spaces.
 * The stretches joined are the text again.
 */
export function findMarks(text: string, query: string): Stretch[] {
  const characters = [...text];
  const marked = characters.map(() => false);
  for (const word of query.split(/\s+/).filter(Boolean)) {
    mark(characters, marked, [...word].map(foldText).join(''), foldText);
    const digits = word.replace(/\D/g, '');
    if (digits.length >= 3 && !/\p{L}/u.test(word)) mark(characters, marked, digits, digitOf);
  }
  return stretches(characters, marked);
}

const digitOf = (character: string): string => (/\d/.test(character) ? character : '');

/** Marks every occurrence of `word`, compared by `fold`; characters that fold to nothing are passed over. */
function mark(
  characters: string[],
  marked: boolean[],
  word: string,
  fold: (character: string) => string,
): void {
  if (!word) return;
  let folded = '';
  const origin: number[] = [];
  characters.forEach((character, index) => {
    for (const part of fold(character)) {
      folded += part;
      origin.push(index);
    }
  });
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    const from = origin[at] ?? 0;
    const to = origin[at + word.length - 1] ?? from;
    for (let index = from; index <= to; index++) marked[index] = true;
  }
}

function stretches(characters: string[], marked: boolean[]): Stretch[] {
  const result: Stretch[] = [];
  characters.forEach((character, index) => {
    const found = marked[index] ?? false;
    const last = result.at(-1);
    if (last?.found === found) last.text += character;
    else result.push({ text: character, found });
  });
  return result;
}
