import { CircleCheck, Clock, User, UserPlus } from 'lucide-preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Freshness, MatchReason } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { crmNamesOf } from '../../words/crm-names.ts';
import { clockTime } from '../../words/format-time.ts';
import { campaignWords } from '../../words/interaction-words.ts';
import { freshnessWords, reasonNotes, reasonWords, staleWords } from '../../words/reason-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { NameEditor, NamePen } from '../fields/NameEditor.tsx';
import { Sections } from '../fields/Sections.tsx';
import { ContactHead } from '../head/Head.tsx';
import { rejectContact } from '../state/reject-contact.ts';
import { useView } from '../state/view-context.ts';
import { AssignQuestion } from './AssignQuestion.tsx';
import type { BodyProps } from './body-props.ts';
import { NowSlot } from './NowSlot.tsx';

/** The contact of an interaction, read from the CRM or, where it fails, from a saved copy. */
export function MatchedBody(
  props: BodyProps & { contact: Contact; reason: MatchReason; freshness: Freshness },
) {
  const { interaction, shown, crm, contact, reason, freshness } = props;
  const view = useView();
  const now = view.store.now.value;
  const matched = shown.status === 'matched' ? shown : undefined;
  const changed = matched?.changed ?? {};
  const was = typeof changed.name === 'string' ? safeText(changed.name, 64) : undefined;
  const places = crmNamesOf(view.asked, [contact.id, ...(matched?.alsoIn ?? [])]);
  const notes = reasonNotes(reason, crm).map((mayCut) => ({ mayCut }));
  const { identifier, facts } = interaction;
  return (
    <>
      <ContactHead
        contact={contact}
        tools={<NamePen contact={contact} scope={interaction.key} />}
        now={now}
        campaign={campaignWords(interaction)}
        was={was}
        why={{
          icon: matched ? reasonIcon(reason) : Clock,
          voice: matched ? (reason.by === 'chosen' || reason.by === 'created' ? 'act' : 'ok') : 'stale',
          reason: matched ? reasonWords(reason) : staleWords(freshness, now),
          note: matched
            ? [{ mayCut: places }, freshnessWords(freshness, now), ...notes]
            : [reasonWords(reason), ...notes, { mayCut: places }],
          children: (
            <button
              type="button"
              class="btn plain"
              onClick={() => rejectContact(view, interaction.key, contact.id)}
            >
              {viewWords().notThisPerson}{' '}
              <span class="only-wide" aria-hidden="true">
                <kbd>N</kbd>
              </span>
            </button>
          ),
        }}
      />
      <NowSlot contact={contact} crm={crm} />
      <NameEditor key={contact.id} contact={contact} scope={interaction.key} crm={crm} />
      {matched?.assignment && (
        <AssignQuestion
          interaction={interaction}
          contact={contact}
          crm={crm}
          assignment={matched.assignment}
        />
      )}
      <Sections
        key={contact.id}
        contact={contact}
        scope={interaction.key}
        workspace={view.connection?.workspace ?? null}
        facts={facts}
        mode={interaction.mode}
        crm={crm}
        own={identifier && { identifier, channel: facts.channel }}
        changed={changed}
        copy={matched ? undefined : clockTime(freshness.at)}
      />
    </>
  );
}

function reasonIcon(reason: MatchReason) {
  if (reason.by === 'chosen') return User;
  return reason.by === 'created' ? UserPlus : CircleCheck;
}
