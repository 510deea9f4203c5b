import { createHash, randomBytes } from 'node:crypto';
import { and, asc, eq, gt, like, lt, not } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { agents, tokens } from '../database/tables.ts';
import { type Agent, mayEnter, permissionsOf } from './agent.ts';

const lifeMs = 30 * 24 * 3_600_000;
/** So much of a token's hash names it in lists: enough to tell tokens apart, and no use for signing in. */
const idLength = 16;

/** A token in a list; what it was is stored nowhere. */
export interface ListedToken {
  id: string;
  /** Whose. */
  email: string;
  createdAt: string;
  expiresAt: string;
}

/** Only this is stored: who reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * A new bearer token, good for 30 days or until it is revoked. undefined where the account is gone, blocked, or has
 * another password than the one that was shown: what changed while somebody signed in lets nobody in.
 */
export async function issueToken(
  db: Database,
  { id, passwordHash }: { id: string; passwordHash: string },
): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  return db.transaction(async (tx) => {
    const same = and(eq(agents.id, id), eq(agents.passwordHash, passwordHash), not(agents.blocked));
    const [agent] = await tx.select({ id: agents.id }).from(agents).where(same).for('share');
    if (agent === undefined) return undefined;
    await tx.insert(tokens).values({
      hash: hashToken(token),
      agentId: id,
      createdAt: new Date(now),
      expiresAt: new Date(now + lifeMs),
    });
    return token;
  });
}

/** Who comes in with a token now: it has not run out, and its agent may enter. */
export async function findAgentByToken(
  db: Database,
  hash: string,
  { demo }: { demo: boolean },
): Promise<Agent | undefined> {
  const [row] = await db
    .select({ id: agents.id, name: agents.name, profile: agents.profile, blocked: agents.blocked })
    .from(tokens)
    .innerJoin(agents, eq(agents.id, tokens.agentId))
    .where(and(eq(tokens.hash, hash), gt(tokens.expiresAt, new Date())));
  if (row === undefined || !mayEnter(row, demo)) return undefined;
  return { id: row.id, name: row.name, permissions: permissionsOf(row.profile) };
}

/** The tokens that are good now, oldest first; of one agent, or of everybody. */
export async function listTokens(db: Database, agentId?: string): Promise<ListedToken[]> {
  const rows = await db
    .select({
      hash: tokens.hash,
      email: agents.email,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
    })
    .from(tokens)
    .innerJoin(agents, eq(agents.id, tokens.agentId))
    .where(
      and(gt(tokens.expiresAt, new Date()), agentId === undefined ? undefined : eq(tokens.agentId, agentId)),
    )
    .orderBy(asc(tokens.createdAt));
  return rows.map(({ hash, email, createdAt, expiresAt }) => ({
    id: hash.slice(0, idLength),
    email,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

export async function revokeToken(db: Database, hash: string): Promise<void> {
  await db.delete(tokens).where(eq(tokens.hash, hash));
}

/** By the name that lists give it; false where there is none. */
export async function revokeListedToken(db: Database, id: string): Promise<boolean> {
  if (!/^[\w-]{16}$/.test(id)) return false;
  const pattern = `${id.replaceAll('_', '\\_')}%`;
  const gone = await db.delete(tokens).where(like(tokens.hash, pattern)).returning({ hash: tokens.hash });
  return gone.length > 0;
}

export async function dropExpiredTokens(db: Database): Promise<void> {
  await db.delete(tokens).where(lt(tokens.expiresAt, new Date()));
}
