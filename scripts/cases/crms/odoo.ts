import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { crmFetch } from './crm-fetch.ts';
import type { FakeContact } from './fake-contact.ts';
import { fitsDomain, type OdooField, type OdooRecord, OdooRefusal } from './odoo-domain.ts';

/** Databases differ by version and by what is installed. */
export type OdooKind = 'with a search for numbers' | 'without one';

interface Call {
  model: string;
  method: string;
  args: unknown[];
}

const names = {
  char: [
    ...['name', 'complete_name', 'phone', 'mobile', 'email', 'email_normalized', 'phone_sanitized'],
    ...['function', 'city', 'street', 'zip', 'country_code'],
  ],
  datetime: ['write_date', 'create_date'],
  many2one: ['country_id', 'parent_id', 'user_id'],
  boolean: ['active', 'is_company'],
};

/** Odoo with these partners. Its domains are evaluated as it does, and it reads the numbers itself for `phone_sanitized`. */
export function fakeOdoo(
  held: readonly FakeContact[],
  { kind, companyCountry }: { kind: OdooKind; companyCountry: string },
): typeof globalThis.fetch {
  const fields = fieldsOf(kind);
  const partners = held.map((contact, index) => partnerOf(contact, index + 7, companyCountry));

  function execute({ model, method, args }: Call): unknown {
    if (model === 'res.company' && method === 'search_read') return [{ id: 1, name: 'My Company' }];
    if (model === 'res.users' && method === 'read') return [{ id: 2, name: 'Ana Duarte' }];
    if (model !== 'res.partner') throw new OdooRefusal(`no model ${model}`);
    const hits = () => {
      const domain = args[0] as unknown[];
      return partners.filter(({ record }) => fitsDomain(domain, record, fields)).map(({ sent }) => sent);
    };
    if (method === 'fields_get') return fields;
    if (method === 'search_read') return hits();
    if (method === 'search') return hits().map(({ id }) => id);
    if (method === 'search_count') return hits().length;
    if (method === 'read')
      return partners.filter(({ id }) => (args[0] as number[]).includes(id)).map(({ sent }) => sent);
    if (method === 'check_access_rights' || method === 'has_access') return true;
    throw new OdooRefusal(`no method ${method}`);
  }

  return crmFetch(({ body }) => {
    const { service, args } = JSON.parse(body).params;
    if (service === 'common') return { body: { jsonrpc: '2.0', id: 1, result: 2 } };
    try {
      const result = execute({ model: args[3], method: args[4], args: args[5] });
      return { body: { jsonrpc: '2.0', id: 1, result } };
    } catch (error) {
      if (!(error instanceof OdooRefusal)) throw error;
      // Odoo answers 200 to its errors too.
      const data = { name: 'builtins.ValueError', message: error.message };
      return { body: { jsonrpc: '2.0', id: 1, error: { code: 200, message: 'Odoo Server Error', data } } };
    }
  });
}

function partnerOf({ name, stored, country, odd }: FakeContact, id: number, companyCountry: string) {
  const [phone = false, mobile = false] = stored;
  const record: OdooRecord = {
    ...{ id, name, complete_name: name, phone, mobile, email: false, email_normalized: false },
    phone_sanitized: sanitized([mobile, phone], country ?? companyCountry),
    ...{ is_company: false, active: true, parent_id: false, write_date: '2026-11-20 21:47:52' },
    country_code: country ?? false,
    country_id: country === undefined ? false : [3, nameOf(country)],
  };
  const sent: OdooRecord = { ...record, ...odd };
  return { id, record, sent };
}

function fieldsOf(kind: OdooKind): Record<string, OdooField & { type: string; string: string }> {
  const all = Object.entries(names).flatMap(([type, own]) => own.map((field) => [field, type] as const));
  const search = kind === 'with a search for numbers' ? [['phone_mobile_search', 'char'] as const] : [];
  return Object.fromEntries(
    [...all, ...search].map(([field, type]) => [field, { type, string: field, searchable: true }]),
  );
}

/** The first number in E.164, or as it was typed where it is no valid one: so Odoo 17 keeps it. */
function sanitized(numbers: readonly (string | false)[], country: string): string | false {
  const first = numbers.find((number) => number !== false && number.trim() !== '') || false;
  // The library's own type lists the countries; one it does not know is read as none.
  const read = first === false ? undefined : parsePhoneNumberFromString(first, country as CountryCode);
  return read?.isValid() ? read.number : first;
}

function nameOf(country: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
}
