/**
 * How soon the answer to a question is wanted. `asked`: an agent's own click waits for it. `urgent`: for a call that rings or
 * is in front. `later`: everything else, such as what is read again behind a copy on screen.
 */
export type Urgency = 'asked' | 'urgent' | 'later';

/** For whom a CRM is asked. */
export interface Errand {
  urgency: Urgency;
  /** Whose turn it takes where several want one: the origin of the host that caused it; empty for the agent's own. */
  share: string;
}

/** Asked anew whenever turns are given, since a call may come to the front or end while its question waits. undefined: not wanted any more. */
export type ErrandNow = () => Errand | undefined;

/** What nobody says anything else of: an agent asked, or everybody waits for it. */
export const agentsErrand: ErrandNow = () => ({ urgency: 'asked', share: '' });

const errands = new WeakMap<AbortSignal, ErrandNow>();
const order: Urgency[] = ['asked', 'urgent', 'later'];

/**
 * The errand travels with the signal of a question, from the engine through every connector to the queue that gives turns,
 * so that no connector has to know of it.
 */
export function withErrand(errand: ErrandNow, signal = new AbortController().signal): AbortSignal {
  errands.set(signal, errand);
  return signal;
}

/** Of a question without one, the agent's. */
export function errandOf(signal: AbortSignal | undefined): ErrandNow {
  return (signal && errands.get(signal)) ?? agentsErrand;
}

/** Of several that wait for one answer the most urgent; undefined where nobody wants it any more. */
export function mostUrgent(waiting: Iterable<ErrandNow>): Errand | undefined {
  const wanted = [...waiting].flatMap((errand) => errand() ?? []);
  const [first, ...others] = wanted;
  return first && others.reduce((best, one) => (isSooner(one, best) ? one : best), first);
}

function isSooner(one: Errand, other: Errand): boolean {
  return order.indexOf(one.urgency) < order.indexOf(other.urgency);
}
