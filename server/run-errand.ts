import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { isDemoAgent } from './auth/agent.ts';
import {
  type Account,
  changeAgent,
  findAgentByEmail,
  listAccounts,
  removeAgent,
  revokeTokensOf,
  saveAgent,
} from './auth/agents.ts';
import { fewestCharacters, mostCharacters } from './auth/password-rule.ts';
import { type ListedToken, listTokens, revokeListedToken } from './auth/tokens.ts';
import { initialiseSecret, initialiseWorkspace } from './database/configuration.ts';
import type { Database } from './database/database.ts';
import { defaultWorkspace } from './database/default-workspace.ts';
import { migrate } from './database/migrate.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';
import type { Errand } from './read-errand.ts';

/**
 * Does one thing with the accounts of a database that no embedded server holds, and answers what to print. Throws an
 * error made for reading. `password` is asked for only where one is set.
 */
export async function runErrand(
  database: DatabaseOptions & { region?: string | undefined },
  errand: Errand,
  password: () => Promise<string>,
): Promise<string> {
  const given = errand.task === 'add-agent' ? checkPassword(await password()) : '';
  const { db, close } = await openDatabase(database).catch(sayOtherWay);
  try {
    await migrate(db);
    await initialiseSecret(db);
    await initialiseWorkspace(db, defaultWorkspace(database.region ?? 'GB'));
    return await performErrand(db, errand, given);
  } finally {
    await close();
  }
}

/** The usual reason is a server that runs on this folder; what it holds can be reached through it. */
function sayOtherWay(error: unknown): never {
  const reason = error instanceof Error ? error.message : 'The database could not be opened.';
  throw new Error(
    `${reason}\nOf a server that runs, an administrator sets up agents by its API: /api/agents.`,
  );
}

/** The errand itself, on an open database. */
export async function performErrand(db: Database, errand: Errand, password: string): Promise<string> {
  switch (errand.task) {
    case 'add-agent': {
      const { name, email, profile } = errand;
      const saved = await saveAgent(db, { id: randomUUID(), email, name, password, profile });
      if (saved.blocked) return `${name} has a new password, and is still blocked: see --unblock-agent.`;
      return saved.demo ? `${name} can sign in while the server runs with --demo.` : `${name} can sign in.`;
    }
    case 'list-agents':
      return table((await listAccounts(db)).map(agentRow), 'Nobody can sign in yet: see --add-agent.');
    case 'list-tokens':
      return table((await listTokens(db)).map(tokenRow), 'No token is good now.');
    case 'revoke-token':
      if (await revokeListedToken(db, errand.id)) return 'That token is worthless now.';
      throw new Error('There is no such token. See --list-tokens.');
    default:
      return performOn(db, errand.task, errand.email);
  }
}

async function performOn(
  db: Database,
  task: 'block-agent' | 'unblock-agent' | 'remove-agent' | 'revoke-tokens',
  email: string,
): Promise<string> {
  const agent = await findAgentByEmail(db, email);
  if (agent === undefined) throw new Error('Nobody has this e-mail address. See --list-agents.');
  const { id, name } = agent;
  switch (task) {
    case 'block-agent':
      await changeAgent(db, id, { blocked: true });
      return `${name} is blocked, and signed out everywhere.`;
    case 'unblock-agent':
      await changeAgent(db, id, { blocked: false });
      return `${name} can sign in again.`;
    case 'remove-agent':
      await removeAgent(db, id);
      return `${name} is removed, and signed out everywhere.`;
    case 'revoke-tokens': {
      const ended = await revokeTokensOf(db, id);
      return `${name} is signed out everywhere (${ended} ${ended === 1 ? 'token' : 'tokens'}).`;
    }
  }
}

function checkPassword(password: string): string {
  if (password.length < fewestCharacters)
    throw new Error(`The password (RINGSIDE_PASSWORD) needs ${fewestCharacters} characters or more.`);
  if (password.length > mostCharacters)
    throw new Error(`The password (RINGSIDE_PASSWORD) takes ${mostCharacters} characters at most.`);
  return password;
}

function agentRow({ email, name, profile, blocked, id, tokens }: Account): string[] {
  const standing = blocked ? 'blocked' : isDemoAgent(id) ? 'only with --demo' : 'may sign in';
  return [email, name, profile, standing, `${tokens} ${tokens === 1 ? 'token' : 'tokens'}`];
}

function tokenRow({ id, email, createdAt, expiresAt }: ListedToken): string[] {
  return [id, email, `since ${createdAt}`, `until ${expiresAt}`];
}

function table(rows: string[][], empty: string): string {
  if (rows.length === 0) return empty;
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * RINGSIDE_PASSWORD, else the first line of the standard input: on the command line a password would stand in the list
 * of processes.
 */
export async function readPassword(environment: Record<string, string | undefined>): Promise<string> {
  if (environment.RINGSIDE_PASSWORD) return environment.RINGSIDE_PASSWORD;
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}
