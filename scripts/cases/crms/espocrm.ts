import { type Answered, crmFetch } from './crm-fetch.ts';
import { EspoRefusal, type EspoValues, fits, whereOf } from './espo-condition.ts';
import type { FakeContact } from './fake-contact.ts';

const modifiedAt = '2026-11-20 21:44:00';

/**
 * EspoCRM without international numbers, with these contacts. Its conditions are evaluated as its database does: a number is
 * compared as it is typed, over all numbers of the contact, and `phoneNumberNumeric` is what stands there without everything
 * that is no ASCII digit (application/Espo/Core/Utils/Database/Orm/FieldConverters/Phone.php, read 2026-11-30). Its lists
 * hold the primary number alone.
 */
export function fakeEspocrm(held: readonly FakeContact[]): typeof globalThis.fetch {
  const contacts = held.map(contactOf);

  const list = (query: URLSearchParams): Answered => {
    try {
      const where = whereOf(query);
      const hits = contacts.filter(({ values }) => fits(where, values)).map(({ listed }) => listed);
      return { body: { total: hits.length, list: hits } };
    } catch (error) {
      if (!(error instanceof EspoRefusal)) throw error;
      return { status: 400, body: '', headers: { 'X-Status-Reason': error.message } };
    }
  };

  return crmFetch(({ method, url }) => {
    const [, entity = '', id] = /\/api\/v1\/(\w+)(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
    if (method !== 'GET') return { status: 405, body: '' };
    if (entity === 'Metadata' || entity === 'I18n') return { body: {} };
    if (entity === 'App') return { body: { user: { id: 'u1', name: 'Ana Duarte' } } };
    if (id === undefined)
      return entity === 'Contact' ? list(url.searchParams) : { body: { total: 0, list: [] } };
    const whole = contacts.find(({ listed }) => entity === 'Contact' && listed.id === id)?.whole;
    return whole ? { body: whole } : { status: 404, body: '' };
  });
}

function contactOf({ name, stored, country, odd }: FakeContact, index: number) {
  const [firstName = '', ...last] = name.split(' ');
  const listed = {
    ...{ id: `c${index}`, name, firstName, lastName: last.join(' '), modifiedAt, deleted: false },
    phoneNumber: stored[0] ?? null,
    emailAddress: null,
    addressCountry: country ?? null,
  };
  const whole = {
    ...listed,
    phoneNumberData: stored.map((phoneNumber, at) => ({
      ...{ phoneNumber, type: 'Mobile', primary: at === 0, optOut: false, invalid: false },
    })),
    emailAddressData: [],
    ...odd,
  };
  const values: EspoValues = {
    name: [name],
    phoneNumber: stored,
    phoneNumberNumeric: stored.map((number) => number.replace(/[^0-9]/g, '')),
    emailAddress: [],
    accountName: [],
  };
  return { listed, whole, values };
}
