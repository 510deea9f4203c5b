import { CircleHelp, CloudOff, EyeOff, Search, User, Users } from 'lucide-preact';
import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import { carriersWords } from '../../words/carriers-words.ts';
import { crmNames, crmNamesOf } from '../../words/crm-names.ts';
import { ago } from '../../words/format-time.ts';
import { noNumberWords } from '../../words/interaction-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { NewContactForm } from '../fields/NewContactForm.tsx';
import { Skeleton } from '../fields/Skeleton.tsx';
import { UnknownHead } from '../head/UnknownHead.tsx';
import { searchedConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';
import type { BodyProps } from './body-props.ts';
import { Candidates } from './Candidates.tsx';
import { MatchedBody } from './MatchedBody.tsx';
import { NowBones } from './NowSlot.tsx';
import { UnmatchedBody } from './UnmatchedBody.tsx';
import { Ways } from './Ways.tsx';

/** One interaction, by how far its contact is known. */
export function InteractionBody(props: BodyProps) {
  const { shown, interaction, crm } = props;
  const { store, canCreate, asked, connection } = useView();
  const workspace = connection?.workspace ?? null;
  const { facts, mode, key } = interaction;
  const { body: words } = viewWords();
  const { reasons } = sharedWords();
  const create = canCreate && store.creates.get(key).open && (
    <NewContactForm
      interaction={interaction}
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
            why={{ icon: CloudOff, reason: words.notLookedUpYet, note: [noCopyWords(interaction)] }}
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
              reason: carriersWords(shown.candidates, shown.identifier.kind, shown.more),
              note: [
                {
                  mayCut: crmNamesOf(
                    asked,
                    shown.candidates.map(({ id }) => id),
                  ),
                },
                ago(shown.freshness.at, store.now.value),
                shown.unknownContactId ? { mayCut: reasons.unknownContactId(crm) } : words.choose,
              ],
            }}
          />
          {create || (
            <Candidates interaction={interaction} candidates={shown.candidates} more={shown.more === true} />
          )}
        </>
      );
    case 'unmatched':
      return <UnmatchedBody {...props} shown={shown} />;
    case 'withheld':
      return (
        <>
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={EyeOff}
            why={{
              icon: EyeOff,
              reason: reasons.notLookedUp,
              note: [words.nothingToLookFor],
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
            why={{ icon: CircleHelp, reason: reasons.notLookedUp, note: [noNumberWords(interaction)] }}
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
              reason: reasons.lookingIn(crmNames(searchedConnections(asked))),
              note: [lookingWords(shown, store.now.value)],
            }}
          />
          <NowBones />
          <Skeleton workspace={workspace} facts={facts} mode={mode} />
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
              reason: reasons.nothingYet,
              note: [words.hostHasNotSaid(facts.channel)],
            }}
          />
          {create || <Ways interaction={interaction} />}
        </>
      );
  }
}

function lookingWords(
  { by, identifier, since }: Extract<Resolution, { status: 'resolving' }>,
  now: number,
): string {
  const { lookingBy, lookingFor } = viewWords().body;
  const what = by === 'contact-id' ? by : identifier?.kind;
  const seconds = Math.floor((now - since) / 1_000);
  return seconds < 1 ? lookingBy(what) : lookingFor(what, seconds);
}

function noCopyWords({ identifier }: LiveInteraction): string {
  return identifier ? sharedWords().identifiers.noCopyOf(identifier.kind) : viewWords().body.noCopy;
}
