import * as z from 'zod/mini';
import { findAgentByEmail, permissions } from '../auth/agent.ts';
import { verifyPassword } from '../auth/password.ts';
import { issueToken, revokeToken } from '../auth/tokens.ts';
import { draftKeyOf } from '../database/configuration.ts';
import { Problem } from '../http/problem.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { type Route, route } from '../http/route.ts';

const agentSchema = z.object({ id: z.string(), name: z.string() });

/** Signing in and out, and who one is. Failed attempts are limited by address of the agent and of the sender. */
export function sessionRoutes(now?: () => number): Route[] {
  const byEmail = new RateLimit({ burst: 5, perSecond: 1 / 60 }, now);
  const byAddress = new RateLimit({ burst: 20, perSecond: 1 / 5 }, now);

  return [
    route({
      method: 'post',
      path: '/api/sign-in',
      summary: 'Exchange e-mail address and password for a bearer token',
      access: 'public',
      body: z.object({
        email: z.string().check(z.minLength(1), z.maxLength(320)),
        password: z.string().check(z.minLength(1), z.maxLength(1_024)),
      }),
      reply: z.object({ token: z.string(), agent: agentSchema }),
      async handle({ db, body: { email, password }, address }) {
        const emailKey = email.trim().toLowerCase();
        byAddress.take(address);
        byEmail.take(emailKey);
        const agent = await findAgentByEmail(db, email);
        const fits = await verifyPassword(password, agent?.passwordHash);
        if (!fits || agent === undefined) throw new Problem(401, { detail: 'E-mail or password is wrong.' });
        byAddress.giveBack(address);
        byEmail.giveBack(emailKey);
        return { token: await issueToken(db, agent.id), agent: { id: agent.id, name: agent.name } };
      },
    }),
    route({
      method: 'post',
      path: '/api/sign-out',
      summary: 'Make the bearer token worthless',
      access: 'signed-in',
      reply: null,
      async handle({ db, tokenHash }) {
        await revokeToken(db, tokenHash);
      },
    }),
    route({
      method: 'get',
      path: '/api/session',
      summary: 'Who is signed in, what this agent may do, and the key for the drafts of this agent',
      access: 'signed-in',
      reply: z.object({
        agent: agentSchema,
        permissions: z.array(z.enum(permissions)),
        draftKey: z.string(),
      }),
      async handle({ db, agent }) {
        const { id, name } = agent;
        return {
          agent: { id, name },
          permissions: [...agent.permissions],
          draftKey: await draftKeyOf(db, id),
        };
      },
    }),
  ];
}
