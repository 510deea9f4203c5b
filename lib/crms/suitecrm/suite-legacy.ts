import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import { createHttp } from '../http/http.ts';
import { createHttpAuth } from '../http/http-auth.ts';
import type { Traffic } from '../http/traffic.ts';
import { untilAborted } from '../http/until-aborted.ts';
import { readEach } from '../records/read-each.ts';

export interface SuiteLegacyParts {
  baseUrl: string;
  user: string;
  password: string;
  traffic: Traffic;
  fetch?: typeof globalThis.fetch | undefined;
  report: ReportUnread | undefined;
}

/** Errors are HTTP 200: 10 is a wrong log-in, 11 a session that ended, 40 a missing right. */
const failureSchema = z.object({ name: z.string(), number: z.union([z.int(), z.string()]) });
const loginSchema = z.looseObject({ id: z.string().check(z.minLength(1)) });
const entriesSchema = z.looseObject({
  entry_list: z.array(z.unknown()).check(z.maxLength(200)),
});
const entrySchema = z.looseObject({ id: z.string() });
const wrongLogin = 10;
const sessionEnded = 11;
const noAccess = 40;
const mostHits = 40;

class SessionEnded extends Error {}

/** SuiteCRM's older API (v4_1), for what the V8 API cannot do: finding by e-mail address and by custom fields. */
export function createSuiteLegacy({ baseUrl, user, password, traffic, fetch, report }: SuiteLegacyParts) {
  const http = createHttp({ baseUrl, headers: {}, traffic, fetch });

  /** `data` goes by position there: its keys stand in the order of the method's own parameters. */
  async function send<Reply>(
    how: 'read' | 'write',
    method: string,
    data: Record<string, unknown>,
    { reply, signal }: { reply: z.ZodMiniType<Reply>; signal?: AbortSignal | undefined },
  ): Promise<Reply> {
    const form = new URLSearchParams({
      method,
      input_type: 'JSON',
      response_type: 'JSON',
      rest_data: JSON.stringify(data),
    });
    const value = await http[how]({
      method: 'post',
      path: 'service/v4_1/rest.php',
      body: { type: 'application/x-www-form-urlencoded', text: form.toString() },
      reply: z.union([failureSchema, reply]),
      signal,
    });
    const failure = z.safeParse(failureSchema, value);
    if (failure.success) throw failureOf(Number(failure.data.number));
    const parsed = z.safeParse(reply, value);
    if (!parsed.success) throw new CrmError({ code: 'bad-reply' });
    return parsed.data;
  }

  const session = createHttpAuth({
    async signIn() {
      if (!isTypedSecret(password)) throw new CrmError({ code: 'signed-out' });
      const auth = { user_name: user, password, encryption: 'PLAIN' };
      const data = { user_auth: auth, application: 'Ringside', name_value_list: [] };
      const { id } = await send('read', 'login', data, { reply: loginSchema });
      return { headers: { session: id } };
    },
  });

  /** A session that ended meanwhile is begun anew, once. */
  async function inSession<Reply>(
    signal: AbortSignal | undefined,
    work: (session: string) => Promise<Reply>,
  ): Promise<Reply> {
    const signed = await untilAborted(session(), signal);
    try {
      return await work(signed.session ?? '');
    } catch (error) {
      if (!(error instanceof SessionEnded)) throw error;
    }
    const anew = await untilAborted(session(signed), signal);
    try {
      return await work(anew.session ?? '');
    } catch (error) {
      throw error instanceof SessionEnded ? new CrmError({ code: 'signed-out' }) : error;
    }
  }

  function findIds(query: string, signal?: AbortSignal): Promise<string[]> {
    return inSession(signal, async (id) => {
      const data = {
        session: id,
        module_name: 'Contacts',
        query,
        order_by: '',
        offset: 0,
        select_fields: ['id'],
        link_name_to_fields_array: [],
        max_results: mostHits,
        deleted: 0,
      };
      const { entry_list } = await send('read', 'get_entry_list', data, { reply: entriesSchema, signal });
      const entries = readEach(entrySchema, entry_list, { report });
      return [...new Set(entries.map(({ value }) => value.id))];
    });
  }

  return {
    /** Any of a contact's addresses, in any case. */
    findByEmail(address: string, signal?: AbortSignal): Promise<string[]> {
      const text = quoted(address.toUpperCase());
      if (text === undefined) return Promise.resolve([]);
      return findIds(
        `contacts.id in (select eabr.bean_id from email_addr_bean_rel eabr join email_addresses ea on ea.id=eabr.email_address_id where eabr.bean_module='Contacts' and eabr.deleted=0 and ea.email_address_caps=${text})`,
        signal,
      );
    },
    /** `fields` come from the settings, whose schema lets only names of fields through. */
    findByFields(fields: string[], value: string, signal?: AbortSignal): Promise<string[]> {
      const text = quoted(value);
      if (text === undefined || fields.some((field) => !/^\w+$/.test(field))) return Promise.resolve([]);
      const tables = fields.map((field) => (field.endsWith('_c') ? 'contacts_cstm' : 'contacts'));
      return findIds(
        fields.map((field, index) => `${tables[index]}.${field} = ${text}`).join(' or '),
        signal,
      );
    },
    /** The V8 API says yes to a new main address and changes nothing. */
    setEmail(id: string, address: string, signal?: AbortSignal): Promise<unknown> {
      return inSession(signal, (key) =>
        send(
          'write',
          'set_entry',
          {
            session: key,
            module_name: 'Contacts',
            name_value_list: [
              { name: 'id', value: id },
              { name: 'email1', value: address },
            ],
          },
          { reply: loginSchema, signal },
        ),
      );
    },
  };
}

function failureOf(number: number): Error {
  if (number === sessionEnded) return new SessionEnded();
  if (number === wrongLogin) return new CrmError({ code: 'signed-out' });
  return new CrmError({ code: number === noAccess ? 'not-allowed' : 'server-error' });
}

/** A text of SQL. The older API takes conditions as SQL, so what could end the text is not sent at all. */
function quoted(value: string): string | undefined {
  return /[\\\p{Cc}]/u.test(value) ? undefined : `'${value.replaceAll("'", "''")}'`;
}
