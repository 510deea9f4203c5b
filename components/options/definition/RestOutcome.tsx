import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { CrmDefinition } from '../../../lib/domain/crm/crm-definition.ts';
import type { CrmErrorCode } from '../../../lib/domain/crm/crm-error.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { identifierLabel, identifierText } from '../../words/identifier-words.ts';
import { Sign } from '../parts/Sign.tsx';
import { crmErrorWords } from '../state/crm-error-words.ts';
import type { TryOutcome } from '../state/try-crm.ts';

interface Props {
  outcome: TryOutcome;
  definition: CrmDefinition | undefined;
}

/** Where a definition may be what is wrong, and not the CRM. */
const ownWords: Partial<Record<CrmErrorCode, { text: string; advice: string }>> = {
  'bad-reply': {
    text: 'The reply is not what the definition says',
    advice: 'Compare the reply with the paths of the definition: the list, the record and its id.',
  },
  'not-found': {
    text: 'The CRM has nothing at this path',
    advice:
      'Compare the path with the documentation of the API. Where it says 404 when it finds nobody, noneIs404 is true.',
  },
  invalid: {
    text: 'The CRM does not accept the request',
    advice:
      'What it says against it is in the reply. Compare parameters and body with the documentation of the API.',
  },
  'not-supported': {
    text: 'The definition does not say how',
    advice: 'There is no search in it.',
  },
};

/** The contacts that came of a try, or in plain words why there is none. */
export function RestOutcome({ outcome, definition }: Props) {
  switch (outcome.kind) {
    case 'unfit':
      return <Line verdict="warn" text={outcome.message} />;
    case 'error': {
      const { text, advice } = { ...crmErrorWords(outcome.error), ...ownWords[outcome.error.code] };
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
        <Line
          verdict="ok"
          text={`Signed in as ${safeText(outcome.name, 128)} (${safeText(outcome.id, 64)})`}
        />
      );
    case 'contacts':
      if (outcome.contacts.length === 0)
        return (
          <>
            <Line verdict="warn" text="Nobody" />
            <p class="quiet">
              No record in the reply carries it. Is it in a field that the definition does not name, or is the
              path to the list wrong?
            </p>
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
  return (
    <dl class="contact">
      <dt>Name</dt>
      <dd>
        <b>
          <bdi>{safeText(contact.name, 128) || '–'}</bdi>
        </b>
      </dd>
      <dt>ContactID</dt>
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
      <dt>Changed</dt>
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
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return safeText(Array.isArray(value) ? value.join(', ') : String(value), 256);
}
