import { ArrowRight, CircleCheck, CircleSlash, Undo2 } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { canUndo } from '../../../lib/domain/interaction/capabilities-of.ts';
import type { Assignment, LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import { safeText } from '../../../lib/domain/text/safe-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Initials } from '../../parts/Initials.tsx';
import { impossibleWords } from '../../words/capability-words.ts';
import { contactName } from '../../words/contact-words.ts';
import { errorWords } from '../../words/error-words.ts';
import { clockTime } from '../../words/format-time.ts';
import { identifierText } from '../../words/identifier-words.ts';
import { viewWords } from '../../words/view-words.ts';
import { useView } from '../state/view-context.ts';
import { onItsWay } from '../state/waiting-writes.ts';

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
            <b>{viewWords().assign.undone}</b>
            <span class="quiet">
              {viewWords().assign.isBack(<bdi class="num">{identifierText(assignment.identifier)}</bdi>)}
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
    <div class={look} role="group" aria-label={viewWords().assign.title}>
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
          {viewWords().assign.cannot(<bdi class="num">{identifierText(assignment.identifier)}</bdi>, why)}
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
  const words = viewWords().assign;
  const { identifier } = assignment;
  const owners = assignment.owners.filter((owner) => owner.id !== contact.id);
  const [owner] = owners;
  const { key } = interaction;
  const answer = store.answers.get(key);
  const waits = onItsWay(interaction, 'assign', contact.id);
  const ours =
    answer?.command.type === 'identifier.assign' && answer.command.contactId === contact.id
      ? answer
      : undefined;
  const assign = (mode: 'add' | 'move' | 'keep') => store.answers.assign(key, contact.id, mode);
  return (
    <Group class="ask">
      <h2>{words.question(<bdi class="num">{identifierText(identifier)}</bdi>)}</h2>
      {owner ? (
        <div class="owner">
          <Party
            label={owners.length > 1 ? words.nowWithSeveral(owners.length) : words.nowWith}
            contact={owner}
          />
          <Icon of={ArrowRight} flip />
          <Party label={words.assignTo} contact={contact} />
        </div>
      ) : (
        <p>{words.nobodyHas(<bdi>{contactName(contact)}</bdi>, identifier.kind, crm)}</p>
      )}
      <div class="row-btns">
        {waits ? (
          <p class="waits-here">{viewWords().waiting.bySelf(crm)}</p>
        ) : owner ? (
          <>
            {can.move && (
              <button type="button" class="btn" onClick={() => assign('move')}>
                {words.move}
              </button>
            )}
            {can.link && (
              <button type="button" class="btn" onClick={() => assign('keep')}>
                {words.keep}
              </button>
            )}
          </>
        ) : (
          <button type="button" class="btn" onClick={() => assign('add')}>
            {words.assign}
          </button>
        )}
        {!waits && (
          <button
            type="button"
            class="btn plain"
            onClick={() => void store.send({ type: 'identifier.decline', key })}
          >
            {words.notNow}
          </button>
        )}
      </div>
      {ours ? (
        <AnswerState interactionKey={key} crm={crm} />
      ) : (
        owner && can.link && <p class="small hint">{words.keepHint(identifier.kind)}</p>
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
  const words = viewWords();
  if (answer.status === 'saving') return <p class="small hint">{words.saving}</p>;
  const why = answer.error && errorWords(answer.error, crm);
  // What a CRM cannot hold is not mended by trying again: then the way out must be said.
  const hopeless = answer.error?.code === 'not-supported';
  return (
    <p class="small hint">
      <span class="err">
        {!why
          ? words.notSavedYet
          : hopeless
            ? words.notSavedSo(why.what, why.next)
            : words.notSavedBecause(why.what)}{' '}
      </span>
      <button type="button" class="btn" onClick={() => store.answers.again(interactionKey)}>
        {words.tryAgain}
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
  const { assign: words, saving, tryAgain } = viewWords();
  return (
    <Group class="done">
      <Icon of={CircleCheck} />
      <p>
        <b>
          <bdi>{doneWords(assignment, contact)}</bdi>
        </b>
        {ours?.status === 'not-saved' ? (
          <span class="err">
            {ours.error ? words.notUndoneBecause(errorWords(ours.error, crm).what) : words.notUndone}
          </span>
        ) : (
          <span class="quiet">
            {ours ? saving : words.byYou(clockTime(assignment.at))}
            {!undoable && ` · ${words.onlyThere(crm)}`}
          </span>
        )}
      </p>
      {undoable && (
        <button type="button" class="btn" onClick={() => store.answers.undo(key, assignment.assignmentId)}>
          <Icon of={Undo2} small flip />
          {ours?.status === 'not-saved' ? tryAgain : words.undo}
        </button>
      )}
    </Group>
  );
}

function doneWords({ mode, former }: Extract<Assignment, { status: 'done' }>, contact: Contact): string {
  const words = viewWords().assign;
  const names = former.map(({ name }) => safeText(name, 64));
  if (mode === 'move' && names.length > 0) return words.movedFrom(names);
  if (mode === 'keep' && names.length > 0) return words.keptWith(names);
  return words.assignedTo(contactName(contact));
}
