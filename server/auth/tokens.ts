import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { agents, tokens } from '../database/tables.ts';
import { type Agent, profiles } from './agent.ts';

const lifeMs = 30 * 24 * 3_600_000;

/** Only this is stored: who reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** A new bearer token, good for 30 days or until it is signed out. */
export async function issueToken(db: Database, agentId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await db.insert(tokens).values({
    hash: hashToken(token),
    agentId,
    createdAt: new Date(now),
    expiresAt: new Date(now + lifeMs),
  });
  return token;
}

export async function findAgentByToken(db: Database, hash: string): Promise<Agent | undefined> {
  const [row] = await db
    .select({ id: agents.id, name: agents.name, profile: agents.profile })
    .from(tokens)
    .innerJoin(agents, eq(agents.id, tokens.agentId))
    .where(and(eq(tokens.hash, hash), gt(tokens.expiresAt, new Date())));
  return row && { id: row.id, name: row.name, permissions: profiles[row.profile] ?? [] };
}

export async function revokeToken(db: Database, hash: string): Promise<void> {
  await db.delete(tokens).where(eq(tokens.hash, hash));
}

export async function dropExpiredTokens(db: Database): Promise<void> {
  await db.delete(tokens).where(lt(tokens.expiresAt, new Date()));
}
