import { type Answered, crmFetch } from './crm-fetch.ts';
import { fitsFilter, TwentyRefusal } from './twenty-filter.ts';

/** `phones` of a person, as the API lets them in: nothing of it is sure to be there. */
export type TwentyPhones = Record<string, unknown>;

const updatedAt = '2026-11-20T21:55:42.946Z';

/** Twenty with a person for each of these phones, *Jane Example 1* and on. Its filters are evaluated as its database does. */
export function fakeTwenty(phones: readonly TwentyPhones[]): typeof globalThis.fetch {
  const people = phones.map((own, index) => ({
    id: `20202020-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    name: { firstName: 'Jane', lastName: `Example ${index + 1}` },
    phones: own,
    emails: { primaryEmail: '', additionalEmails: null },
    ...{ companyId: null, createdAt: updatedAt, updatedAt, deletedAt: null },
  }));

  const list = (filter: string): Answered => {
    try {
      const found = people.filter((person) => fitsFilter(filter, (field) => columnOf(person, field)));
      return {
        body: { data: { people: found }, totalCount: found.length, pageInfo: { hasNextPage: false } },
      };
    } catch (error) {
      if (!(error instanceof TwentyRefusal)) throw error;
      return {
        status: 400,
        body: { statusCode: 400, error: 'BadRequestException', messages: [error.message] },
      };
    }
  };

  return crmFetch(({ url }) => {
    const { pathname, searchParams } = url;
    if (pathname.endsWith('/rest/metadata/objects')) return { body: { data: { objects: [] } } };
    if (pathname.endsWith('/metadata'))
      return { body: { data: { currentWorkspace: { id: 'w1', displayName: 'Example' } } } };
    if (pathname.endsWith('/rest/people')) return list(searchParams.get('filter') ?? '');
    const person = people.find(({ id }) => pathname.endsWith(`/rest/people/${id}`));
    if (person) return { body: { data: { person } } };
    const [, plural] = /\/rest\/(\w+)$/.exec(pathname) ?? [];
    if (plural !== undefined) return { body: { data: { [plural]: [] } } };
    return { status: 400, body: { statusCode: 400, error: 'BadRequestException', messages: ['not there'] } };
  });
}

/** A composite's part as a column; what is a list there is JSON, and compared as PostgreSQL writes it. */
function columnOf(person: object, field: string): string | null | undefined {
  let value: unknown = person;
  const path = field.split('.');
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (!Object.hasOwn(value, part)) return path.length > 1 && value !== person ? null : undefined;
    value = Reflect.get(value, part);
  }
  if (typeof value === 'object' && value !== null) return jsonb(value);
  return value === null || value === undefined ? null : String(value);
}

/** As `jsonb::text` has it: blanks behind signs, shorter keys first. */
function jsonb(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonb).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}: ${jsonb(one)}`).join(', ')}}`;
}
