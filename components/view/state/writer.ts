import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { ReplyTo, Send, WriteCommand } from '../../../lib/engine/commands/commands.ts';

export interface Writer {
  send: Send;
  /** The same write again, under the same id: retried where the engine knows it as not saved, else sent again. */
  again(command: WriteCommand): Promise<ReplyTo<WriteCommand>>;
}

export function createWriter(send: Send, state: () => ViewState | null): Writer {
  return {
    send,
    again(command) {
      const { key, writeId } = command;
      const known = state()
        ?.interactions.find((interaction) => interaction.key === key)
        ?.writes.some((write) => write.id === writeId && write.status !== 'saved');
      return send(known && key !== null ? { type: 'write.retry', key, writeId } : command);
    },
  };
}
