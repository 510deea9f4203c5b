import {
  CircleCheck,
  CircleHelp,
  Clock,
  CloudOff,
  EyeOff,
  Lock,
  type LucideIcon,
  Search,
  User,
  Users,
  X,
} from 'lucide-preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { connectionOf, connectionsFor } from '../../lib/domain/interaction/connections-of.ts';
import type { LiveInteraction, Resolution } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import type { ViewLink } from '../../lib/engine/commands/commands.ts';
import { channelIcon } from '../parts/channel-icon.ts';
import { Icon } from '../parts/Icon.tsx';
import { ContactHead } from '../view/head/Head.tsx';
import { shownResolution } from '../view/state/shown-resolution.ts';
import { announcement } from '../words/announcement.ts';
import { carriersWords } from '../words/carriers-words.ts';
import { crmNames } from '../words/crm-names.ts';
import { shownContact } from '../words/interaction-title.ts';
import { campaignWords, kindWords, noNumberWords, stateWords } from '../words/interaction-words.ts';
import { lineState } from '../words/line-state.ts';
import '../styles/card.css';
import { everySecond } from '../parts/every-second.ts';
import { UnknownHead } from '../view/head/UnknownHead.tsx';
import { reasonWords, staleWords } from '../words/reason-words.ts';
import { sharedWords } from '../words/shared-words.ts';

export interface ContactCardProps {
  /** Only listened to: the card sends nothing. Must stay the same object as long as the card lives. */
  link: Pick<ViewLink, 'subscribe'>;
  /** The interaction the card is for; without it, the one in front. */
  interactionKey?: string;
  onHide: () => void;
  onOpen: () => void;
  /** Epoch milliseconds; for pictures and tests. */
  clock?: () => number;
}

/** The card over a host page, 340 by 180: who, why, how it stands. Shows only; draws nothing without an interaction. */
export function ContactCard({ link, interactionKey, onHide, onOpen, clock = Date.now }: ContactCardProps) {
  const [current, setCurrent] = useState<ViewState | null>(null);
  const [now, setNow] = useState(clock);
  useLayoutEffect(() => {
    const life = new AbortController();
    link.subscribe(setCurrent, life.signal);
    everySecond(life.signal, () => setNow(clock()));
    return () => life.abort();
  }, [link, clock]);
  const key = interactionKey ?? current?.front;
  const interaction = current?.interactions.find((one) => one.key === key);
  if (!current || !interaction) return null;
  const { card, contact: contactLabel } = sharedWords();
  const asked = connectionsFor(current, interaction.source.origin);
  const ready = asked.some(({ status }) => status === 'ready');
  const shown: Resolution = ready ? shownResolution(interaction) : { status: 'idle' };
  const known = shownContact(shown);
  const places = known && connectionOf(current, known.id);
  const crm = places?.crm ?? crmNames(ready ? asked.filter(({ status }) => status === 'ready') : asked);
  const why = ready
    ? whyWords(interaction, shown, crm, now)
    : {
        icon: Lock,
        words: asked.length > 0 ? card.signedOut(crm) : card.noCrm,
      };
  const contact = known;
  const hide = (
    <button type="button" class="btn icon sm" aria-label={card.hide} onClick={onHide}>
      <Icon of={X} small />
    </button>
  );
  return (
    <main>
      <section class="card" aria-label={contactLabel}>
        <span class="line on" data-state={lineState(interaction)} />
        <p class="hide" role="status">
          {ready && announcement(shown)}
        </p>
        {contact ? (
          <ContactHead key={`${interaction.key} ${contact.id}`} contact={contact} now={now} end={hide} />
        ) : (
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={shown.status === 'resolving' ? null : why.icon}
            end={hide}
          />
        )}
        <State interaction={interaction} now={now} />
        <div class="cardfoot">
          <span class="save">
            <Icon of={why.icon} small />
            <span class="cut" title={why.words}>
              {why.words}
            </span>
          </span>
          <button type="button" class="btn end" onClick={onOpen}>
            {card.open}
          </button>
        </div>
      </section>
    </main>
  );
}

function State({ interaction, now }: { interaction: LiveInteraction; now: number }) {
  const { spoken, word, time, ended, why } = stateWords(interaction, now);
  const campaign = campaignWords(interaction);
  return (
    <div class="stands">
      <Icon of={channelIcon(interaction.facts.channel, interaction.facts.direction)} />
      <div>
        <p class="cut">
          {[[word ?? spoken, time].filter(Boolean).join(' '), ended].filter(Boolean).join(' · ')}
          {campaign && (
            <>
              {' · '}
              <bdi>{campaign}</bdi>
            </>
          )}
        </p>
        <small>{[kindWords(interaction), why].filter(Boolean).join(' · ')}</small>
      </div>
    </div>
  );
}

function whyWords(
  interaction: LiveInteraction,
  shown: Resolution,
  crm: string,
  now: number,
): { icon: LucideIcon; words: string } {
  const { reasons, identifiers, card } = sharedWords();
  switch (shown.status) {
    case 'matched':
      return { icon: CircleCheck, words: `${reasonWords(shown.reason)} · ${crm}` };
    case 'ambiguous':
      return {
        icon: Users,
        words: carriersWords(shown.candidates, shown.identifier.kind, shown.more),
      };
    case 'unmatched':
      return shown.identifier && !shown.rejected
        ? { icon: Search, words: identifiers.noContactHas(shown.identifier.kind) }
        : { icon: User, words: card.notMatched };
    case 'withheld':
      return { icon: EyeOff, words: reasons.notLookedUp };
    case 'no-number':
      return { icon: CircleHelp, words: noNumberWords(interaction) };
    case 'failed':
      return shown.stale
        ? { icon: Clock, words: staleWords(shown.stale.freshness, now) }
        : { icon: CloudOff, words: reasons.noAnswer(crm) };
    case 'resolving':
      return { icon: Search, words: reasons.lookingIn(crm) };
    case 'idle':
      return { icon: User, words: reasons.nothingYet };
  }
}
