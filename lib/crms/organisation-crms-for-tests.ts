import type { SeenRequest } from './http/replay-server-for-tests.ts';

/** An organisation in a CRM of the tests, and who is in it. */
export interface Firm {
  id: number;
  name: string;
  phone: string;
  people: { id: number; first: string; last: string }[];
}

export interface Reply {
  status: number;
  body: unknown;
}

/** Answers as that CRM does: nobody has a number but these firms, and each search finds them all. */
export type OrganisationCrm = (request: SeenRequest, firms: Firm[]) => Reply;

/** A request for organisations that a CRM keeps apart: by its path, its module, or the query in it. */
export function isOfOrganisations({ url, body }: SeenRequest): boolean {
  return (
    /\/(Accounts?|thirdparties|companies)\b/.test(url.split('?')[0] ?? '') ||
    /[?&]module=Accounts\b/.test(url) ||
    / from Accounts /.test(body)
  );
}

const at = ({ url }: SeenRequest) => new URL(url, 'http://crm.invalid');
const ok = (body: unknown): Reply => ({ status: 200, body });
const modified = '2026-11-20T21:51:00+00:00';

export const organisationCrms: Record<string, OrganisationCrm> = {
  espocrm(request, firms) {
    const { pathname, searchParams } = at(request);
    const own = firms.find(({ id }) => pathname === `/api/v1/Account/${id}`);
    if (own) {
      const { id, name, phone } = own;
      return ok({ id: String(id), name, phoneNumber: phone, phoneNumberData: [{ phoneNumber: phone }] });
    }
    if (pathname === '/api/v1/Account')
      return ok({ list: firms.map(({ id, name }) => ({ id: String(id), name })) });
    if (pathname !== '/api/v1/Contact') return { status: 404, body: {} };
    const linked =
      searchParams.get('where[0][type]') === 'linkedWith' && searchParams.get('where[0][value][0]');
    const people = firms.find(({ id }) => String(id) === linked)?.people ?? [];
    return ok({
      list: people.map(({ id, first, last }) => ({ id: `p${id}`, firstName: first, lastName: last })),
    });
  },
  dolibarr(request, firms) {
    const { pathname, searchParams } = at(request);
    const rows = firms.map(({ id, name, phone }) => ({ id: String(id), name, phone, country_code: 'FR' }));
    const row = rows.find(({ id }) => pathname.endsWith(`/thirdparties/${id}`));
    if (row) return ok(row);
    if (pathname.endsWith('/thirdparties')) return rows.length > 0 ? ok(rows) : { status: 404, body: {} };
    const firm = firms.find(({ id }) => String(id) === searchParams.get('thirdparty_ids'));
    const people =
      firm?.people.map(({ id, first, last }) => ({ id, firstname: first, lastname: last })) ?? [];
    return people.length > 0 ? ok(people) : { status: 404, body: {} };
  },
  suitecrm(request, firms) {
    const { pathname } = at(request);
    const data = firms.map(({ id, name, phone }) => ({
      id: `a-${id}`,
      attributes: { name, phone_office: phone, billing_address_country: 'France', date_modified: modified },
    }));
    if (pathname.endsWith('/module/Accounts')) return ok({ data });
    const firm = firms.find(({ id }) => pathname.includes(`/Accounts/a-${id}`));
    if (!firm) return ok({ data: [] });
    if (!pathname.endsWith('/relationships/contacts'))
      return ok({ data: data.find(({ id }) => id === `a-${firm.id}`) });
    const people = firm.people.map(({ id, first, last }) => ({
      id: `p-${id}`,
      attributes: { first_name: first, last_name: last, date_modified: modified },
    }));
    return ok({ data: people });
  },
  hubspot(request, firms) {
    const { pathname } = at(request);
    const record = (id: string, properties: object) => ({ id, properties, updatedAt: modified });
    const results = firms.map(({ id, name, phone }) =>
      record(String(id), { name, phone, country: 'France' }),
    );
    if (pathname === '/crm/v3/objects/companies/search') return ok({ total: results.length, results });
    const company = results.find(({ id }) => pathname === `/crm/v3/objects/companies/${id}`);
    if (company) return ok(company);
    if (pathname === '/account-info/v3/details') return ok({ portalId: 7 });
    if (pathname !== '/crm/v3/objects/contacts/search') return { status: 404, body: {} };
    const [{ propertyName, value }] = JSON.parse(request.body).filterGroups[0].filters;
    const firm = firms.find(({ id }) => propertyName === 'associations.company' && String(id) === value);
    const people = firm?.people.map(({ id, first, last }) =>
      record(String(id), { firstname: first, lastname: last }),
    );
    return ok({ total: people?.length ?? 0, results: people ?? [] });
  },
  zoho(request, firms) {
    const { pathname } = at(request);
    const data = firms.map(({ id, name, phone }) => ({
      ...{
        id: String(id),
        Account_Name: name,
        Phone: phone,
        Billing_Country: 'France',
        Modified_Time: modified,
      },
    }));
    const rows = (some: object[]) => (some.length > 0 ? ok({ data: some }) : { status: 204, body: '' });
    if (pathname === '/crm/v8/settings/fields')
      return ok({
        fields: ['Phone', 'Billing_Country'].map((name) => ({
          api_name: name,
          data_type: name === 'Phone' ? 'phone' : 'text',
        })),
      });
    if (pathname === '/crm/v8/Accounts/12') return rows(data.filter(({ id }) => id === '12'));
    if (pathname !== '/crm/v8/coql') return rows(pathname === '/crm/v8/Accounts/search' ? data : []);
    const query: string = JSON.parse(request.body).select_query;
    if (query.includes(' from Accounts ')) return rows(data);
    const firm = firms.find(({ id }) => query.includes(` where Account_Name.id = '${id}' `));
    return rows(
      firm?.people.map(({ id, first, last }) => ({ id: String(id), First_Name: first, Last_Name: last })) ??
        [],
    );
  },
  odoo(request, firms) {
    const [, , , , method, [domain]] = JSON.parse(request.body).params.args;
    const company = ({ id, name, phone }: Firm) => ({
      ...{ id, name, phone, is_company: true, write_date: '2026-11-20 21:47:52', country_code: 'FR' },
    });
    if (method === 'read') return result(firms.filter(({ id }) => domain.includes(id)).map(company));
    const [field, , ids] = domain[0];
    if (field !== 'parent_id') return result(firms.map(company));
    const people = firms
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ id: parent, name, people: own }) =>
        own.map(({ id, first, last }) => ({
          ...{
            id,
            name: `${first} ${last}`,
            is_company: false,
            write_date: false,
            parent_id: [parent, name],
          },
        })),
      );
    return result(people);
  },
};

function result(rows: object[]): Reply {
  return ok({ jsonrpc: '2.0', id: 1, result: rows });
}
