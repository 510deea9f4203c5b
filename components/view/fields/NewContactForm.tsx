import { Check } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { FieldValue } from '../../../lib/domain/contact/contact.ts';
import type { CrmCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { capabilitiesOf } from '../../../lib/domain/interaction/capabilities-of.ts';
import type { Connection, LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { cannotHoldWords } from '../../words/capability-words.ts';
import { errorWords, problemWords } from '../../words/error-words.ts';
import { sharedWords } from '../../words/shared-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { newContactForm } from '../state/create-store.ts';
import { draftKey } from '../state/draft-saver.ts';
import { creatingConnections } from '../state/shown-connection.ts';
import { useView } from '../state/view-context.ts';
import { onItsWay } from '../state/waiting-writes.ts';
import { FieldControl } from './FieldControl.tsx';
import { type FormField, formFields, formProblems, formValue, newContact } from './new-contact.ts';

/** The form *New contact*: what the interaction says is already in it; what is typed is kept as its draft. */
export function NewContactForm(props: {
  interaction: LiveInteraction | undefined;
  /** Where the agent opened it: the way back, and the cursor in the first field. */
  onCancel?: () => void;
  /** No head above it: its title is the heading of the region. */
  alone?: boolean;
}) {
  const { interaction, onCancel, alone } = props;
  const { store, asked } = useView();
  const words = viewWords();
  const element = useRef<HTMLFormElement>(null);
  const scope = interaction?.key ?? '';
  const form = store.creates.get(scope);
  const places = creatingConnections(asked);
  const connection = places.find(({ id }) => id === form.crm) ?? places[0];
  const can = capabilitiesOf(connection);
  const crm = connection?.crm ?? sharedWords().theCrm;
  const fields = formFields(connection?.workspace ?? null, interaction, can);
  const opened = onCancel !== undefined;
  const waits = onItsWay(interaction, 'create');
  useEffect(() => {
    if (opened) element.current?.querySelector<HTMLInputElement>('input')?.focus();
  }, [opened]);
  const submit = async () => {
    if (!connection || waits) return;
    const problems = formProblems(fields, form.typed);
    const [first] = Object.keys(problems);
    if (first !== undefined) {
      store.creates.mark(scope, problems);
      element.current
        ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(first)}"] :is(input, select, textarea)`)
        ?.focus();
      return;
    }
    const reply = await store.creates.submit(
      scope,
      connection.id,
      newContact(fields, form.typed, interaction),
    );
    if (reply.ok && reply.contact && scope === '') store.browse.open(reply.contact);
  };
  const [basic, custom] = [fields.filter((field) => !isCustom(field)), fields.filter(isCustom)];
  const input = (field: FormField) =>
    field.notKept ? (
      <NotKept key={field.name} field={field} crm={crm} can={can} />
    ) : (
      <Input key={field.name} scope={scope} crm={connection?.id ?? ''} field={field} />
    );
  return (
    <form
      class="form"
      data-form="new-contact"
      aria-label={words.newContact}
      noValidate
      ref={element}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing || !onCancel) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {alone ? (
        <div class="named form-name">
          <h1 class="title" tabIndex={-1}>
            {words.newContact}
          </h1>
          <span class="cut quiet">
            <bdi>{whose(fields, form.typed)}</bdi>
          </span>
        </div>
      ) : (
        <h2>{words.newContact}</h2>
      )}
      {connection && places.length > 1 && <Place scope={scope} places={places} connection={connection} />}
      {basic.map(input)}
      {custom.length > 0 && <div class="pair">{custom.map(input)}</div>}
      {form.status === 'not-saved' && form.error && (
        <p class="err" role="alert">
          {words.notSavedSo(errorWords(form.error, crm).what, errorWords(form.error, crm).next)}
        </p>
      )}
      <div class="end-row">
        {waits ? (
          <p class="waits-here">{words.waiting.bySelf(crm)}</p>
        ) : (
          <button type="submit" class="btn main" aria-disabled={form.status === 'saving'}>
            {form.status === 'not-saved' ? words.tryAgain : words.fields.create}
          </button>
        )}
        {onCancel && (
          <button type="button" class="btn plain" onClick={onCancel}>
            {words.cancel}
          </button>
        )}
        {!waits && <FormState scope={scope} crm={connection?.id ?? ''} />}
      </div>
    </form>
  );
}

