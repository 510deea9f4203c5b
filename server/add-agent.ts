import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { saveAgent } from './auth/agent.ts';
import { initialiseSecret, initialiseWorkspace } from './database/configuration.ts';
import { defaultWorkspace } from './database/default-workspace.ts';
import { migrate } from './database/migrate.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';

const fewestCharacters = 10;

export interface AgentToAdd {
  email: string;
  name: string;
  password: string;
}

/** Adds an agent who may read, add and update, or gives the one with this address a new name and password. */
export async function addAgent(
  database: DatabaseOptions & { region?: string | undefined },
  { email, name, password }: AgentToAdd,
): Promise<void> {
  if (password.length < fewestCharacters)
    throw new Error(`The password (RINGSIDE_PASSWORD) needs ${fewestCharacters} characters or more.`);
  const { db, close } = await openDatabase(database);
  try {
    await migrate(db);
    await initialiseSecret(db);
    await initialiseWorkspace(db, defaultWorkspace(database.region ?? 'GB'));
    await saveAgent(db, { id: randomUUID(), email, name, password, profile: 'agent' });
  } finally {
    await close();
  }
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
