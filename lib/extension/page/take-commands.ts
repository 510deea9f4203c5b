import type { HostAnswer, HostCommand } from '../../domain/host/host-command.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';
import type { HostPortMessage, HostPortReply } from '../messages/host-messages.ts';

/** Hands a command to the adapter it is for; rejects where the adapter fails. */
export type HandOver = (adapter: string, command: HostCommand) => Promise<HostAnswer>;

/** So many answers are told again to a Port that is new; no more commands than that are under way. */
const keptAnswers = 16;

/**
 * The page's end of the way down. A command is given to its adapter once, however often it comes, and never after the time
 * by which it had to begin. `post` may lose what it is given where there is no Port: `again` tells the answers once more.
 */
export function createCommandTaker(post: (message: HostPortMessage) => void, handOver: HandOver) {
  const answers = new Map<number, HostAnswer>();
  let taken = 0;

  function tell(number: number): void {
    const answer = answers.get(number);
    if (answer) post({ type: 'answer', number, answer });
  }

  return {
    /** Number of the last command taken in this life of the page. */
    taken: () => taken,
    async take({ number, until, adapter, command }: Extract<HostPortReply, { type: 'command' }>) {
      const fresh = number > taken;
      if (fresh) taken = number;
      post({ type: 'taken', upTo: taken });
      if (fresh) {
        const failed: HostAnswer = { outcome: 'failed' };
        const answer = Date.now() > until ? failed : await handOver(adapter, command).catch(() => failed);
        keepNewest(answers, number, answer, keptAnswers);
      }
      tell(number);
    },
    again: () => [...answers.keys()].forEach(tell),
  };
}
