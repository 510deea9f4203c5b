import { CircleHelp, CloudOff, EyeOff, RotateCw, Search, User, UserPlus, Users } from 'lucide-preact';
import type { IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { Icon } from '../parts/Icon.tsx';
import { cannotHoldWords } from '../words/capability-words.ts';
import { ago } from '../words/format-time.ts';
import { carriersWords, channelNoun, identifierLabel, identifierNoun } from '../words/identifier-words.ts';
import { noNumberWords } from '../words/interaction-words.ts';
import { unknownContactId } from '../words/words.ts';
import { Candidates } from './Candidates.tsx';
import { NewContactForm } from './fields/NewContactForm.tsx';
import { Skeleton } from './fields/Skeleton.tsx';
import { MatchedBody } from './MatchedBody.tsx';
import { useView } from './state/view-context.ts';
import { UnknownHead } from './UnknownHead.tsx';

export interface BodyProps {
  interaction: LiveInteraction;
  /** The resolution after the wrong-person guard; nothing else may be drawn. */
  shown: Resolution;
  state: ViewState;
  crm: string;
}

/** One interaction, by how far its contact is known. */
export function InteractionBody(props: BodyProps) {
  const { shown, interaction, state, crm } = props;
  const { store, can } = useView();
  const { facts, mode, key } = interaction;
  const create = can.create && store.creates.get(key).open && (
    <NewContactForm
      interaction={interaction}
      workspace={state.workspace}
      crm={crm}
      alone={shown.status === 'matched' || (shown.status === 'failed' && shown.stale !== undefined)}
      onCancel={() => store.creates.close(key)}
    />
  );
  switch (shown.status) {
    case 'matched':
      return (
        create || (
          <MatchedBody {...props} contact={shown.contact} reason={shown.reason} freshness={shown.freshness} />
        )
      );
    case 'failed':
      if (shown.stale) return create || <MatchedBody {...props} {...shown.stale} />;
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={User}
            why={{ icon: CloudOff, reason: 'Not looked up yet', note: [noCopyWords(interaction)] }}
          />
          {create || <Ways interaction={interaction} saved />}
        </>
      );
    case 'ambiguous':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={Users}
            why={{
              icon: Users,
              voice: 'act',
              reason: carriersWords(shown.candidates.length, shown.identifier.kind),
              note: [
                { mayCut: crm },
                ago(shown.freshness.at, store.now.value),
                shown.unknownContactId ? { mayCut: unknownContactId(crm) } : 'choose who it is',
              ],
            }}
          />
          {create || (
            <Candidates
              interaction={interaction}
              candidates={shown.candidates}
              workspace={state.workspace}
              agent={state.connection.status === 'ready' ? state.connection.agent : undefined}
            />
          )}
        </>
      );
    case 'unmatched':
      return <Unmatched {...props} shown={shown} />;
    case 'withheld':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={EyeOff}
            why={{
              icon: EyeOff,
              reason: 'Not looked up',
              note: ['There is no number to look for, or to assign'],
            }}
          />
          {create || <Ways interaction={interaction} />}
        </>
      );
    case 'no-number':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={CircleHelp}
            why={{ icon: CircleHelp, reason: 'Not looked up', note: [noNumberWords(interaction)] }}
          />
          {create || <Ways interaction={interaction} />}
        </>
      );
    case 'resolving':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={null}
            why={{
              icon: Search,
              voice: 'act',
              reason: `Looking in ${crm}`,
              note: [lookingWords(shown, store.now.value)],
            }}
          />
          <Skeleton workspace={state.workspace} facts={facts} mode={mode} />
        </>
      );
    case 'idle':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={User}
            why={{
              icon: CircleHelp,
              reason: 'Nothing to look for yet',
              note: [`The host has not said who this ${channelNoun(facts.channel)} is with`],
            }}
          />
          {create || <Ways interaction={interaction} />}
        </>
      );
  }
}

/** What can be done without a match: search, or create. */
function Ways({ interaction, saved }: { interaction: LiveInteraction; saved?: boolean }) {
  const { store, can, focusSearch } = useView();
  return (
    <>
      <button type="button" class="go" onClick={focusSearch}>
        <Icon of={Search} />
        <span>{saved || !can.search ? 'Search saved copies' : 'Search contacts'}</span>
        <span class="end" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      {can.create && (
        <button type="button" class="go" onClick={() => store.creates.open(interaction.key)}>
          <Icon of={UserPlus} />
          <span>New contact</span>
          <span class="end" aria-hidden="true">
            <kbd>C</kbd>
          </span>
        </button>
      )}
    </>
  );
}

function Unmatched({
  interaction,
  shown,
  state,
  crm,
}: BodyProps & { shown: Extract<Resolution, { status: 'unmatched' }> }) {
  const { store, can, focusSearch } = useView();
  const kind = shown.identifier?.kind;
  const unheld = kind && !can.identifiers.includes(kind) ? cannotHoldWords(kind, crm, can) : undefined;
  const noun = shown.identifier && identifierNoun(shown.identifier.kind);
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
            shown.rejected || !noun
              ? 'Not this person, as you said'
              : (unheld?.what ?? `No contact has this ${noun}`),
          note: [
            ...(unheld
              ? [{ mayCut: 'Nobody can be found by it' }]
              : [{ mayCut: crm }, ago(shown.at, store.now.value)]),
            ...(shown.unknownContactId ? [{ mayCut: unknownContactId(crm) }] : []),
          ],
          children: !unheld && (
            <button
              type="button"
              class="btn plain"
              onClick={() => void store.send({ type: 'resolve.again', key: interaction.key })}
            >
              <Icon of={RotateCw} small />
              Again
            </button>
          ),
        }}
      />
      <button type="button" class="go" onClick={searchName}>
        <Icon of={Search} />
        <span class="cut">
          {name ? (
            <>
              Search “<bdi>{name}</bdi>”
            </>
          ) : (
            'Search contacts'
          )}
        </span>
        <span class="end" aria-hidden="true">
          <kbd class="only-wide">S</kbd>
        </span>
      </button>
      {can.create ? (
        <NewContactForm interaction={interaction} workspace={state.workspace} crm={crm} />
      ) : (
        <p class="small quiet aside">New contacts are made in {crm} itself.</p>
      )}
    </>
  );
}

function lookingWords(
  { by, identifier, since }: Extract<Resolution, { status: 'resolving' }>,
  now: number,
): string {
  const what = by === 'contact-id' ? 'ContactID' : identifier ? byWords(identifier.kind) : 'client ID';
  const seconds = Math.floor((now - since) / 1_000);
  return seconds < 1 ? `by ${what}` : `by ${what}, ${seconds} s`;
}

function noCopyWords({ identifier }: LiveInteraction): string {
  return identifier ? `No saved copy of this ${identifierNoun(identifier.kind)}` : 'No saved copy';
}

function byWords(kind: IdentifierKind): string {
  return kind === 'phone' || kind === 'email' ? identifierLabel(kind).toLowerCase() : identifierNoun(kind);
}
