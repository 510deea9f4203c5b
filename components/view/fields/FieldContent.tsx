import type { ComponentChildren } from 'preact';
import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../../lib/domain/contact/identifier.ts';
import { isEmpty } from '../../../lib/domain/fields/field-problem.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import { safeText, safeUrl } from '../../../lib/domain/text/safe-text.ts';
import { contactName } from '../../words/contact-words.ts';
import { fieldText, optionLabel } from '../../words/field-text.ts';
import { identifierLink, identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { type EditedField, identifiersOf } from '../state/edited-value.ts';
import { useView } from '../state/view-context.ts';

/** The interaction's own ClientID and its channel, to mark it among others: "this call". */
export interface Own {
  identifier: Identifier;
  channel: Channel;
}

/** A field as it is read. Everything is a text node; only https, tel and mailto become links. */
export function FieldContent({
  field,
  contact,
  own,
}: {
  field: EditedField;
  contact: Contact;
  own?: Own | undefined;
}) {
  const { store } = useView();
  if (field.isName) return <bdi>{contactName(contact)}</bdi>;
  if (field.identifier) return <Identifiers found={identifiersOf(field, contact)} own={own} />;
  const value = contact.fields[field.key] ?? null;
  if (isEmpty(value))
    return <Empty words={field.type === 'person' ? viewWords().fields.nobody : undefined} />;
  if (Array.isArray(value)) return <Chips>{value.map((part) => optionLabel(field, part, 128))}</Chips>;
  if (field.type === 'url' && typeof value === 'string') return <Address value={value} />;
  const text = fieldText(field, value, store.now.value);
  if (field.type === 'date' || field.type === 'date-time')
    return (
      <time>
        <bdi>{text}</bdi>
      </time>
    );
  if (typeof value === 'number' || field.type === 'phone') return <bdi class="num">{text}</bdi>;
  return <bdi class={field.type === 'long-text' ? 'long' : ''}>{text}</bdi>;
}

/** Nothing there: a dash for eyes, a word for ears. */
function Empty({ words }: { words?: string | undefined }) {
  if (words) return <span class="quiet">{words}</span>;
  return (
    <span class="quiet">
      <span aria-hidden="true">–</span>
      <span class="hide">{viewWords().fields.notSet}</span>
    </span>
  );
}

function Chips({ children }: { children: string[] }) {
  return (
    <>
      {children.map((text) => (
        <span class="chip" key={text}>
          <bdi>{text}</bdi>
        </span>
      ))}
    </>
  );
}

function Address({ value }: { value: string }) {
  const href = safeUrl(value);
  const words = safeText(value.trim(), 1_024);
  if (!href?.startsWith('https:')) return <bdi>{words}</bdi>;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      <bdi>{words.replace(/^https:\/\//i, '').replace(/\/$/, '')}</bdi>
    </a>
  );
}

function Identifiers(props: { found: Identifier[]; own?: Own | undefined }) {
  const { found } = props;
  if (found.length === 0) return <Empty />;
  return (
    <>
      {found.map((identifier, index) => (
        <span class="one" key={identifier.value + (identifier.scope ?? '')}>
          {index > 0 && <br />}
          <Linked identifier={identifier} />
          {props.own && sameIdentifier(identifier, props.own.identifier) && (
            <>
              {' '}
              <span class="chip accent">{viewWords().fields.this(props.own.channel)}</span>
            </>
          )}
        </span>
      ))}
    </>
  );
}

function Linked({ identifier }: { identifier: Identifier }) {
  const href = identifierLink(identifier);
  const content = <IdentifierContent identifier={identifier} />;
  return href ? <a href={href}>{content}</a> : content;
}

function IdentifierContent({ identifier }: { identifier: Identifier }): ComponentChildren {
  const text = identifierText(identifier);
  const at = identifier.kind === 'email' ? text.indexOf('@') + 1 : 0;
  if (at === 0) return <bdi class="num">{text}</bdi>;
  return (
    <bdi>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </bdi>
  );
}

/** The value a field had when the contact was first shown, for "was Comfort". */
export function wasText(field: FieldDefinition, value: FieldValue, now: number): string {
  return fieldText(field, value, now) ?? viewWords().fields.empty;
}
