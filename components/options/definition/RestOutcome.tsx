import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { CrmDefinition } from '../../../lib/domain/crm/crm-definition.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { optionsWords } from '../../words/options-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { crmErrorWords } from '../state/crm-error-words.ts';
import type { TryOutcome } from '../state/try-crm.ts';

interface Props {
  outcome: TryOutcome;
  definition: CrmDefinition | undefined;
}

/** Where a definition may be what is wrong, and not the CRM. */
function ownWords({ code, reason }: SafeCrmError): { text: string; advice: string } | undefined {
  const { errors } = optionsWords().definition;
  const told = reason ?? code;
  return told in errors ? errors[told as keyof typeof errors] : undefined;
}

/** The contacts that came of a try, or in plain words why there is none. */
export function RestOutcome({ outcome, definition }: Props) {
  const words = optionsWords().definition;
  switch (outcome.kind) {
    case 'unfit':
      return <Line verdict="warn" text={outcome.message} />;
    case 'error': {
      const { text, advice } = { ...crmErrorWords(outcome.error), ...ownWords(outcome.error) };
      const { code, reason, owners } = outcome.error;
      return (
        <>
          <Line verdict="bad" text={text} />
          <p class="quiet">{advice}</p>
          <p class="quiet">
            <code>{[code, reason, ...(owners ?? [])].filter(Boolean).join(' · ')}</code>
          </p>
        </>
      );
    }
    case 'agent':
      return (
        <Line verdict="ok" text={words.signedInAs(safeText(outcome.name, 128), safeText(outcome.id, 64))} />
      );
    case 'contacts':
      if (outcome.contacts.length === 0)
        return (
          <>
            <Line verdict="warn" text={words.nobody} />
            <p class="quiet">{words.nobodyMeans}</p>
          </>
        );
      return (
        <>
          {outcome.contacts.map((contact) => (
            <Made key={contact.id} contact={contact} definition={definition} />
          ))}
        </>
      );
  }
}

function Line({ verdict, text }: { verdict: 'ok' | 'warn' | 'bad'; text: string }) {
  return (
    <p class="line1">
      <Sign verdict={verdict} /> <b>{text}</b>
    </p>
  );
}

/** A contact by its parts. A field that has nothing stands there too: its path may be wrong. */
function Made({ contact, definition }: { contact: Contact; definition: CrmDefinition | undefined }) {
  const fields = definition?.fields ?? [];
  const words = optionsWords().definition;
  return (
    <dl class="contact">
      <dt>{words.name}</dt>
      <dd>
        <b>
          <bdi>{safeText(contact.name, 128) || '–'}</bdi>
        </b>
      </dd>
      <dt>{words.contactId}</dt>
      <dd>
        <bdi>{safeText(contact.id, 64)}</bdi>
      </dd>
      {contact.identifiers.map((identifier) => (
        <>
          <dt>{identifierLabel(identifier.kind)}</dt>
          <dd>
            <bdi>{identifierText(identifier)}</bdi>
          </dd>
        </>
      ))}
      {fields.map(({ key, label }) => (
        <>
          <dt>{safeText(label, 64)}</dt>
          <dd>
            <bdi>{textOf(contact.fields[key])}</bdi>
          </dd>
        </>
      ))}
      <dt>{words.changed}</dt>
      <dd class="num">
        <bdi dir="ltr">{changedAt(contact)}</bdi>
      </dd>
    </dl>
  );
}

function changedAt({ updatedAt }: Contact): string {
  const time = new Date(updatedAt).toISOString();
  return time.startsWith('1970') ? '–' : `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

function textOf(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? sharedWords().values.yes : sharedWords().values.no;
  return safeText(Array.isArray(value) ? value.join(', ') : String(value), 256);
}
