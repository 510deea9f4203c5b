import {
  CircleCheck,
  CircleHelp,
  Clock,
  CloudOff,
  Ellipsis,
  EyeOff,
  Lock,
  type LucideIcon,
  Search,
  User,
  Users,
  X,
} from 'lucide-preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
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
import { sentenceTime } from '../words/format-time.ts';
import { reasonWords, staleWords } from '../words/reason-words.ts';
import { sharedWords } from '../words/shared-words.ts';
import { spokeWords } from '../words/spoke-words.ts';
import { CardMore } from './CardMore.tsx';
import type { CardStanding } from './card-standing.ts';
import { Pill } from './Pill.tsx';
import { useDragging } from './use-dragging.ts';
import { useFolding } from './use-folding.ts';

export interface ContactCardProps {
  /** Only listened to: the card sends nothing. Must stay the same object as long as the card lives. */
  link: Pick<ViewLink, 'subscribe'>;
  /** The interaction the card is for; without it, the one in front. */
  interactionKey?: string;
  onHide: () => void;
  onOpen: () => void;
  /** How it stands over a host's page; without it nowhere that it could be moved. */
  standing?: CardStanding;
  /** Epoch milliseconds; for pictures and tests. */
  clock?: () => number;
}

/** The card over a host page, 340 by 180: who, why, how it stands. Shows only; draws nothing without an interaction. */
export function ContactCard(props: ContactCardProps) {
  const { link, interactionKey, onHide, onOpen, standing, clock = Date.now } = props;
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
  const [foot, setFoot] = useState<'why' | 'more' | 'leaving'>('why');
  const fold = useFolding(interaction, foot !== 'why', standing);
  const dragging = useDragging(standing);
  useEffect(() => setFoot('why'), [key]);
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
  const last =
    contact &&
    spokeWords(contact, { connection: connectionOf(current, contact.id), now, when: sentenceTime });
  if (fold.isFolded)
    return (
      <main {...dragging}>
        <Pill interaction={interaction} shown={shown} now={now} unfold={fold.unfold} />
      </main>
    );
  const buttons = (
    <>
      {standing && (
        <button
          type="button"
          class="btn icon sm"
          aria-label={card.more}
          aria-expanded={foot !== 'why'}
          onClick={() => setFoot(foot === 'why' ? 'more' : 'why')}
        >
          <Icon of={Ellipsis} small />
        </button>
      )}
      <button type="button" class="btn icon sm" aria-label={card.hide} onClick={onHide}>
        <Icon of={X} small />
      </button>
    </>
  );
  return (
    <main {...dragging}>
      <section class="card" aria-label={contactLabel}>
        <span class="line on" data-state={lineState(interaction)} />
        <p class="hide" role="status">
          {ready && announcement(shown)}
        </p>
        {contact ? (
          <ContactHead key={`${interaction.key} ${contact.id}`} contact={contact} now={now} end={buttons} />
        ) : (
          <UnknownHead
            interaction={interaction}
            shown={shown}
            icon={shown.status === 'resolving' ? null : why.icon}
            end={buttons}
          />
        )}
        <State interaction={interaction} now={now} last={last} />
        {standing && foot !== 'why' ? (
          <CardMore standing={standing} leaving={foot === 'leaving'} setFoot={setFoot} />
        ) : (
          <div class="cardfoot">
            <span class="save">
              <Icon of={why.icon} small />
              <span class="cut" title={why.words}>
                {why.words}
              </span>
            </span>
            <button type="button" class="btn end" ref={fold.first} onClick={onOpen}>
              {card.open}
            </button>
          </div>
        )}
      </section>
    </main>
  );
}

/** How it stands, and what matters now: when they last spoke, where that is known. */
function State(props: { interaction: LiveInteraction; now: number; last: ReturnType<typeof spokeWords> }) {
  const { interaction, now, last } = props;
  const { spoken, word, time, ended, why } = stateWords(interaction, now);
  const campaign = campaignWords(interaction);
  const below = last
    ? [last.before, last.when, last.after].filter(Boolean).join(' ')
    : [kindWords(interaction), why].filter(Boolean).join(' · ');
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
        <small class="cut" title={below}>
          {below}
        </small>
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
