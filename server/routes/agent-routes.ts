import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type Agent, profileNames } from '../auth/agent.ts';
import {
  addAgent,
  changeAgent,
  findAccount,
  listAccounts,
  removeAgent,
  revokeTokensOf,
} from '../auth/agents.ts';
import { fewestCharacters, mostCharacters } from '../auth/password-rule.ts';
import { listTokens, revokeListedToken } from '../auth/tokens.ts';
import { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(128));
const email = z.string().check(z.trim(), z.maxLength(320), z.regex(/^[^\s<>@]+@[^\s<>@]+$/));
const password = z.string().check(z.minLength(fewestCharacters), z.maxLength(mostCharacters));
const profile = z.enum(profileNames);

const account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  profile: z.string(),
  blocked: z.boolean(),
  demo: z.boolean(),
  tokens: z.int(),
});
const tokenList = z.object({
  tokens: z.array(
    z.object({ id: z.string(), email: z.string(), createdAt: z.string(), expiresAt: z.string() }),
  ),
});
const access = 'manage-agents';

/**
 * Accounts and their tokens, for administrators while the server runs; the command line does the same while it does not.
 * None of these keeps its reply under an Idempotency-Key, since a quick hash of a request would be one of a password:
 * each has the same effect when it is sent again.
 */
export const agentRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/agents',
    summary: 'Everybody who may sign in, or is kept from it',
    access,
    reply: z.object({ agents: z.array(account) }),
    handle: async ({ db }) => ({ agents: await listAccounts(db) }),
  }),
  route({
    method: 'post',
    path: '/api/agents',
    summary: 'Add an agent',
    access,
    status: 201,
    body: z.object({ name, email, password, profile: z.optional(profile) }),
    reply: account,
    async handle({ db, body }) {
      const added = await addAgent(db, { id: randomUUID(), ...body });
      if (added === undefined)
        throw new Problem(409, { detail: 'Somebody has this e-mail address already.' });
      return added;
    },
  }),
  route({
    method: 'patch',
    path: '/api/agents/:id',
    summary:
      'Rename, block, unblock, give another profile or password; the last and blocking end every token',
    access,
    body: z.object({
      name: z.optional(name),
      profile: z.optional(profile),
      blocked: z.optional(z.boolean()),
      password: z.optional(password),
    }),
    reply: account,
    async handle({ db, id, agent, body }) {
      if (body.blocked === true || (body.profile !== undefined && body.profile !== 'administrator'))
        refuseSelf(agent, id);
      return (await changeAgent(db, id, body)) ?? notThere();
    },
  }),
  route({
    method: 'delete',
    path: '/api/agents/:id',
    summary: 'Remove an agent and end every token of theirs',
    access,
    reply: null,
    async handle({ db, id, agent }) {
      refuseSelf(agent, id);
      if (!(await removeAgent(db, id))) notThere();
    },
  }),
  route({
    method: 'get',
    path: '/api/agents/:id/tokens',
    summary: 'The tokens of an agent that are good now; their ids open nothing',
    access,
    reply: tokenList,
    handle: async ({ db, id }) => ({
      tokens: (await findAccount(db, id)) ? await listTokens(db, id) : notThere(),
    }),
  }),
  route({
    method: 'delete',
    path: '/api/agents/:id/tokens',
    summary: 'End every token of an agent',
    access,
    reply: null,
    async handle({ db, id }) {
      if (!(await findAccount(db, id))) notThere();
      await revokeTokensOf(db, id);
    },
  }),
  route({
    method: 'delete',
    path: '/api/tokens/:id',
    summary: 'End one token, by its id in the list',
    access,
    reply: null,
    async handle({ db, id }) {
      if (!(await revokeListedToken(db, id))) notThere();
    },
  }),
];

/** Else the last administrator could be gone by a slip, and nobody could come back without the command line. */
function refuseSelf({ id: own }: Agent, id: string): void {
  if (own === id) throw new Problem(409, { detail: 'Another administrator has to do that to you.' });
}

function notThere(): never {
  throw new Problem(404);
}
