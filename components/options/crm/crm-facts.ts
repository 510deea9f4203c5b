import type { CrmTried, OfferedCrm } from '../../../lib/crms/crm.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { crmFieldWords, crmPlan } from '../../words/options/crm-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import type { Verdict } from '../parts/Sign.tsx';

/** What to know of a CRM before agents work with it. */
export interface CrmFact {
  verdict: Verdict;
  text: string;
  advice?: string;
}

const verdicts: Record<CrmTried, Verdict> = {
  'running-product': 'ok',
  'recorded-exchanges': 'ok',
  'published-contract': 'warn',
  'documents-only': 'warn',
};

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kinds = [
  'phone',
  'email',
  'instagram',
  'facebook',
  'telegram',
  'whatsapp',
  'username',
  'other',
] as const;
const doings = ['create', 'update', 'search', 'link', 'move', 'unlink'] as const;

/** How the connector was tried, and what this CRM cannot do. `capabilities` where the form is filled in enough to tell. */
export function crmFacts(
  connector: Pick<OfferedCrm, 'id' | 'tried' | 'form'>,
  capabilities: CrmCapabilities | undefined,
): CrmFact[] {
  const words = optionsWords().test;
  const facts: CrmFact[] = [{ verdict: verdicts[connector.tried], text: words.tried[connector.tried] }];
  const plan = crmPlan(connector.id);
  if (plan !== undefined) facts.push({ verdict: 'none', text: words.lookup, advice: plan });
  if (!capabilities) return facts;
  const cannot = doings.filter((can) => !capabilities[can]);
  if (cannot.length > 0) facts.push({ verdict: 'warn', text: words.cannot(cannot) });
  const missing = kinds.filter((kind) => !capabilities.identifiers.includes(kind));
  if (missing.length > 0)
    facts.push({
      verdict: 'warn',
      text: words.cannotHold(missing),
      advice: holding(connector),
    });
  if (!capabilities.guarded)
    facts.push({
      verdict: 'warn',
      text: words.unguarded,
      advice: words.laterHolds,
    });
  else if (!capabilities.comparesVersions && (capabilities.update || capabilities.link))
    facts.push({ verdict: 'none', text: words.almostGuarded, advice: words.numbersAreKept });
  if (capabilities.searchesInAddress)
    facts.push({
      verdict: 'warn',
      text: words.searchesInAddress,
      advice: words.inLogs,
    });
  return facts;
}

function holding({ id, form }: Pick<OfferedCrm, 'id' | 'form'>): string {
  const field = form.find(({ key }) => key === 'otherFields');
  const { makeField, byHand } = optionsWords().test;
  return field ? makeField(crmFieldWords(id, field.key).label) : byHand;
}
