import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Http } from '../http/http.ts';
import { commonSpellings } from '../identifiers/common-spellings.ts';
import { phoneVariants } from '../identifiers/phone-variants.ts';
import { decodeZoho } from './errors.ts';

/** Records of one module of Zoho's, as Zoho tells them. `fields`: names, with commas between. */
export interface Records {
  /** null: there is none of this id. */
  get(id: string, fields: string, signal?: AbortSignal): Promise<unknown[] | null>;
  /** `what`: a word, a number or an e-mail address, as Zoho's own search takes them. */
  search(
    what: Record<string, string>,
    asked: { fields: string; limit: number },
    signal?: AbortSignal,
  ): Promise<{ rows: unknown[]; more: boolean }>;
  /** COQL, by POST. */
  query(where: string, asked: { fields: string; limit: number }, signal?: AbortSignal): Promise<unknown[]>;
}

const recordsSchema = z.object({
  data: z.array(z.unknown()).check(z.maxLength(200)),
  info: z.nullish(z.looseObject({ more_records: z.nullish(z.boolean()) })),
});
const shared = { decode: decodeZoho, reply: recordsSchema };

export function createRecords(http: Http, module: 'Contacts' | 'Accounts'): Records {
  const path = `crm/v8/${module}`;
  return {
    async get(id, fields, signal) {
      const request = { method: 'get', path: `${path}/${id}`, query: { fields }, ...shared, signal } as const;
      try {
        return (await http.read(request)).data;
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async search(what, { fields, limit }, signal) {
      const query = { ...what, fields, per_page: String(limit) };
      const request = { method: 'get', path: `${path}/search`, query, ...shared, signal } as const;
      const { data, info } = await http.read(request);
      return { rows: data, more: info?.more_records === true };
    },
    async query(where, { fields, limit }, signal) {
      const json = { select_query: `select ${fields} from ${module} where ${where} limit ${limit}` };
      const request = { method: 'post', path: 'crm/v8/coql', json, ...shared, signal } as const;
      return (await http.read(request)).data;
    },
  };
}

/** COQL: one of these fields holds one of these texts. */
export function holdsOneOf(names: string[], texts: string[]): string {
  const list = texts.map((text) => `'${text.replace(/[\\']/g, '\\$&')}'`).join(', ');
  return names.map((name) => `(${name} in (${list}))`).reduce((left, right) => `(${left} or ${right})`);
}

/** Two ways of asking for whoever may have a number; what comes is compared once more. */
export interface NumberSearch {
  /** Those who have it in one of these spellings. */
  spelled(texts: string[]): Promise<Contact[]>;
  /** Zoho's own search through every phone field. */
  searched(national: string): Promise<Contact[]>;
  filter(contacts: Contact[], number: Identifier): Contact[];
}

/** Whoever has a number; Zoho's own search is asked only where it is spelled as nobody foresaw. */
export async function findByNumber(
  number: Identifier,
  { spelled, searched, filter }: NumberSearch,
): Promise<Contact[]> {
  const found = filter(await spelled(commonSpellings(number)), number);
  if (found.length > 0) return found;
  const lists = phoneVariants(number).nationals.map((national) => searched(national));
  return filter((await Promise.all(lists)).flat(), number);
}
