import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { AssignMode, LiveInteraction } from '../../../lib/domain/interaction/live.ts';
import type { WriteCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap, type SignalMap } from '../../parts/signal-map.ts';
import type { Writer } from './writer.ts';

/** The agent's answer to *Assign client ID*, on its way or not saved. */
export interface Answer {
  command: Extract<WriteCommand, { type: 'identifier.assign' | 'assignment.undo' }>;
  status: 'saving' | 'not-saved';
  error?: SafeCrmError;
}

export interface AnswerStore {
  all: SignalMap<Answer>['all'];
  get(key: string): Answer | undefined;
  assign(key: string, contactId: string, mode: AssignMode): void;
  undo(key: string, assignmentId: string): void;
  again(key: string): void;
  follow(interaction: LiveInteraction): void;
  forget(key: string): void;
}

export function createAnswerStore(writer: Writer): AnswerStore {
  const answers = createSignalMap<Answer>();
  const deliver = async (command: Answer['command'], again: boolean) => {
    answers.put(command.key, { command, status: 'saving' });
    const reply = again ? await writer.again(command) : await writer.send(command);
    if (answers.get(command.key)?.command.writeId !== command.writeId) return;
    answers.put(command.key, reply.ok ? undefined : { command, status: 'not-saved', error: reply.error });
  };
  const isSaving = (key: string) => answers.get(key)?.status === 'saving';
  return {
    all: answers.all,
    get: answers.get,
    assign(key, contactId, mode) {
      if (isSaving(key)) return;
      const before = answers.get(key)?.command;
      // The same answer once more is the same write.
      if (before?.type === 'identifier.assign' && before.contactId === contactId && before.mode === mode)
        void deliver(before, true);
      else
        void deliver(
          { type: 'identifier.assign', key, writeId: crypto.randomUUID(), contactId, mode },
          false,
        );
    },
    undo(key, assignmentId) {
      if (isSaving(key)) return;
      const before = answers.get(key)?.command;
      if (before?.type === 'assignment.undo' && before.assignmentId === assignmentId)
        void deliver(before, true);
      else void deliver({ type: 'assignment.undo', key, writeId: crypto.randomUUID(), assignmentId }, false);
    },
    again(key) {
      const answer = answers.get(key);
      if (answer?.status === 'not-saved') void deliver(answer.command, true);
    },
    follow({ key, writes }) {
      const answer = answers.get(key);
      const write = writes.find((one) => one.id === answer?.command.writeId);
      // One that waits is said by its interaction.
      if (write?.status === 'saved' || write?.status === 'waiting') answers.put(key, undefined);
      else if (answer && write?.status === 'not-saved' && answer.status === 'saving')
        answers.put(key, { ...answer, status: 'not-saved', ...(write.error && { error: write.error }) });
    },
    forget: (key) => answers.put(key, undefined),
  };
}
