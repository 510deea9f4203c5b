import type { CommandReply, ViewCommand, ViewState } from '../../../lib/domain/view-state.ts';

/** The commands that write. Each carries the id that makes doing it twice harmless. */
export type WriteCommand = Extract<
  ViewCommand,
  { writeId: string; type: `${string}.${'create' | 'update' | 'assign' | 'undo'}` }
>;

export interface Writer {
  send(command: ViewCommand): Promise<CommandReply>;
  /** The same write again, under the same id: retried where the engine knows it as not saved, else sent again. */
  again(command: WriteCommand): Promise<CommandReply>;
}

export function createWriter(
  send: (command: ViewCommand) => Promise<CommandReply>,
  state: () => ViewState | null,
): Writer {
  return {
    send,
    again(command) {
      const { key, writeId } = command;
      const known = state()
        ?.interactions.find((interaction) => interaction.key === key)
        ?.writes.some((write) => write.id === writeId && write.status === 'not-saved');
      return send(known && key !== null ? { type: 'write.retry', key, writeId } : command);
    },
  };
}
