import * as z from 'zod/mini';
import type { LoginDefinition } from '../../domain/crm/crm-definition-auth.ts';
import type { RequestTemplate } from '../../domain/crm/crm-definition-values.ts';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { hashedAnswer } from '../http/auth/hashed-answer.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import { createHttp, type HttpOptions } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import { createHttpAuth, type HttpAuth } from '../http/http-auth.ts';
import { isJson } from '../http/is-json.ts';
import { type BuiltRequest, buildRequest } from './requests/build-request.ts';
import { fillText } from './requests/fill-text.ts';
import { textAt } from './rest-contact.ts';

interface RestLoginParts extends Pick<HttpOptions, 'baseUrl' | 'headers' | 'fetch' | 'traffic'> {
  auth: LoginDefinition;
  user: string;
  secret: string;
  memory?: CrmMemory | undefined;
  /** The definition's rules, for a request that signs in. */
  refusal: (answer: HttpAnswer) => SafeCrmError | undefined;
}

/** What says to a request that signs in that this is not who it was taken for. */
const refusals = [400, 401, 403, 422];

/**
 * Signs in as a definition says: perhaps gets a challenge and answers it with a hash, then takes a token out of the reply.
 * What it answers are texts for placeholders, `session` and `login.<name>`, kept and renewed as headers that sign are.
 */
export function restLogin({ auth, user, secret, memory, refusal, ...options }: RestLoginParts): HttpAuth {
  const http = createHttp({
    ...options,
    refusal: (answer) =>
      refusal(answer) ?? (refusals.includes(answer.status) ? { code: 'signed-out' } : undefined),
  });

  async function ask(
    template: RequestTemplate,
    texts: Record<string, string>,
    method: BuiltRequest['method'],
  ) {
    return http.read({
      ...buildRequest(template, { texts }, method),
      decode: (answer) => {
        if (!isJson(answer)) throw new CrmError({ code: 'bad-reply' });
        const refused = refusal(answer);
        if (refused) throw new CrmError(refused);
        return JSON.parse(answer.text);
      },
      reply: z.unknown(),
    });
  }

  async function signIn() {
    // What cannot be a password was copied along with something else, and is sent nowhere.
    if (!isTypedSecret(secret)) throw new CrmError({ code: 'signed-out' });
    const texts: Record<string, string> = { user, secret };
    if (auth.challenge) {
      texts.challenge = told(await ask(auth.challenge.request, { user }, 'get'), auth.challenge.path);
    }
    for (const step of auth.answer ?? []) {
      const key = step.key === undefined ? undefined : fillText(step.key, { texts });
      texts.answer = await hashedAnswer({ ...step, of: fillText(step.of, { texts }), key });
    }
    const reply = await ask(auth.request, texts, 'post');
    const values = Object.fromEntries(
      Object.entries(auth.values ?? {}).map(([name, path]) => [`login.${name}`, textAt(reply, path)]),
    );
    const session = sessionOf(told(reply, auth.token), { user, ...values });
    return {
      headers: { ...values, session },
      ...(auth.lasts !== undefined && { lastsMs: auth.lasts * 1_000 }),
    };
  }

  function sessionOf(token: string, texts: Record<string, string>): string {
    if (!auth.session) return token;
    const { of, base64 } = auth.session;
    const text = fillText(of, { texts: { ...texts, token } });
    return base64 ? btoa(String.fromCharCode(...new TextEncoder().encode(text))) : text;
  }

  return createHttpAuth({ signIn, memory });
}

/** A challenge, or a token. */
function told(reply: unknown, path: string): string {
  const text = textAt(reply, path);
  if (text === '' || text.length > 8_192) throw new CrmError({ code: 'bad-reply' });
  return text;
}
