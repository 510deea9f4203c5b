import { foldText } from '../domain/text/fold-text.ts';
import type { SeenRequest } from './http/replay-server-for-tests.ts';

/** Somebody in a CRM of the tests. */
export interface Person {
  id: number;
  first: string;
  last: string;
  email: string;
}

type Fits = (person: Person) => boolean;
/** Answers a search as that CRM does: how it compares text, how many it lets through, and what it says of the others. */
export type SearchedCrm = (request: SeenRequest, people: Person[]) => { status: number; body: unknown };

/** `like` as SQL has it. `folds`: as MySQL compares by default, without accents; PostgreSQL does not. */
function like(text: string, pattern: string, folds: boolean): boolean {
  const fold = (one: string) => (folds ? foldText(one) : one.toLowerCase());
  const source = fold(pattern).replace(/[.*+?^${}()|[\]]/g, '\\$&');
  return new RegExp(`^${source.replaceAll('%', '.*').replace(/(?<!\\)_/g, '.')}$`, 's').test(fold(text));
}

const params = ({ url }: SeenRequest) => new URL(url, 'http://crm.invalid').searchParams;
const nameOf = ({ first, last }: Person) => `${first} ${last}`;

/** By the CRM's id. Each knows only the conditions that its connector uses, and fails at any other. */
export const searchedCrms: Record<string, SearchedCrm> = {
  espocrm(request, people) {
    const given = params(request);
    const values: Record<string, (person: Person) => string> = {
      firstName: ({ first }) => first,
      middleName: () => '',
      lastName: ({ last }) => last,
      emailAddress: ({ email }) => email,
    };
    const fits = all(
      range((each) => given.get(`where[${each}][type]`) === 'or').map((each) => {
        const at = (index: number) => `where[${each}][value][${index}]`;
        return any(
          range((index) => given.get(`${at(index)}[type]`) === 'contains').map((index) => {
            const read = values[given.get(`${at(index)}[attribute]`) ?? ''];
            if (!read) throw new Error('unknown attribute');
            return (one) => like(read(one), `%${given.get(`${at(index)}[value]`)}%`, true);
          }),
        );
      }),
    );
    const found = people.filter(fits);
    const list = found.slice(0, Number(given.get('maxSize')));
    const rows = list.map(({ id, first, last, email }) => ({
      id: `p${id}`,
      firstName: first,
      lastName: last,
      emailAddress: email,
    }));
    return { status: 200, body: { total: found.length, list: rows } };
  },
  suitecrm(request, people) {
    const given = params(request);
    const conditions = (['first', 'last'] as const).map((name): Fits => {
      const pattern = given.get(`filter[${name}_name][like]`) ?? '';
      return (one) => like(one[name], pattern, true);
    });
    const join = given.get('filter[operator]') === 'and' ? all : any;
    const found = people.filter(join(conditions));
    const size = Number(given.get('page[size]'));
    const data = found.slice(0, size).map(({ id, first, last }) => ({
      type: 'Contact',
      id: `p${id}`,
      attributes: { first_name: first, last_name: last, date_modified: '2026-11-20T21:51:00+00:00' },
    }));
    return { status: 200, body: { meta: { 'total-pages': Math.ceil(found.length / size) }, data } };
  },
  dolibarr(request, people) {
    const given = params(request);
    const values: Record<string, (person: Person) => string> = {
      't.firstname': ({ first }) => first,
      't.lastname': ({ last }) => last,
      't.email': ({ email }) => email,
    };
    const groups = (given.get('sqlfilters') ?? '').split(') and (');
    const fits = all(
      groups.map((group) =>
        any(
          [...group.matchAll(/([\w.]+):like:'([^']*)'/g)].map(([, column = '', pattern = '']) => {
            const read = values[column];
            if (!read) throw new Error('unknown column');
            return (one) => like(read(one), pattern, true);
          }),
        ),
      ),
    );
    const found = people.filter(fits).slice(0, Number(given.get('limit')));
    const rows = found.map(({ id, first, last, email }) => ({ id, firstname: first, lastname: last, email }));
    return rows.length > 0 ? { status: 200, body: rows } : { status: 404, body: {} };
  },
  odoo(request, people) {
    const [domain, { limit }] = JSON.parse(request.body).params.args.slice(5).flat(1) as [
      unknown[],
      { limit: number },
    ];
    const found = people.filter(polish(domain)).slice(0, limit);
    const result = found.map((one) => ({
      id: one.id,
      name: nameOf(one),
      email: one.email,
      write_date: false,
    }));
    return { status: 200, body: { jsonrpc: '2.0', id: 1, result } };
  },
  tryton(request, people) {
    const [domain, , limit] = JSON.parse(request.body).params;
    const found = people.filter(tree(domain)).slice(0, limit);
    const result = found.map((one) => ({
      ...{ id: one.id, name: nameOf(one), rec_name: nameOf(one), _timestamp: '1' },
      ...{ create_date: null, write_date: null, 'lang.': null, 'addresses.': [], 'contact_mechanisms.': [] },
    }));
    return { status: 200, body: { id: 1, result } };
  },
  twenty(request, people) {
    const given = params(request);
    const found = people.filter(called(given.get('filter') ?? ''));
    const rows = found.slice(0, Number(given.get('limit'))).map(({ id, first, last, email }) => ({
      id: `p${id}`,
      name: { firstName: first, lastName: last },
      emails: { primaryEmail: email, additionalEmails: null },
      updatedAt: '2026-11-20T21:55:42.946Z',
    }));
    return { status: 200, body: { data: { people: rows }, totalCount: found.length } };
  },
};