/** Which CRM it goes to, where there is a choice. */
function Place({
  scope,
  places,
  connection,
}: {
  scope: string;
  places: Connection[];
  connection: Connection;
}) {
  const { store } = useView();
  const id = useId();
  return (
    <div class="f whole" data-field="crm">
      <label for={id}>
        <span>{viewWords().fields.createIn}</span>
      </label>
      <select
        id={id}
        class="in"
        value={connection.id}
        disabled={store.creates.get(scope).status === 'saving'}
        onChange={(event) => store.creates.turnTo(scope, connection.id, event.currentTarget.value)}
      >
        {places.map((one) => (
          <option key={one.id} value={one.id}>
            {safeText(one.crm, 64)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The ClientID that the CRM has no place for: seen, so that nobody believes it was saved. */
function NotKept({ field, crm, can }: { field: FormField; crm: string; can: CrmCapabilities }) {
  return (
    <div class="f whole" data-field={field.name}>
      <p class="lbl">
        <span>{safeText(field.label, 128)}</span>
        <em>{viewWords().fields.notKept}</em>
      </p>
      <p>
        <bdi class="num">{field.prefill}</bdi>
      </p>
      {field.identifier && <p class="small quiet">{cannotHoldWords(field.identifier, crm, can).why}</p>}
    </div>
  );
}

/** Whose fields these are: the name as far as it is typed, or else the number. */
function whose(fields: FormField[], typed: Record<string, FieldValue>): string {
  const said = fields
    .filter((field) => field.name === 'name' || field.identifier)
    .map((field) => ({ isName: field.name === 'name', text: String(formValue(field, typed) ?? '').trim() }))
    .filter(({ text }) => text !== '');
  return safeText((said.find(({ isName }) => isName) ?? said[0])?.text ?? '', 128);
}

function isCustom(field: FormField): boolean {
  return field.name.startsWith('field.');
}

function Input({ scope, crm, field }: { scope: string; crm: string; field: FormField }) {
  const { store } = useView();
  const id = useId();
  const words = viewWords().fields;
  const form = store.creates.get(scope);
  const problem = form.problems[field.name];
  const value = formValue(field, form.typed);
  const from = field.from && value === field.prefill ? field.from : undefined;
  return (
    <div class={`f${field.type === 'long-text' ? ' whole' : ''}`} data-field={field.name}>
      <label for={id}>
        <span>{safeText(field.label, 128)}</span>
        {from ? (
          <span class="from">{from}</span>
        ) : (
          <em>{field.note ?? (field.required ? words.required : words.optional)}</em>
        )}
      </label>
      <FieldControl
        id={id}
        type={field.type}
        value={value}
        options={field.options}
        required={field.required}
        readOnly={form.status === 'saving'}
        problemId={problem ? `${id}-problem` : undefined}
        onChange={(next) => store.creates.type(scope, crm, field.name, next)}
        onBlur={store.drafts.flush}
      />
      {problem && (
        <span class="err" id={`${id}-problem`}>
          {problemWords(problem)}
        </span>
      )}
    </div>
  );
}

function FormState({ scope, crm }: { scope: string; crm: string }) {
  const { store } = useView();
  const { saving, fields: words } = viewWords();
  const { status, typed } = store.creates.get(scope);
  const draft = store.drafts.status.get(draftKey(scope, { crm, form: newContactForm }));
  if (status === 'saving') return <span class="save end">{saving}</span>;
  if (draft === 'not-kept') return <span class="save end wait">{words.draftNotKept}</span>;
  if (scope === '' || Object.keys(typed).length === 0) return null;
  return (
    <span class="save end">
      {draft === 'keeping' ? (
        words.keepingDraft
      ) : (
        <>
          <Icon of={Check} small />
          {words.draftKept}
        </>
      )}
    </span>
  );
}
