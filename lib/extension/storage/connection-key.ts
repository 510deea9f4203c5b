/** What is kept for each connection apart. */
export type ConnectionThing =
  | 'credential'
  | 'tokens'
  | 'data-key'
  | 'known'
  | 'last'
  | 'workspace'
  | `memory.${string}`;

/** The storage key of a thing of one connection; `crm` is its id in the settings, which has no dot. */
export function connectionKey(crm: string, thing: ConnectionThing): string {
  return `crm.${crm}.${thing}`;
}

/** Whose this thing is by its storage key; undefined where the key is of something else. */
export function connectionOfKey(key: string, thing: ConnectionThing): string | undefined {
  const [first, crm, ...rest] = key.split('.');
  return first === 'crm' && rest.join('.') === thing ? crm : undefined;
}
