import * as z from 'zod/mini';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const problem = {
  type: 'object',
  description: 'RFC 9457. `code` is what connectors switch on.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    owners: {
      type: 'array',
      items: { type: 'string' },
      description: 'ContactIDs that carry the identifier',
    },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    stale: { type: 'boolean' },
  },
};

/** The OpenAPI 3.1 description of a route table, from the very schemas that validate. */
export function openApi(routes: Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const entry of routes) {
    const path = entry.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.method]: operation(entry) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ringside companion CRM', version: '1' },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problem },
    },
  };
}

function operation(entry: Route): Json {
  const failure = {
    description: 'What went wrong',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: `${entry.method}${entry.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    summary: entry.summary,
    ...(entry.access === 'public' && { security: [] }),
    parameters: parameters(entry),
    ...(entry.body && { requestBody: { required: true, content: json(entry.body, 'input') } }),
    responses: {
      [entry.reply === null ? 204 : (entry.status ?? 200)]: {
        description: 'Done',
        ...(entry.etag && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(entry.reply && { content: json(entry.reply, 'output') }),
      },
      default: failure,
    },
  };
}

function parameters(entry: Route): Json[] {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
  return [
    ...(entry.path.includes(':id')
      ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 256 } }]
      : []),
    ...(entry.write ? [header('Idempotency-Key', 'The same key again has no second effect')] : []),
    ...(entry.ifMatch ? [header('If-Match', 'The version that was read')] : []),
  ];
}

function json(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: described } };
}
