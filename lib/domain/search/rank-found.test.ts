import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { rankFound } from './rank-found.ts';

function contact(name: string, more: Partial<Contact> = {}): Contact {
  return {
    id: name,
    name,
    kind: 'person',
    identifiers: [],
    fields: {},
    version: '1',
    updatedAt: '2026-11-02T09:00:00+01:00',
    ...more,
  };
}

const ranked = (query: string, ...contacts: Contact[]) =>
  rankFound(query, contacts).contacts.map(({ name }) => name);
const why = (query: string, one: Contact) => rankFound(query, [one]).why[one.id];
const email = { kind: 'email', value: 'e.marchand@vauban.example' } as const;
const phone = { kind: 'phone', value: '+33199004217' } as const;

describe('the order of what was found', () => {
  it('is the whole name, what begins so, what holds it within, what would but for a mistake', () => {
    const names = ['Anya Berg', 'Johanna Bergson', 'Anna Bergson', 'Berg Annabel', 'Anna Berg'];
    expect(ranked('anna berg', ...names.map((name) => contact(name)))).toEqual([
      'Anna Berg',
      'Anna Bergson',
      'Berg Annabel',
      'Johanna Bergson',
      'Anya Berg',
    ]);
  });

  it('takes the whole name in any order, without accents', () => {
    const whole = contact('Zoë-Łucja Çelik-Żółć');
    expect(ranked('celik-zolc zoe-lucja', contact('Zoe Lucja Celik-Zolc Senior'), whole)[0]).toBe(whole.name);
  });

  it('puts a whole number or address first, and the name before everything else', () => {
    const company = contact('Somebody', { fields: { company: 'Marchand' } });
    expect(ranked('marchand', company, contact('Ana Marchand'))).toEqual(['Ana Marchand', 'Somebody']);
    const whole = contact('Élodie', { identifiers: [email] });
    const longer = contact('Longer', { identifiers: [{ kind: 'email', value: `x${email.value}` }] });
    expect(ranked(email.value, longer, whole)).toEqual(['Élodie', 'Longer']);
  });

  it('is the CRM’s own among equals, and loses nobody whom it cannot explain', () => {
    const found = ['Bea Reis', 'Ana Reis', 'Unknown', 'Caio Reis'].map((name) => contact(name));
    expect(ranked('reis', ...found)).toEqual(['Bea Reis', 'Ana Reis', 'Caio Reis', 'Unknown']);
  });
});

describe('why somebody was found', () => {
  const elodie = contact('Élodie Marchand', {
    identifiers: [email, phone],
    fields: { company: 'Vauban', note: 'Prefers mornings', jobTitle: 'Buyer' },
  });

  it.each<[string, object]>([
    ['march elo', { by: 'name' }],
    ['marchnad', { by: 'name', mistyped: true }],
    ['elodei marchand', { by: 'name', mistyped: true }],
    ['vauban', { by: 'field', key: 'company' }],
    ['elodie vauban', { by: 'field', key: 'company' }],
    ['mornings', { by: 'field', key: 'note' }],
    ['e.marchand@vauban.example', { by: 'identifier', identifier: email }],
    ['vauban.example', { by: 'identifier', identifier: email }],
    ['01 99 00 42 17', { by: 'identifier', identifier: phone }],
    ['elodie 4217', { by: 'identifier', identifier: phone }],
    ['pierre', { by: 'elsewhere' }],
  ])('is said of %j', (query, by) => {
    expect(why(query, elodie)).toEqual(by);
  });

  it('is no mistake where a word is short, or is a number', () => {
    expect(why('an', contact('Bo Li'))).toEqual({ by: 'elsewhere' });
    expect(why('0199004218', elodie)).toEqual({ by: 'elsewhere' });
  });
});
