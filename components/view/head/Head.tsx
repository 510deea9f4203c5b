import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Initials } from '../../parts/Initials.tsx';
import { contactName, place, roleLine } from '../../words/contact-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { WhyBar, type WhyBarProps } from './WhyBar.tsx';

/** What is longer is written small, on two lines of the same height: at 380 px it would not fit. */
const longest = 24;

/**
 * Who, from where, and why: three lines of one height in every state, then the why bar. The first line is a part of its
 * own that stays below the rail while the rest scrolls away: the name that the fields belong to is never out of sight.
 * By style alone, so that there is no moment in which it is not yet there.
 */
export function Head(props: {
  badge: ComponentChildren;
  /** The badge in small, for the line that stays; the large one lies over it until it has scrolled away. */
  small?: ComponentChildren;
  title: ComponentChildren;
  /** The title as plain text, to be read whole where there is no room for it. */
  titleText: string;
  /** A number, address or id: never cut. */
  isIdentifier?: boolean;
  /** What can be done with the title. */
  tools?: ComponentChildren;
  second: ComponentChildren;
  third: ComponentChildren;
  /** A button at the end; the card has one. */
  end?: ComponentChildren;
  /** Why this is shown; its sign stays with the name. The card says it elsewhere. */
  why?: WhyBarProps | undefined;
}) {
  const { why, titleText } = props;
  const long = props.isIdentifier && titleText.length > longest;
  return (
    <>
      <div class={`named${props.isIdentifier ? ' whole' : ''}`}>
        <span class="small-who" aria-hidden="true">
          {props.small}
        </span>
        <h1 class={`cut${long ? ' long' : ''}`} tabIndex={-1} title={titleText}>
          {props.title}
        </h1>
        {props.tools && <span class="tools">{props.tools}</span>}
        {props.end ? (
          <div class="actions">{props.end}</div>
        ) : (
          why && (
            <span class={`sign ${why.voice ?? ''}`}>
              <Icon of={why.icon} />
            </span>
          )
        )}
      </div>
      <header class="head">
        {props.badge}
        <div>
          <p class="cut">{props.second}</p>
          {props.third}
        </div>
      </header>
      {why && <WhyBar {...why} />}
    </>
  );
}

/** A known contact. `was`: the name it had when it was first shown; `campaign`: for which the interaction is. */
export function ContactHead(props: {
  contact: Contact;
  campaign?: string | undefined;
  tools?: ComponentChildren;
  /** Epoch milliseconds, for the time there. */
  now: number;
  was?: string | undefined;
  end?: ComponentChildren;
  why?: WhyBarProps;
}) {
  const { contact, now, was } = props;
  const words = sharedWords().head;
  const { place: where, time } = place(contact, now);
  return (
    <Head
      end={props.end}
      why={props.why}
      badge={<Initials contact={contact} />}
      small={<Initials contact={contact} small />}
      titleText={contactName(contact)}
      tools={props.tools}
      title={
        <>
          <bdi>{contactName(contact)}</bdi>
          {was && <span class="was">{words.was(was)}</span>}
        </>
      }
      second={<bdi>{roleLine(contact)}</bdi>}
      third={
        <p class="where">
          <HeadCampaign campaign={props.campaign} more={Boolean(where || time)} />
          {where && <bdi class="cut">{where}</bdi>}
          {time && (
            <span class="num there">
              {where ? ' · ' : ''}
              {words.there(<bdi>{time}</bdi>)}
            </span>
          )}
        </p>
      }
    />
  );
}

/** With whose name to answer: before the place, since an agent needs it first. */
export function HeadCampaign({ campaign, more }: { campaign: string | undefined; more: boolean }) {
  if (!campaign) return null;
  return (
    <>
      <bdi class="campaign cut" title={campaign}>
        {campaign}
      </bdi>
      {more && ' · '}
    </>
  );
}

/** Nobody known yet: a dashed outline. */
export function UnknownBadge({ icon, small }: { icon: LucideIcon; small?: boolean }) {
  return (
    <span class={`who none${small ? ' xs' : ''}`} aria-hidden="true">
      <Icon of={icon} small={small ?? false} />
    </span>
  );
}
