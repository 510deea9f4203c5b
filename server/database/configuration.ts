import { createHmac, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type Workspace, workspaceSchema } from '../../lib/domain/fields/workspace.ts';
import type { Database } from './database.ts';
import { configuration } from './tables.ts';

/** What the database itself holds about the workspace and its secret. */
export async function readWorkspace(db: Database): Promise<Workspace> {
  return z.parse(workspaceSchema, await read(db, 'workspace'));
}

/** Sets the workspace where there is none yet. */
export async function initialiseWorkspace(db: Database, workspace: Workspace): Promise<void> {
  await db.insert(configuration).values({ key: 'workspace', value: workspace }).onConflictDoNothing();
}

export async function replaceWorkspace(db: Database, workspace: Workspace): Promise<void> {
  await db
    .insert(configuration)
    .values({ key: 'workspace', value: workspace })
    .onConflictDoUpdate({ target: configuration.key, set: { value: workspace } });
}

/** Makes the secret that draft keys come from, once in the life of a database. */
export async function initialiseSecret(db: Database): Promise<void> {
  const value = randomBytes(32).toString('base64');
  await db.insert(configuration).values({ key: 'secret', value }).onConflictDoNothing();
}

/** The key for an agent's drafts, base64 of 32 bytes: the same at every sign-in, different for every agent. */
export async function draftKeyOf(db: Database, agentId: string): Promise<string> {
  return createHmac('sha256', await readSecret(db))
    .update(agentId)
    .digest('base64');
}

/** What draft keys and device passes come from. */
export async function readSecret(db: Database): Promise<Buffer> {
  const secret = z.parse(z.string().check(z.minLength(43)), await read(db, 'secret'));
  return Buffer.from(secret, 'base64');
}

async function read(db: Database, key: string): Promise<unknown> {
  const [row] = await db.select().from(configuration).where(eq(configuration.key, key));
  return row?.value;
}
