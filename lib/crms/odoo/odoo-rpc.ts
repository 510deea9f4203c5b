import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import { createHttp } from '../http/http.ts';
import { remembered } from '../http/remembered.ts';
import type { Traffic } from '../http/traffic.ts';
import { odooError, odooErrorSchema } from './odoo-error.ts';

export interface OdooRpcParts {
  baseUrl: string;
  database: string;
  user: string;
  apiKey: string;
  traffic: Traffic;
  fetch?: typeof globalThis.fetch | undefined;
  memory?: CrmMemory | undefined;
}

export interface OdooCall<Result> {
  model: string;
  method: string;
  args: unknown[];
  kwargs?: Record<string, unknown>;
  result: z.ZodMiniType<Result>;
  signal?: AbortSignal | undefined;
}

const answerSchema = z.looseObject({
  jsonrpc: z.literal('2.0'),
  result: z.optional(z.unknown()),
  error: z.optional(odooErrorSchema),
});
/** `authenticate` answers false for a wrong key. */
const userIdSchema = z.union([z.int(), z.literal(false)]);

/** Odoo's JSON-RPC. Each call is one POST; the first one of a connection asks for the user's number before. */
export function createOdooRpc({ baseUrl, database, user, apiKey, traffic, fetch, memory }: OdooRpcParts) {
  const http = createHttp({ baseUrl, headers: {}, traffic, fetch });

  async function send<Result>(
    how: 'read' | 'write',
    params: { service: string; method: string; args: unknown[] },
    { result, signal }: Pick<OdooCall<Result>, 'result' | 'signal'>,
  ): Promise<Result> {
    // The key goes in the body, where nothing else would notice that it cannot be one.
    if (!isTypedSecret(apiKey)) throw new CrmError({ code: 'signed-out' });
    const answer = await http[how]({
      method: 'post',
      path: 'jsonrpc',
      json: { jsonrpc: '2.0', method: 'call', id: 1, params },
      reply: answerSchema,
      signal,
    });
    if (answer.error) throw odooError(answer.error);
    const parsed = z.safeParse(result, answer.result);
    if (!parsed.success) throw new CrmError({ code: 'bad-reply' });
    return parsed.data;
  }

  const userId = remembered(memory, 'user-id', z.int(), async () => {
    const args = [database, user, apiKey, {}];
    const id = await send(
      'read',
      { service: 'common', method: 'authenticate', args },
      { result: userIdSchema },
    );
    if (id === false) throw new CrmError({ code: 'signed-out' });
    return id;
  });

  async function call<Result>(how: 'read' | 'write', one: OdooCall<Result>): Promise<Result> {
    const id = await userId(one.signal);
    const args = [database, id, apiKey, one.model, one.method, one.args, one.kwargs ?? {}];
    return send(how, { service: 'object', method: 'execute_kw', args }, one);
  }

  return {
    userId,
    read: <Result>(one: OdooCall<Result>) => call('read', one),
    write: <Result>(one: OdooCall<Result>) => call('write', one),
  };
}
