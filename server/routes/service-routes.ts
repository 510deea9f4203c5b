import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { workspaceSchema } from '../../lib/domain/fields/workspace.ts';
import { readWorkspace } from '../database/configuration.ts';
import { type Route, route } from '../http/route.ts';

/** Whether the server works, and how its workspace is set up. */
export const serviceRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/health',
    summary: 'Answers once the database does',
    access: 'public',
    reply: z.object({ status: z.literal('ok') }),
    async handle({ db }) {
      await db.execute(sql`select 1`);
      return { status: 'ok' as const };
    },
  }),
  route({
    method: 'get',
    path: '/api/workspace',
    summary: 'Region, campaigns, fields and sections',
    access: 'read',
    reply: workspaceSchema,
    handle: ({ db }) => readWorkspace(db),
  }),
];
