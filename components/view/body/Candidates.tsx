import { Search, UserPlus } from 'lucide-preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { crmOfRef } from '../../../lib/domain/contact/contact-ref.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Initials } from '../../parts/Initials.tsx';
import { contactName } from '../../words/contact-words.ts';
import { crmNamesOf } from '../../words/crm-names.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { type Fact, tellingFacts } from '../search/telling-facts.ts';
import { creatingConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';

/** Several contacts have this ClientID: the agent chooses; nothing is chosen by itself (A5). */
export function Candidates(props: {
  interaction: LiveInteraction;
  candidates: Contact[];
  /** There are others who are not among them. */
  more: boolean;
}) {
  const { interaction, candidates, more } = props;
  const { store, asked, focusSearch } = useView();
  const words = viewWords();
  const facts = tellingFacts(candidates, { connections: asked, now: store.now.value });
  const several = new Set(candidates.map(({ id }) => crmOfRef(id))).size > 1;
  const placeOf = ({ id }: Contact): Fact[] =>
    several ? [{ text: `· ${crmNamesOf(asked, [id])}`, telling: true }] : [];
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: without list bullets some browsers forget that this is a list */}
      <ol class="people" role="list" aria-label={words.candidates.list}>
        {candidates.map((contact, index) => (
          <li key={contact.id}>
            {beginsGroup(candidates, index) && <OfOrganisation candidates={candidates} of={contact} />}
            <button
              type="button"
              class="pick key"
              onClick={() =>
                void store.send({ type: 'contact.choose', key: interaction.key, contactId: contact.id })
              }
            >
              {index < 9 ? <kbd>{index + 1}</kbd> : <span />}
              <Initials contact={contact} medium />
              <span>
                <b>
                  <bdi>{contactName(contact)}</bdi>
                </b>
                <Facts facts={facts[index]?.who ?? []} joint=", " />
                <Facts facts={[...(facts[index]?.last ?? []), ...placeOf(contact)]} joint=" " />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div class="keys">
        <span>{more ? words.candidates.more(candidates.length) : words.candidates.none}</span>
        <button type="button" class="btn" onClick={focusSearch}>
          <Icon of={Search} small />
          {words.candidates.search}
        </button>
        {creatingConnections(asked).length > 0 && (
          <button type="button" class="btn" onClick={() => store.creates.open(interaction.key)}>
            <Icon of={UserPlus} small />
            {words.newContact}
          </button>
        )}
      </div>
    </>
  );
}

/** The first of an organisation's people. */
function beginsGroup(candidates: Contact[], index: number): boolean {
  const via = candidates[index]?.via;
  return via !== undefined && candidates[index - 1]?.via?.id !== via.id;
}

/** Over those who were found by the number of their organisation: which of them calls, nobody knows. */
function OfOrganisation({ candidates, of: { via } }: { candidates: Contact[]; of: Contact }) {
  const people = candidates.filter((one) => via !== undefined && one.via?.id === via.id).length;
  const name = safeText(via?.name ?? '', 128) || sharedWords().identifiers.anOrganisation;
  return <p class="small quiet of">{viewWords().candidates.peopleOf(<bdi>{name}</bdi>, people)}</p>;
}

function Facts({ facts, joint }: { facts: Fact[]; joint: string }) {
  return (
    <span class="facts">
      {facts.map((fact, index) => (
        <span key={fact.text}>
          {index > 0 && joint}
          {fact.telling ? (
            <em>
              <bdi>{fact.text}</bdi>
            </em>
          ) : (
            <bdi>{fact.text}</bdi>
          )}
        </span>
      ))}
    </span>
  );
}
