import type { Crm } from '../../../lib/crms/crm.ts';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { normaliseIdentifier } from '../../../lib/domain/contact/normalise-identifier.ts';
import { parsePhone } from '../../../lib/domain/numbers/phone.ts';
import { optionsWords } from '../../words/options-words.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';
import type { TestLine } from './test-line.ts';
import { timed } from './timed.ts';

interface Parts {
  /** That were read already. */
  contacts: Contact[];
  /** In which the CRM's national numbers are read. */
  region: string;
  options: { signal?: AbortSignal };
}

/** What else names are likely to hold, should nobody with an "a" have a number. */
const moreSearches = ['e', 'o', 'i'];
const mostWhole = 3;

/**
 * Takes a real contact and looks for it by its number, spelled as somebody else would type it. The answer is for the eyes
 * of the person who tests: it is shown and kept nowhere.
 */
export async function testPhoneSearch(crm: Crm, { contacts, region, options }: Parts): Promise<TestLine> {
  const words = optionsWords().test;
  const example = await withPhone(crm, contacts, options);
  if (!example)
    return {
      verdict: 'none',
      text: words.phoneSearch,
      advice: words.noNumber,
      note: words.notTried,
    };
  const { typed, identifier } = spelledOtherwise(example.number, region);
  const found = await timed(() => crm.findByIdentifier(identifier, options));
  const who = shortName(example.contact.name);
  // Isolated, so that a number keeps its order in a page that reads from right to left.
  const number = `\u2066${typed}\u2069`;
  if (!found.ok) {
    const { text, advice } = crmErrorWords(found.error);
    return {
      verdict: 'bad',
      text: words.phoneSearchFails,
      advice: words.failure(text, advice),
      ms: found.ms,
    };
  }
  if (!found.value.some(({ id }) => id === example.contact.id))
    return {
      verdict: 'bad',
      text: words.isNotFound(who, number),
      advice: words.notFoundMeans,
      ms: found.ms,
    };
  const others = found.value.length - 1;
  return {
    verdict: 'ok',
    text: words.isFound(who, number),
    ...(others > 0 && { advice: words.withOthers(others) }),
    ms: found.ms,
  };
}

async function withPhone(crm: Crm, read: Contact[], options: Parts['options']) {
  const first = numbered(read);
  if (first) return first;
  // Lists of some CRMs leave numbers out.
  for (const { id } of read.slice(0, mostWhole)) {
    const whole = await timed(() => crm.getContact(id, options));
    const found = whole.ok && whole.value && numbered([whole.value]);
    if (found) return found;
  }
  for (const query of moreSearches) {
    const more = await timed(() => crm.search(query, options));
    const found = more.ok && numbered(more.value.contacts);
    if (found) return found;
  }
  return undefined;
}

function numbered(contacts: Contact[]): { contact: Contact; number: string } | undefined {
  for (const contact of contacts) {
    const number = contact.identifiers.find(({ kind }) => kind === 'phone')?.value;
    if (number !== undefined) return { contact, number };
  }
  return undefined;
}

/** National where the CRM reads it so, else with 00 and spaces; normalised again as a host's number is. */
function spelledOtherwise(number: string, region: string) {
  const phone = parsePhone(number, region);
  const other = phone?.country === region ? phone.nationalDisplay : `00 ${phone?.display.slice(1)}`;
  const typed = phone ? other : number;
  const own = { kind: 'phone', value: number } as const;
  return { typed, identifier: normaliseIdentifier({ kind: 'phone', value: typed }, { region }) ?? own };
}

/** Enough to recognise, such as "Anna K…". */
function shortName(name: string): string {
  const [first = '', second] = name.trim().split(/\s+/);
  return second ? `${first} ${[...second][0]}…` : first;
}
