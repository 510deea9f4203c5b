/**
 * What a key does anywhere in the browser, whatever has the focus: the manifest's commands, which a person may change in the
 * browser's own page. Only four may have keys from the start; what drops a match has none until its agent gives it one.
 */
export const keyCommands = {
  'open-panel': 'Alt+R',
  'next-interaction': 'Alt+Period',
  'previous-interaction': 'Alt+Comma',
  'search-contacts': 'Alt+K',
  'not-this-person': null,
} as const;

export type KeyCommand = keyof typeof keyCommands;

/** The keys a command has now, as the browser writes them; empty where it has none. */
export interface KeyBinding {
  name: KeyCommand;
  keys: string;
}

export function isKeyCommand(name: string): name is KeyCommand {
  return Object.hasOwn(keyCommands, name);
}
