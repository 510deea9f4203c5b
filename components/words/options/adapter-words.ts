import { optionsWords } from '../options-words.ts';

/** What a way of reading hosts is called that is no product with a name. */
export function adapterName(id: string): string | undefined {
  const names: Partial<Record<string, string>> = optionsWords().diagnostics.adapters;
  return Object.hasOwn(names, id) ? names[id] : undefined;
}
