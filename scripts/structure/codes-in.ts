import { parseSync } from 'vite';

/** The codes of `docs/requirements.md` that the comments of a file cite, in order, such as `A12` or `T3`. */
export function codesIn(path: string, source: string): string[] {
  return parseSync(path, source).comments.flatMap(({ value }) =>
    [...value.matchAll(/(?<![\w-])(?:[A-D]\d{1,2}|T\d{1,2}|S1)(?!\w)/g)].map(([code]) => code),
  );
}
