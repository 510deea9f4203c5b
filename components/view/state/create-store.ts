import type { FieldValue, NewContact } from '../../../lib/domain/contact/contact.ts';
import { crmOfRef, idOfRef } from '../../../lib/domain/contact/contact-ref.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { FieldProblem } from '../../../lib/domain/fields/field-problem.ts';
import { fieldProblemCode } from '../../../lib/domain/fields/field-problem-codes.ts';
import type { LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { CommandReply, WriteCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap, type SignalMap } from '../../parts/signal-map.ts';
import type { DraftSaver } from './draft-saver.ts';
import type { Writer } from './writer.ts';

/** The New contact form of one interaction (or of none, scope ''). Only what was typed; the rest is prefilled. */
export interface CreateForm {
  /** Opened by the agent where it does not stand by itself. */
  open: boolean;
  /** The CRM that the agent chose for it; else the first that it can be created in. */
  crm?: string;
  typed: Record<string, FieldValue>;
  problems: Record<string, FieldProblem>;
  status: 'open' | 'saving' | 'not-saved';
  error?: SafeCrmError;
  sent?: Extract<WriteCommand, { type: 'contact.create' }>;
}

export interface CreateStore {
  all: SignalMap<CreateForm>['all'];
  get(scope: string): CreateForm;
  open(scope: string, typed?: Record<string, FieldValue>): void;
  /** Hides the form; what was typed stays. */
  close(scope: string): void;
  /** `crm`: where it is to be created. */
  type(scope: string, crm: string, field: string, value: FieldValue): void;
  /** In another CRM: what was typed goes along. */
  turnTo(scope: string, from: string, crm: string): void;
  mark(scope: string, problems: Record<string, FieldProblem>): void;
  submit(scope: string, crm: string, contact: NewContact): Promise<CommandReply>;
  hydrate(interaction: LiveInteraction): void;
  follow(interaction: LiveInteraction): void;
  forget(scope: string): void;
}

/** Form name of the draft. */
export const newContactForm = 'new-contact';

const empty: CreateForm = { open: false, typed: {}, problems: {}, status: 'open' };

export function createCreateStore(writer: Writer, drafts: DraftSaver): CreateStore {
  const forms = createSignalMap<CreateForm>();
  const get = (scope: string): CreateForm => forms.get(scope) ?? empty;
  const update = (scope: string, change: Partial<CreateForm>) =>
    forms.put(scope, { ...get(scope), ...change });
  const keep = (scope: string, crm: string, values: CreateForm['typed'] | null) =>
    drafts.save(scope, { crm, form: newContactForm }, values);
  const done = (scope: string, crm: string) => {
    forms.put(scope, undefined);
    keep(scope, crm, null);
  };

  /** It is not offered here any more; what was asked for stands among what is not saved. What was typed stays. */
  const refused = (scope: string) => {
    const { error: _, sent: __, ...rest } = get(scope);
    forms.put(scope, { ...rest, status: 'open' });
  };

  return {
    all: forms.all,
    get,
    open: (scope, typed = {}) => update(scope, { open: true, typed: { ...get(scope).typed, ...typed } }),
    close: (scope) => update(scope, { open: false }),
    type(scope, crm, field, value) {
      const form = get(scope);
      if (form.status === 'saving') return;
      const { [field]: _, ...problems } = form.problems;
      const { error: __, ...rest } = form;
      const typed = { ...form.typed, [field]: value };
      forms.put(scope, { ...rest, typed, problems, status: 'open' });
      keep(scope, crm, typed);
    },
    turnTo(scope, from, crm) {
      const form = get(scope);
      if (form.status === 'saving') return;
      const { error: _, sent: __, ...rest } = form;
      forms.put(scope, { ...rest, crm, problems: {}, status: 'open' });
      keep(scope, from, null);
      if (Object.keys(form.typed).length > 0) keep(scope, crm, form.typed);
    },
    mark: (scope, problems) => update(scope, { problems }),
    async submit(scope, crm, contact) {
      const form = get(scope);
      if (form.status === 'saving') return { ok: false, error: { code: 'unreachable' } };
      // The same content again is the same write; anything else is another one.
      const same =
        form.sent?.crm === crm && JSON.stringify(form.sent.contact) === JSON.stringify(contact)
          ? form.sent
          : undefined;
      const command = same ?? {
        type: 'contact.create' as const,
        key: scope || null,
        writeId: crypto.randomUUID(),
        crm,
        contact,
      };
      const { error: _, ...rest } = form;
      forms.put(scope, { ...rest, problems: {}, status: 'saving', sent: command });
      const reply = same ? await writer.again(command) : await writer.send(command);
      if (get(scope).sent?.writeId !== command.writeId) return reply;
      // What waits is said by its interaction, and its draft stays as long; of none it is in the list of what waits.
      if (reply.ok && reply.waiting && scope !== '') update(scope, { status: 'open' });
      else if (reply.ok) done(scope, crm);
      else if (reply.error.code === 'not-allowed') refused(scope);
      else update(scope, { status: 'not-saved', error: reply.error, problems: named(reply.error.fields) });
      return reply;
    },
    hydrate({ key, drafts: kept }) {
      for (const [name, typed] of Object.entries(kept))
        if (idOfRef(name) === newContactForm) update(key, { typed, crm: crmOfRef(name) });
    },
    follow({ key, writes }) {
      const form = forms.get(key);
      const write = writes.find((one) => one.id === form?.sent?.writeId);
      if (write?.status === 'saved' && form?.sent) done(key, form.sent.crm);
      else if (write?.status === 'waiting' && form?.status === 'saving') update(key, { status: 'open' });
      else if (write?.status === 'not-saved' && write.error?.code === 'not-allowed') refused(key);
      else if (write?.status === 'not-saved' && form && form.status !== 'not-saved')
        update(key, { status: 'not-saved', ...(write.error && { error: write.error }) });
    },
    forget: (scope) => forms.put(scope, undefined),
  };
}

/** Keys of fields as the CRM names them → names of our inputs. */
function named(fields: Record<string, string> = {}): Record<string, FieldProblem> {
  const own = new Set(['name', 'phone', 'email']);
  return Object.fromEntries(
    Object.entries(fields).map(([key, said]) => [
      own.has(key) ? key : `field.${key}`,
      { code: fieldProblemCode(said) },
    ]),
  );
}
