import { type Profile, profileNames } from './auth/agent.ts';

/** One thing to do with accounts in place of serving. */
export type Errand =
  | { task: 'add-agent'; name: string; email: string; profile: Profile | undefined }
  | { task: 'list-agents' | 'list-tokens' }
  | { task: 'block-agent' | 'unblock-agent' | 'remove-agent' | 'revoke-tokens'; email: string }
  | { task: 'revoke-token'; id: string };

/** The flags of errands, as `parseArgs` takes them. */
export const errandFlags = {
  'add-agent': { type: 'string' },
  profile: { type: 'string' },
  'list-agents': { type: 'boolean' },
  'block-agent': { type: 'string' },
  'unblock-agent': { type: 'string' },
  'remove-agent': { type: 'string' },
  'list-tokens': { type: 'boolean' },
  'revoke-token': { type: 'string' },
  'revoke-tokens': { type: 'string' },
} as const;

type Flags = { [Flag in keyof typeof errandFlags]?: string | boolean | undefined };

/** The errand that the flags name, where they name one. Throws an error made for reading. */
export function readErrand(flags: Flags): Errand | undefined {
  const tasks = Object.keys(errandFlags).filter((flag) => flag !== 'profile' && flags[flag as keyof Flags]);
  const [task, another] = tasks as Errand['task'][];
  if (another !== undefined)
    throw new Error(`--${task} and --${another} are two things: do one, then the other.`);
  if (flags.profile !== undefined && task !== 'add-agent')
    throw new Error('--profile goes with --add-agent.');
  const value = String(task === undefined ? '' : flags[task]);
  switch (task) {
    case undefined:
      return undefined;
    case 'add-agent':
      return { task, ...readAgent(value), profile: readProfile(flags.profile) };
    case 'list-agents':
    case 'list-tokens':
      return { task };
    case 'revoke-token':
      return { task, id: value };
    default:
      return { task, email: readEmail(task, value) };
  }
}

function readAgent(text: string): { name: string; email: string } {
  const [, name, email] = /^\s*([^<>]{1,128}?)\s*<([^\s<>@]+@[^\s<>@]+)>\s*$/.exec(text) ?? [];
  if (name === undefined || email === undefined)
    throw new Error('--add-agent takes a name and an address, such as "Ana Duarte <ana@example.com>".');
  return { name, email };
}

function readProfile(text: string | boolean | undefined): Profile | undefined {
  if (text === undefined) return undefined;
  const profile = profileNames.find((name) => name === text);
  if (profile === undefined) throw new Error(`--profile takes one of ${profileNames.join(', ')}.`);
  return profile;
}

function readEmail(task: string, text: string): string {
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(text))
    throw new Error(`--${task} takes the e-mail address of an agent, such as ana@example.com.`);
  return text;
}
