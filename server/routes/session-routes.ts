import * as z from 'zod/mini';
import { mayEnter, permissions } from '../auth/agent.ts';
import { findAgentByEmail, foldEmail } from '../auth/agents.ts';
import { DevicePasses } from '../auth/device-pass.ts';
import { verifyPassword } from '../auth/password.ts';
import { SignInLimits } from '../auth/sign-in-limits.ts';
import { issueToken, revokeToken } from '../auth/tokens.ts';
import { draftKeyOf, readSecret } from '../database/configuration.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';

const agentSchema = z.object({ id: z.string(), name: z.string() });

export interface SessionOptions {
  /** Whether the demo's agents may come in. */
  demo: boolean;
  /** Agents reach the server by https: cookies are for that alone. */
  secureCookies: boolean;
  now?: (() => number) | undefined;
}

/** Signing in and out, and who one is. Everybody who may not come in hears the same words after the same time. */
export function sessionRoutes({ demo, secureCookies, now }: SessionOptions): Route[] {
  const limits = new SignInLimits(now);
  let passes: DevicePasses | undefined;
  const devicePasses = async (db: Database) => {
    passes ??= new DevicePasses(await readSecret(db), { secure: secureCookies });
    return passes;
  };

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
      async handle({ db, body: { email, password }, address, cookies, setCookie }) {
        const account = foldEmail(email);
        const devices = await devicePasses(db);
        const giveBack = limits.enter({ account, address, device: devices.find(cookies, account) });
        const agent = await findAgentByEmail(db, email);
        const fits = await verifyPassword(password, agent?.passwordHash);
        const token =
          agent !== undefined && fits && mayEnter(agent, demo) ? await issueToken(db, agent) : undefined;
        if (agent === undefined || token === undefined)
          throw new Problem(401, { detail: 'E-mail or password is wrong.' });
        giveBack();
        setCookie(devices.issue(cookies, account));
        return { token, agent: { id: agent.id, name: agent.name } };
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
