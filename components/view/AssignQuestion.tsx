import { ArrowRight, CircleCheck, CircleSlash, Undo2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import { canUndo } from '../../lib/domain/interaction/capabilities-of.ts';
import type { Assignment, LiveInteraction } from '../../lib/domain/interaction/live.ts';
import { safeText } from '../../lib/domain/text/safe-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { Initials } from '../parts/Initials.tsx';
import { impossibleWords } from '../words/capability-words.ts';
import { contactName } from '../words/contact-words.ts';
import { clockTime } from '../words/format-time.ts';
import { identifierNoun, identifierText } from '../words/identifier-words.ts';
import { errorWords } from '../words/words.ts';
import { useView } from './state/view-context.ts';

interface Props {
  interaction: LiveInteraction;
  contact: Contact;
  crm: string;
}

/** Offers to give this interaction's ClientID to the contact shown; afterwards what was done, with its undo (A1, A7). */
export function AssignQuestion({ assignment, ...props }: Props & { assignment: Assignment }) {
  switch (assignment.status) {
    case 'checking':
      return null;
    case 'offered':
      return <Question {...props} assignment={assignment} />;
    case 'done':
      return <Done {...props} assignment={assignment} />;
    case 'undone':
      return (
        <Group class="done calm">
          <Icon of={Undo2} flip />
          <p>
            <b>Undone</b>
            <span class="quiet">
              <bdi class="num">{identifierText(assignment.identifier)}</bdi> is where it was before
            </span>
          </p>
        </Group>
      );
    case 'impossible':
      return <Impossible crm={props.crm} assignment={assignment} />;
  }
}

/** What all of them are to those who do not see it. */
function Group({ class: look, children }: { class: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs, and here are none
    <div class={look} role="group" aria-label="Assign client ID">
      {children}
    </div>
  );
}

/** Nothing can be offered: says so, and why. */
function Impossible({
  crm,
  assignment,
}: Pick<Props, 'crm'> & { assignment: Extract<Assignment, { status: 'impossible' }> }) {
  const { can } = useView();
  const { what, why } = impossibleWords(assignment.identifier.kind, crm, can);
  return (
    <Group class="done calm">
      <Icon of={CircleSlash} />
      <p>
        <b>{what}</b>
        <span class="quiet">
          <bdi class="num">{identifierText(assignment.identifier)}</bdi> cannot be assigned. {why}
        </span>
      </p>
    </Group>
  );
}

function Question({
  interaction,
  contact,
  crm,
  assignment,
}: Props & { assignment: Extract<Assignment, { status: 'offered' }> }) {
  const { store, can } = useView();
  const { identifier } = assignment;
  const owners = assignment.owners.filter((owner) => owner.id !== contact.id);
  const [owner] = owners;
  const { key } = interaction;
  const answer = store.answers.get(key);
  const ours =
    answer?.command.type === 'identifier.assign' && answer.command.contactId === contact.id
      ? answer
      : undefined;
  const assign = (mode: 'add' | 'move' | 'keep') => store.answers.assign(key, contact.id, mode);
  const noun =
    { phone: 'phone', email: 'address' }[identifier.kind as string] ?? identifierNoun(identifier.kind);
  return (
    <Group class="ask">
      <h2>
        Assign <bdi class="num">{identifierText(identifier)}</bdi>?
      </h2>
      {owner ? (
        <div class="owner">
          <Party
            label={owners.length > 1 ? `Now with ${owners.length}, first` : 'Now with'}
            contact={owner}
          />
          <Icon of={ArrowRight} flip />
          <Party label="Assign to" contact={contact} />
        </div>
      ) : (
        <p>
          <bdi>{contactName(contact)}</bdi> does not have this {identifierNoun(identifier.kind)} yet, nor has
          anybody else in {crm}.
        </p>
      )}
      <div class="row-btns">
        {owner ? (
          <>
            {can.move && (
              <button type="button" class="btn" onClick={() => assign('move')}>
                Move it
              </button>
            )}
            {can.link && (
              <button type="button" class="btn" onClick={() => assign('keep')}>
                Keep on both
              </button>
            )}
          </>
        ) : (
          <button type="button" class="btn" onClick={() => assign('add')}>
            Assign
          </button>
        )}
        <button
          type="button"
          class="btn plain"
          onClick={() => void store.send({ type: 'identifier.decline', key })}
        >
          Not now
        </button>
      </div>
      {ours ? (
        <AnswerState interactionKey={key} crm={crm} />
      ) : (
        owner && can.link && <p class="small hint">Keep on both if they share this {noun}.</p>
      )}
    </Group>
  );
}

function Party({ label, contact }: { label: string; contact: Contact }) {
  return (
    <div>
      <Initials contact={contact} medium />
      <span class="cut">
        <small>{label}</small>
        <b class="cut">
          <bdi>{contactName(contact)}</bdi>
        </b>
      </span>
    </div>
  );
}

/** Saving, or not saved with the way out; in the place of the hint, so that nothing moves. */
function AnswerState({ interactionKey, crm }: { interactionKey: string; crm: string }) {
  const { store } = useView();
  const answer = store.answers.get(interactionKey);
  if (!answer) return null;
  if (answer.status === 'saving') return <p class="small hint">Saving</p>;
  const words = answer.error && errorWords(answer.error, crm);
  // What a CRM cannot hold is not mended by trying again: then the way out must be said.
  const mend = answer.error?.code === 'not-supported' ? ` ${words?.next}` : '';
  return (
    <p class="small hint">
      <span class="err">
        Not saved. {words && `${words.what}.`}
        {mend}{' '}
      </span>
      <button type="button" class="btn" onClick={() => store.answers.again(interactionKey)}>
        Try again
      </button>
    </p>
  );
}

function Done({
  interaction,
  contact,
  crm,
  assignment,
}: Props & { assignment: Extract<Assignment, { status: 'done' }> }) {
  const { store, can } = useView();
  const { key } = interaction;
  const answer = store.answers.get(key);
  const ours = answer?.command.type === 'assignment.undo' ? answer : undefined;
  const undoable = canUndo(can, assignment.mode);
  return (
    <Group class="done">
      <Icon of={CircleCheck} />
      <p>
        <b>
          <bdi>{doneWords(assignment, contact)}</bdi>
        </b>
        {ours?.status === 'not-saved' ? (
          <span class="err">Not undone. {ours.error && `${errorWords(ours.error, crm).what}.`}</span>
        ) : (
          <span class="quiet">
            {ours ? 'Saving' : `by you, ${clockTime(assignment.at)}`}
            {!undoable && ` · only ${crm} itself can undo it`}
          </span>
        )}
      </p>
      {undoable && (
        <button type="button" class="btn" onClick={() => store.answers.undo(key, assignment.assignmentId)}>
          <Icon of={Undo2} small flip />
          {ours?.status === 'not-saved' ? 'Try again' : 'Undo'}
        </button>
      )}
    </Group>
  );
}

function doneWords({ mode, former }: Extract<Assignment, { status: 'done' }>, contact: Contact): string {
  const names = new Intl.ListFormat('en').format(former.map(({ name }) => safeText(name, 64)));
  if (mode === 'move' && names) return `Moved from ${names}`;
  if (mode === 'keep' && names) return `Kept on both, with ${names}`;
  return `Assigned to ${contactName(contact)}`;
}
