import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { idempotency } from '../database/tables.ts';
import { Problem } from './problem.ts';

const keptMs = 30 * 24 * 3_600_000;

export interface KeptReply {
  status: number;
  body: string;
}

export interface OnceRequest {
  agentId: string;
  key: string;
  /** Everything that makes it the same request: method, path, If-Match, body. */
  parts: string[];
}

/**
 * Runs a write and keeps its reply, in one transaction: after a crash either both are there or neither. The same key
 * again answers what the first did and does nothing; with another request it is refused (422). A second one that
 * arrives meanwhile waits for the first at the key's row. A write that throws leaves nothing, so its key may be tried again.
 */
export async function executeOnce(
  db: Database,
  { agentId, key, parts }: OnceRequest,
  run: (tx: Database) => Promise<KeptReply>,
): Promise<KeptReply & { repeated: boolean }> {
  const requestHash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  const row = and(eq(idempotency.agentId, agentId), eq(idempotency.key, key));
  return db.transaction(async (tx) => {
    const claimed = await tx
      .insert(idempotency)
      .values({ agentId, key, requestHash, status: 0, body: '', createdAt: new Date() })
      .onConflictDoNothing()
      .returning({ key: idempotency.key });
    if (claimed.length === 0) {
      const [kept] = await tx.select().from(idempotency).where(row);
      if (kept === undefined) throw new Problem(503, { retryAfter: 1 });
      if (kept.requestHash !== requestHash) {
        throw new Problem(422, { detail: 'This Idempotency-Key was used for another request.' });
      }
      return { status: kept.status, body: kept.body, repeated: true };
    }
    const reply = await run(tx);
    await tx.update(idempotency).set(reply).where(row);
    return { ...reply, repeated: false };
  });
}

export async function dropOldReplies(db: Database): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.createdAt, new Date(Date.now() - keptMs)));
}
