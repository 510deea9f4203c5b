import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { agents } from '../database/tables.ts';
import { hashPassword } from './password.ts';

/** What a profile may allow; `read` is every look at contacts and the workspace. */
export const permissions = ['read', 'add', 'update'] as const;
export type Permission = (typeof permissions)[number];

/** Profiles: named sets of permissions. */
export const profiles: Record<string, readonly Permission[]> = {
  agent: permissions,
  reader: ['read'],
  blocked: [],
};

/** Who acts. */
export interface Agent {
  id: string;
  name: string;
  permissions: readonly Permission[];
}

/** The agent behind the token of the command line. */
export const serviceAgent: Agent = { id: 'service', name: 'Service', permissions };

export interface NewAgent {
  id: string;
  email: string;
  name: string;
  password: string;
  profile: string;
}

/** Adds an agent, or sets name, password and profile of the one with this e-mail address. */
export async function saveAgent(db: Database, { password, ...agent }: NewAgent): Promise<void> {
  const row = { ...agent, email: foldEmail(agent.email), passwordHash: await hashPassword(password) };
  await db
    .insert(agents)
    .values(row)
    .onConflictDoUpdate({
      target: agents.email,
      set: { name: row.name, passwordHash: row.passwordHash, profile: row.profile },
    });
}

export async function findAgentByEmail(db: Database, email: string) {
  const [row] = await db
    .select()
    .from(agents)
    .where(eq(agents.email, foldEmail(email)));
  return row;
}

function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}
