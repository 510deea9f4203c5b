import type { FieldValue } from '../../lib/domain/contact/contact.ts';
import type { DemoContact } from './demo-contact.ts';
import { type DemoCountry, demoCountries } from './demo-countries.ts';

const jobs = ['Office manager', 'Owner', 'Facilities', 'Accounts', 'Site engineer', 'Reception'];
const plans = ['basic', 'comfort', 'comfort-plus'];
const channels = ['phone', 'email', 'chat', 'whatsapp', 'sms'];
const owners = ['Ana Duarte', 'Noor de Wit'];
const tags = ['Key account', 'Slow payer', 'New', 'Newsletter'];

/**
 * `count` people and companies, the same ones every time: who is made depends on the place in the list alone. Fields
 * are left out here and there, as in every real CRM.
 */
export function inventedContacts(count: number): DemoContact[] {
  return Array.from({ length: count }, (_, index) => inventedContact(index));
}

function inventedContact(index: number): DemoContact {
  const country = pick(demoCountries, index);
  const turn = Math.floor(index / demoCountries.length);
  const isCompany = turn % 9 === 8;
  const company = pick(country.companies, turn);
  const person = `${pick(country.first, turn)} ${pick(country.last, turn * 3 + 1)}`;
  const id = `C-${2001 + index}`;
  return {
    id,
    name: isCompany ? `${company}${turn > 9 ? ' II' : ''}` : person,
    kind: isCompany ? 'company' : 'person',
    identifiers: [
      { kind: 'phone', value: inventedPhone(country, turn) },
      ...(index % 4 === 3
        ? []
        : [{ kind: 'email' as const, value: `${id.toLowerCase()}@${domain(country)}` }]),
      ...(index % 11 === 5 ? [{ kind: 'instagram' as const, value: `${id.toLowerCase()}_shop` }] : []),
    ],
    fields: fieldsOf(country, turn, index, isCompany ? undefined : company),
    ...(index % 5 !== 4 && {
      last: {
        channel: pick(channels, index),
        minutesAgo: 400 + ((index * 7_919) % 130_000),
        ...(index % 3 !== 2 && { agent: pick(owners, index) }),
      },
    }),
  };
}

function fieldsOf(
  country: DemoCountry,
  turn: number,
  index: number,
  company: string | undefined,
): Record<string, FieldValue> {
  const hasContract = index % 3 === 0;
  return {
    ...(company !== undefined && turn % 4 !== 1 && { company, jobTitle: pick(jobs, index) }),
    city: pick(country.cities, turn),
    country: country.code,
    timeZone: country.timeZone,
    language: country.language,
    ...(index % 2 === 0 && { owner: pick(owners, turn) }),
    ...(hasContract && {
      plan: pick(plans, turn),
      yearlyValue: 480 + ((index * 137) % 6_000),
      units: 1 + (index % 24),
      installed: `20${15 + (index % 10)}-0${1 + (turn % 9)}-${10 + (index % 18)}`,
      smsReminders: index % 2 === 0,
    }),
    ...(index % 6 === 0 && { paymentTerms: '30', lastInvoice: String(2_100 + index) }),
    ...(index % 13 === 0 && { balanceDue: 40 + index * 3 }),
    ...(index % 7 === 0 && { tags: [pick(tags, turn)] }),
  };
}

/** The prefix, filled up with the turn; where the range is too short for all, the rest goes in front of it. */
function inventedPhone({ phone: { prefix, digits } }: DemoCountry, turn: number): string {
  const number = String(turn).padStart(digits, '0');
  return `${prefix.slice(0, prefix.length - (number.length - digits))}${number}`;
}

function domain(country: DemoCountry): string {
  return `${country.code.toLowerCase()}.example.com`;
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
