import { asc, count, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { agents, tokens } from '../database/tables.ts';
import { isDemoAgent, type Profile } from './agent.ts';
import { hashPassword } from './password.ts';

/** An account as administrators see it: nothing secret. */
export interface Account {
  id: string;
  name: string;
  email: string;
  profile: string;
  blocked: boolean;
  /** Comes in only while the server runs with `--demo`. */
  demo: boolean;
  /** Tokens that are good now. */
  tokens: number;
}

export interface NewAgent {
  id: string;
  email: string;
  name: string;
  password: string;
  /** `agent` for somebody new; of somebody who is there already it stays, where none is named. */
  profile?: Profile | undefined;
}

/** What may be changed of an account; what is absent stays. */
export interface AgentChange {
  name?: string | undefined;
  profile?: Profile | undefined;
  blocked?: boolean | undefined;
  password?: string | undefined;
}

/** Adds an agent, or sets name and password of the one with this e-mail address, whose tokens end. */
export async function saveAgent(db: Database, { password, profile, ...agent }: NewAgent): Promise<Account> {
  const row = { ...agent, email: foldEmail(agent.email), passwordHash: await hashPassword(password) };
  return db.transaction(async (tx) => {
    const [saved] = await tx
      .insert(agents)
      .values({ ...row, profile: profile ?? 'agent' })
      .onConflictDoUpdate({
        target: agents.email,
        set: { name: row.name, passwordHash: row.passwordHash, ...(profile && { profile }) },
      })
      .returning({ id: agents.id });
    const id = saved?.id ?? row.id;
    await revokeTokensOf(tx, id);
    return (await findAccount(tx, id)) ?? unreachable();
  });
}

/** Adds somebody new; undefined where the e-mail address is somebody's already. */
export async function addAgent(db: Database, { password, ...agent }: NewAgent): Promise<Account | undefined> {
  const [added] = await db
    .insert(agents)
    .values({
      ...agent,
      profile: agent.profile ?? 'agent',
      email: foldEmail(agent.email),
      passwordHash: await hashPassword(password),
    })
    .onConflictDoNothing()
    .returning({ id: agents.id });
  return added && findAccount(db, added.id);
}

/** Changes an account; a new password, and blocking, end its tokens. undefined where there is none. */
export async function changeAgent(
  db: Database,
  id: string,
  { password, ...change }: AgentChange,
): Promise<Account | undefined> {
  const set = {
    ...change,
    ...(password !== undefined && { passwordHash: await hashPassword(password) }),
  };
  return db.transaction(async (tx) => {
    if (Object.values(set).some((value) => value !== undefined))
      await tx.update(agents).set(set).where(eq(agents.id, id));
    if (password !== undefined || change.blocked) await revokeTokensOf(tx, id);
    return findAccount(tx, id);
  });
}

/** Removes an account and, with it, its tokens; false where there is none. */
export async function removeAgent(db: Database, id: string): Promise<boolean> {
  return (await db.delete(agents).where(eq(agents.id, id)).returning({ id: agents.id })).length > 0;
}

/** Everybody, by e-mail address. */
export async function listAccounts(db: Database): Promise<Account[]> {
  return accounts(db).orderBy(asc(agents.email)).then(asAccounts);
}

export async function findAccount(db: Database, id: string): Promise<Account | undefined> {
  return (await accounts(db).where(eq(agents.id, id)).then(asAccounts))[0];
}

export async function findAgentByEmail(db: Database, email: string) {
  const [row] = await db
    .select()
    .from(agents)
    .where(eq(agents.email, foldEmail(email)));
  return row;
}

/** Of one agent; answers how many there were. */
export async function revokeTokensOf(db: Database, agentId: string): Promise<number> {
  const gone = await db.delete(tokens).where(eq(tokens.agentId, agentId)).returning({ hash: tokens.hash });
  return gone.length;
}

export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

function accounts(db: Database) {
  const good = db
    .select({ count: count() })
    .from(tokens)
    .where(sql`${tokens.agentId} = ${agents.id} and ${tokens.expiresAt} > now()`);
  const { id, name, email, profile, blocked } = agents;
  return db
    .select({ id, name, email, profile, blocked, tokens: sql<number>`(${good})` })
    .from(agents)
    .$dynamic();
}

function asAccounts(rows: Omit<Account, 'demo'>[]): Account[] {
  // PostgreSQL counts in bigint, which its driver hands over as text.
  return rows.map((row) => ({ ...row, tokens: Number(row.tokens), demo: isDemoAgent(row.id) }));
}

function unreachable(): never {
  throw new Error('The agent that was just saved is not there.');
}
