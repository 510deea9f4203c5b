import {
  type HostCommand,
  type HostOutcome,
  hostAnswerSchema,
  hostCommandSchema,
} from '../../../domain/host/host-command.ts';
import type { HostSource } from '../../../domain/host/host-source.ts';
import type { HostPortReply } from '../../messages/host-messages.ts';
import type { HostPage } from './host-page.ts';

type CommandMessage = Extract<HostPortReply, { type: 'command' }>;

/** A command on its way to one life of a page. */
interface Ask {
  tabId: number;
  frameId: number;
  instance: string;
  message: CommandMessage;
  taken: boolean;
  settle(outcome: HostOutcome): void;
}

export interface HostAsksParts {
  /** The frame that is served now at this place. */
  pageAt(tabId: number, frameId: number): HostPage | undefined;
  post(page: HostPage, message: CommandMessage): void;
}

/** What the worker has asked of pages. Only in memory: a worker that is gone asks nothing again. */
export interface HostAsks {
  /** Asks an adapter that said it can. Never rejects, and resolves within `answerMs`. */
  ask(to: HostSource, command: HostCommand): Promise<HostOutcome>;
  /** A page opened a Port: what another life of it was asked is lost. */
  opened(page: HostPage, taken: number): void;
  /** The page is served: what this life of it was asked goes once more, in case it or its answer was lost. */
  again(page: HostPage): void;
  taken(page: HostPage, upTo: number): void;
  /** False where the answer is none; whoever asked is told `unknown` then. */
  answered(page: HostPage, number: number, answer: unknown): boolean;
}

/** A click that the host follows later than this is no longer meant. */
const beginWithinMs = 3_000;
const answerMs = 10_000;
const mostUnderWay = 16;

/**
 * The worker's end of the way down. Each ask has exactly one outcome: what the adapter answers, else `unknown`. It is sent
 * again only to the same life of a page, under its number, by which the page knows what it has taken.
 */
export function createHostAsks({ pageAt, post }: HostAsksParts): HostAsks {
  const underWay = new Set<Ask>();

  const of = ({ tabId, frameId }: HostPage): Ask[] =>
    [...underWay].filter((ask) => ask.tabId === tabId && ask.frameId === frameId);
  /** What this life of the page was asked; another one answers for nothing. */
  const ofLife = (page: HostPage): Ask[] =>
    of(page).filter(({ instance }) => instance === page.opened?.instance);

  function send(
    page: HostPage,
    instance: string,
    adapter: string,
    command: HostCommand,
  ): Promise<HostOutcome> {
    const { tabId, frameId } = page;
    page.asked += 1;
    const until = Date.now() + beginWithinMs;
    const message: CommandMessage = { type: 'command', number: page.asked, until, adapter, command };
    return new Promise((resolve) => {
      const unknown = () => ask.settle({ outcome: 'unknown' });
      const notTaken = setTimeout(() => ask.taken || unknown(), beginWithinMs);
      const notAnswered = setTimeout(unknown, answerMs);
      const ask: Ask = {
        ...{ tabId, frameId, instance, message, taken: false },
        settle(outcome) {
          underWay.delete(ask);
          clearTimeout(notTaken);
          clearTimeout(notAnswered);
          resolve(outcome);
        },
      };
      underWay.add(ask);
      post(page, message);
    });
  }

  function taken(page: HostPage, upTo: number): void {
    for (const ask of ofLife(page)) if (ask.message.number <= upTo) ask.taken = true;
  }

  return {
    async ask({ origin, adapter, tabId, frameId }, asked) {
      const page = pageAt(tabId, frameId);
      if (page?.opened === undefined || page.origin !== origin) return notAsked('no-page');
      const command = hostCommandSchema.safeParse(asked);
      if (!command.success) return notAsked('not-valid');
      if (!page.commands.get(adapter)?.includes(command.data.name)) return notAsked('not-declared');
      if (of(page).length >= mostUnderWay) return notAsked('too-many');
      return send(page, page.opened.instance, adapter, command.data);
    },
    opened(page, upTo) {
      const asks = ofLife(page);
      for (const ask of of(page)) if (!asks.includes(ask)) ask.settle({ outcome: 'unknown' });
      // No number of before is given to another command: the page would tell what came of the former one.
      page.asked = Math.max(page.asked, upTo, ...asks.map(({ message }) => message.number));
      taken(page, upTo);
    },
    again(page) {
      for (const { message } of ofLife(page)) post(page, message);
    },
    taken,
    answered(page, number, answer) {
      const ask = ofLife(page).find(({ message }) => message.number === number);
      const parsed = hostAnswerSchema.safeParse(answer);
      ask?.settle(parsed.success ? parsed.data : { outcome: 'unknown' });
      return parsed.success;
    },
  };
}

function notAsked(because: Extract<HostOutcome, { outcome: 'not-asked' }>['because']): HostOutcome {
  return { outcome: 'not-asked', because };
}