function all(conditions: Fits[]): Fits {
  return (one) => conditions.every((fits) => fits(one));
}

function any(conditions: Fits[]): Fits {
  return (one) => conditions.some((fits) => fits(one));
}

/** 0, 1, 2 … for as long as the condition holds. */
function range(holds: (index: number) => boolean): number[] {
  const indices: number[] = [];
  while (holds(indices.length)) indices.push(indices.length);
  return indices;
}

function leaf([field, operator, value]: [string, string, string]): Fits {
  if (operator !== 'ilike') throw new Error('unknown operator');
  const wanted = field === 'rec_name' ? value : `%${value}%`;
  return (one) => like(field === 'email' ? one.email : nameOf(one), wanted, false);
}

/** Odoo's domain: `|` before two conditions, and everything after everything else is "and". */
function polish(domain: unknown[]): Fits {
  const left = [...domain];
  const next = (): Fits => {
    const term = left.shift();
    if (term !== '|') return leaf(term as [string, string, string]);
    return any([next(), next()]);
  };
  const terms: Fits[] = [];
  while (left.length > 0) terms.push(next());
  return all(terms);
}

/** Tryton's domain: lists in lists, "and" unless one begins with OR. */
function tree(domain: unknown[]): Fits {
  if (typeof domain[0] === 'string' && domain[0] !== 'OR') return leaf(domain as [string, string, string]);
  const [join, parts] = domain[0] === 'OR' ? [any, domain.slice(1)] : [all, domain];
  return join((parts as unknown[][]).map(tree));
}

/** Twenty's filter: `and(…,or(…))`. */
function called(filter: string): Fits {
  const values: Record<string, (person: Person) => string> = {
    'name.firstName': ({ first }) => first,
    'name.lastName': ({ last }) => last,
    'emails.primaryEmail': ({ email }) => email,
    'emails.additionalEmails': () => '',
  };
  const inner = /^(and|or)\((.*)\)$/s.exec(filter);
  if (inner) {
    // A comma between quotes or brackets divides nothing.
    const parts = (inner[2] ?? '').match(/(?:or|and)\([^()]*\)|[^,"]+"[^"]*"/g) ?? [];
    return (inner[1] === 'and' ? all : any)(parts.map(called));
  }
  const [, field = '', pattern = ''] = /^([\w.]+)\[i?like\]:"(.*)"$/.exec(filter) ?? [];
  const read = values[field];
  if (!read) throw new Error('unknown field');
  return (one) => like(read(one), pattern, false);
}
