import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import { optionsWords } from '../../words/options-words.ts';
import { Sign } from '../parts/Sign.tsx';
import type { CrmDraft } from '../state/crm-draft.ts';
import { readDraft } from '../state/crm-draft.ts';
import { crmFacts } from './crm-facts.ts';

/** What to know of the CRM that is chosen, as far as the form says enough. */
export function CrmFacts({ crms, draft }: { crms: readonly OfferedCrm[]; draft: CrmDraft }) {
  const connector = crms.find(({ id }) => id === draft.connector);
  if (!connector) return null;
  const read = readDraft(draft, connector);
  const facts = crmFacts(connector, read.ok ? connector.capabilities(read.settings) : undefined);
  return (
    <section class="crmfacts" aria-label={optionsWords().crm.know(connector.label)}>
      <ul>
        {facts.map(({ verdict, text, advice }) => (
          <li key={text}>
            <Sign verdict={verdict} />
            <span>
              {text}
              {advice && <span class="also">{advice}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
