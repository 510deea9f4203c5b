import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Contact } from '../lib/domain/contact.ts';
import { contactName, place, roleLine } from './contact-words.ts';
import { Icon } from './Icon.tsx';
import { Initials } from './Initials.tsx';

/** Who, from where: three lines of one height in every state. */
export function Head(props: {
  badge: ComponentChildren;
  title: ComponentChildren;
  second: ComponentChildren;
  third: ComponentChildren;
  /** A button at the end; the card has one. */
  end?: ComponentChildren;
}) {
  return (
    <header class="head">
      {props.badge}
      <div>
        <h1 class="cut" tabIndex={-1}>
          {props.title}
        </h1>
        <p class="cut">{props.second}</p>
        {props.third}
      </div>
      {props.end && <div class="actions">{props.end}</div>}
    </header>
  );
}

/** A known contact. `was`: the name it had when it was first shown. */
export function ContactHead(props: {
  contact: Contact;
  /** Epoch milliseconds, for the time there. */
  now: number;
  was?: string | undefined;
  end?: ComponentChildren;
}) {
  const { contact, now, was } = props;
  const { place: where, time } = place(contact, now);
  return (
    <Head
      end={props.end}
      badge={<Initials contact={contact} />}
      title={
        <>
          <bdi>{contactName(contact)}</bdi>
          {was && <span class="was">was {was}</span>}
        </>
      }
      second={<bdi>{roleLine(contact)}</bdi>}
      third={
        <p class="where">
          {where && <bdi class="cut">{where}</bdi>}
          {time && (
            <span class="num there">
              {where ? ' · ' : ''}
              <bdi>{time}</bdi> there
            </span>
          )}
        </p>
      }
    />
  );
}

/** Nobody known yet: a dashed outline. */
export function UnknownBadge({ icon }: { icon: LucideIcon }) {
  return (
    <span class="who none" aria-hidden="true">
      <Icon of={icon} />
    </span>
  );
}
