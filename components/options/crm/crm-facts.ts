import type { CrmTried, OfferedCrm } from '../../../lib/crms/crm.ts';
import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { Verdict } from '../parts/Sign.tsx';

/** What to know of a CRM before agents work with it. */
export interface CrmFact {
  verdict: Verdict;
  text: string;
  advice?: string;
}

const tried: Record<CrmTried, CrmFact> = {
  'running product': { verdict: 'ok', text: 'Tried on the running product' },
  'recorded exchanges': { verdict: 'ok', text: 'Tried on exchanges recorded from the running product' },
  'published contract': {
    verdict: 'warn',
    text: 'Built from the published contract, not tried on the service',
  },
  'documents only': { verdict: 'warn', text: 'Built from the documents, not tried on the service' },
};

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Partial<Record<IdentifierKind, string>> = {
  phone: 'phone numbers',
  email: 'e-mail addresses',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp ids',
  username: 'user names',
  other: 'other client IDs',
};

const doings: [can: 'create' | 'update' | 'search' | 'link' | 'move' | 'unlink', words: string][] = [
  ['create', 'create contacts'],
  ['update', 'change fields'],
  ['search', 'search by name'],
  ['link', 'add a number or address to a contact'],
  ['move', 'move one from contact to contact'],
  ['unlink', 'take one off a contact'],
];

/** How the connector was tried, and what this CRM cannot do. `capabilities` where the form is filled in enough to tell. */
export function crmFacts(
  connector: Pick<OfferedCrm, 'tried' | 'form'>,
  capabilities: CrmCapabilities | undefined,
): CrmFact[] {
  const facts = [tried[connector.tried]];
  if (!capabilities) return facts;
  const cannot = doings.filter(([can]) => !capabilities[can]).map(([, words]) => words);
  if (cannot.length > 0) facts.push({ verdict: 'warn', text: `Cannot ${list(cannot, 'or')}` });
  const missing = Object.entries(kindNames)
    .filter(([kind]) => !capabilities.identifiers.some((held) => held === kind))
    .map(([, words]) => words);
  if (missing.length > 0)
    facts.push({
      verdict: 'warn',
      text: `Cannot hold ${list(missing, 'or')}`,
      advice: holding(connector.form),
    });
  if (!capabilities.guarded)
    facts.push({
      verdict: 'warn',
      text: 'Does not notice that two people change one contact',
      advice: 'The later change holds.',
    });
  if (capabilities.searchesInAddress)
    facts.push({
      verdict: 'warn',
      text: 'Takes searches in the address',
      advice:
        'Its own access log, and that of a proxy before it, may hold the numbers and names that were looked for.',
    });
  return facts;
}

function holding(form: OfferedCrm['form']): string {
  const field = form.find(({ key }) => key === 'otherFields');
  return field
    ? `Make a text field for them in the CRM and name it above, at “${field.label}”.`
    : 'Who comes with one of these is chosen by hand each time.';
}

function list(words: string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
