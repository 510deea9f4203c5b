import { RotateCw, Search, User } from 'lucide-preact';
import type { Resolution } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { cannotHoldWords } from '../../words/capability-words.ts';
import { crmNames } from '../../words/crm-names.ts';
import { ago } from '../../words/format-time.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { NewContactForm } from '../fields/NewContactForm.tsx';
import { UnknownHead } from '../head/UnknownHead.tsx';
import { searchedConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';
import type { BodyProps } from './body-props.ts';
import { NoCreating } from './NoCreating.tsx';

/** Nobody has this ClientID: search for the name that came with it, or fill in the form. */
export function UnmatchedBody({
  interaction,
  shown,
  crm,
}: BodyProps & { shown: Extract<Resolution, { status: 'unmatched' }> }) {
  const { store, can, canCreate, asked, focusSearch } = useView();
  const silent = new Set(interaction.silent?.map((one) => one.crm));
  const answered = searchedConnections(asked).filter(({ id }) => !silent.has(id));
  const places = answered.length > 0 ? crmNames(answered) : crm;
  const kind = shown.identifier?.kind;
  const unheld = kind && !can.identifiers.includes(kind) ? cannotHoldWords(kind, crm, can) : undefined;
  const words = viewWords();
  const { identifiers, reasons } = sharedWords();
  const name = interaction.facts.displayName && safeText(interaction.facts.displayName, 128).trim();
  const searchName = () => {
    store.search.type(interaction.key, name || '');
    focusSearch();
  };
  return (
    <>
      <UnknownHead
        interaction={interaction}
        shown={shown}
        icon={User}
        why={{
          icon: Search,
          reason:
            shown.rejected || !kind ? words.body.rejected : (unheld?.what ?? identifiers.noContactHas(kind)),
          note: [
            ...(unheld
              ? [{ mayCut: words.body.nobodyByIt }]
              : [{ mayCut: places }, ago(shown.at, store.now.value)]),
            ...(shown.unknownContactId ? [{ mayCut: reasons.unknownContactId(crm) }] : []),
          ],
          children: !unheld && (
            <button
              type="button"
              class="btn plain"
              onClick={() => void store.send({ type: 'resolve.again', key: interaction.key })}
            >
              <Icon of={RotateCw} small />
              {words.body.again}
            </button>
          ),
        }}
      />
      <button type="button" class="go" onClick={searchName}>
        <Icon of={Search} />
        <span class="cut" title={name ? words.body.searchFor(name).join('') : words.search}>
          {name ? words.body.searchFor(<bdi>{name}</bdi>) : words.search}
        </span>
        <span class="end" aria-hidden="true">
          <kbd class="only-wide">S</kbd>
        </span>
      </button>
      {canCreate ? <NewContactForm interaction={interaction} /> : <NoCreating crm={crm} />}
    </>
  );
}
