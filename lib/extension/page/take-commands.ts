import type { HostAnswer, HostCommand } from '../../domain/host/host-command.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { HostPortMessage, HostPortReply } from '../messages/host-messages.ts';

/** Hands a command to the adapter it is for; rejects where the adapter fails. */
export type HandOver = (adapter: string, command: HostCommand) => Promise<HostAnswer>;

/** So many answers are kept; no more commands than that are under way. */
const keptAnswers = 16;
const failed: HostAnswer = { outcome: 'failed' };

/**
 * The page's end of the way down. A command is given to its adapter once, however often it comes, and never after the time
 * by which it had to begin. One that comes again is acknowledged and answered again.
 */
export function createCommandTaker(post: (message: HostPortMessage) => void, handOver: HandOver) {
  const answers = new Map<number, Promise<HostAnswer>>();
  let taken = 0;
  return {
    /** Number of the last command taken in this life of the page. */
    taken: () => taken,
    take({ number, until, adapter, command }: Extract<HostPortReply, { type: 'command' }>): void {
      const fresh = number > taken;
      if (fresh) taken = number;
      post({ type: 'taken', upTo: taken });
      if (fresh) {
        const answer = Date.now() > until ? Promise.reject() : handOver(adapter, command);
        keepNewest(
          answers,
          number,
          answer.catch(() => failed),
          keptAnswers,
        );
      }
      void answers.get(number)?.then((answer) => post({ type: 'answer', number, answer }));
    },
  };
}
