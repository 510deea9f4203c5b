import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmContext } from '../crm.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import { createHttp } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { createHttpAuth } from '../http/http-auth.ts';
import { isJson } from '../http/is-json.ts';
import type { Traffic } from '../http/traffic.ts';

export interface RpcCall<Result> {
  /** Such as `model.party.party.search_read`. */
  method: string;
  /** Without the context, which Tryton wants last. */
  params: unknown[];
  context?: Record<string, unknown>;
  result: z.ZodMiniType<Result>;
  signal?: AbortSignal | undefined;
}

export interface Rpc {
  read<Result>(call: RpcCall<Result>): Promise<Result>;
  write<Result>(call: RpcCall<Result>): Promise<Result>;
}

const loginSchema = z.object({
  result: z.tuple([z.int(), z.string().check(z.minLength(1), z.maxLength(512))]),
});
const rightSchema = z.union([z.boolean(), z.int()]);
const accessSchema = z.record(z.string(), z.object({ write: rightSchema, create: rightSchema }));
const errorSchema = z.object({ error: z.array(z.unknown()) });

/**
 * Tryton's JSON-RPC. A session is opened by name and password, and opened anew when the server has forgotten it. The server
 * answers 200 to what it refuses; what it says then may name customers, so that only its kind is kept.
 */
export function createRpc(
  { settings, credential, fetch, memory }: CrmContext<{ baseUrl: string; database: string; user: string }>,
  traffic: Traffic,
): Rpc {
  const path = `${encodeURIComponent(settings.database)}/`;
  const open = createHttp({ baseUrl: settings.baseUrl, headers: {}, traffic, fetch });
  const auth = createHttpAuth({
    memory,
    async signIn() {
      if (!isTypedSecret(credential)) throw new CrmError({ code: 'signed-out' });
      const { result } = await open.read({
        method: 'post',
        path,
        json: body('common.db.login', [settings.user, { password: credential }, 'en']),
        decode: decodeRpc,
        reply: loginSchema,
      });
      const bytes = new TextEncoder().encode(`${settings.user}:${result[0]}:${result[1]}`);
      const token = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return { headers: { Authorization: `Session ${token}` } };
    },
  });
  const http = createHttp({ baseUrl: settings.baseUrl, headers: {}, auth, traffic, fetch });
  const request = <Result>({ method, params, context = {}, result, signal }: RpcCall<Result>) => ({
    method: 'post' as const,
    path,
    json: body(method, [...params, context]),
    decode: decodeRpc,
    reply: z.object({ result }),
    signal,
  });
  /** Tryton says in words only, in the user's language, whether it minds the values or the user. */
  async function mayWrite(signal?: AbortSignal): Promise<boolean> {
    const method = 'model.ir.model.access.get_access';
    const params = [['party.party', 'party.contact_mechanism']];
    const { result } = await http.read(request({ method, params, result: accessSchema, signal }));
    return Object.values(result).every(({ write, create }) => write && create);
  }

  return {
    async read(call) {
      try {
        return (await http.read(request(call))).result;
      } catch (error) {
        // There are no values in a question that it could mind.
        throw error instanceof Refused ? new CrmError({ code: 'not-allowed' }) : error;
      }
    },
    async write(call) {
      try {
        return (await http.write(request(call))).result;
      } catch (error) {
        const barred = error instanceof Refused && !(await mayWrite(call.signal).catch(() => true));
        throw barred ? new CrmError({ code: 'not-allowed' }) : error;
      }
    },
  };
}

/** Tryton itself refused, in an answer of 200. */
class Refused extends CrmError {}

function body(method: string, params: unknown[]) {
  return { id: 1, method, params };
}

function decodeRpc({ headers, text }: HttpAnswer): unknown {
  if (!isJson({ headers })) throw new CrmError({ code: 'bad-reply' });
  const value: unknown = JSON.parse(text);
  const failed = z.safeParse(errorSchema, value);
  if (failed.success) throw errorOf(failed.data.error);
  return value;
}

/**
 * What Tryton itself says, in English unless its administrator chose otherwise, where a record or a field is barred by a rule
 * that the rights of the whole model do not tell of.
 */
const barred = z.tuple([
  z.unknown(),
  z.tuple([z.string().check(z.regex(/^You are not allowed to /))], z.unknown()),
]);

/** By the class that Tryton names first. Everything it does not name so is a fault of the server's own. */
function errorOf(error: unknown[]): CrmError {
  switch (error[0]) {
    case 'UserError':
      if (z.safeParse(barred, error).success) return new CrmError({ code: 'not-allowed' });
      return new Refused({ code: 'invalid' });
    case 'UserWarning':
      return new Refused({ code: 'invalid' });
    case 'ConcurrencyException':
      return new CrmError({ code: 'conflict', stale: true });
    case 'LoginException':
    case 'NotLogged':
      return new CrmError({ code: 'signed-out' });
    default:
      return new CrmError({ code: 'server-error' });
  }
}
