import { alikeNumbers } from '../../domain/contact/alike-numbers.ts';
import type { HostInteraction } from '../../domain/host/host-event.ts';
import { stateRank } from '../../domain/host/state-rank.ts';
import { keepNewest } from '../../domain/text/keep-newest.ts';

/** What one message says of an interaction; what it leaves out was said before, or is not known yet. */
export type Facts = { [Key in Exclude<keyof HostInteraction, 'id'>]?: HostInteraction[Key] | undefined };

export interface InteractionLog {
  /** The whole interaction after this message; undefined where it tells nothing new. */
  tell(id: string, facts: Facts): HostInteraction | undefined;
  /** What is known of a live one. */
  live(id: string): Facts | undefined;
  /** Ids of the live ones, the one told last at the end. */
  ids(): string[];
}

const maxKept = 200;

/**
 * Makes whole interactions of messages that each say a part. Messages may be repeated and come in any order: a state
 * never goes back, what a later message leaves out is kept, and nothing is told before channel and direction are known.
 * An end is told once; `closed` may still follow `finished`. Late words on what has ended are dropped for `lateForMs`;
 * after that the host uses the id again. `now` is epoch milliseconds.
 */
export function createInteractionLog(now: () => number, lateForMs = 2_000): InteractionLog {
  const live = new Map<string, Facts>();
  const ended = new Map<string, { facts: Facts; at: number }>();
  const last = new Map<string, string>();

  function tell(id: string, facts: Facts): HostInteraction | undefined {
    const gone = live.has(id) ? undefined : ended.get(id);
    if (gone && isEnd(facts)) {
      return gone.facts.state === 'finished' && facts.state === 'closed' && isWhole(gone.facts)
        ? end(id, { ...gone.facts, state: 'closed' })
        : undefined;
    }
    if (gone && now() - gone.at < lateForMs) return undefined;
    ended.delete(id);
    const known = merge(live.get(id) ?? { startedAt: time() }, facts);
    if (isEnd(facts)) return end(id, known);
    if (rankOf(known) === stateRank.active) known.answeredAt ??= time();
    keepNewest(live, id, known, maxKept);
    return say(id, known);
  }

  function end(id: string, known: Facts): HostInteraction | undefined {
    const wasTold = last.has(id) || ended.has(id);
    const facts = { endReason: 'completed', endedAt: time(), ...known } as const;
    live.delete(id);
    keepNewest(ended, id, { facts, at: now() }, maxKept);
    const said = wasTold ? say(id, facts) : undefined;
    last.delete(id);
    return said;
  }

  function say(id: string, known: Facts): HostInteraction | undefined {
    if (!isWhole(known)) return undefined;
    const interaction = { id, ...known };
    const json = JSON.stringify(interaction);
    if (last.get(id) === json) return undefined;
    keepNewest(last, id, json, maxKept);
    return interaction;
  }

  const time = () => new Date(now()).toISOString();
  return { tell, live: (id) => live.get(id), ids: () => [...live.keys()] };
}

function rankOf({ state }: Facts): number {
  return state === undefined ? -1 : stateRank[state];
}

function isEnd(facts: Facts): boolean {
  return rankOf(facts) >= stateRank.finished;
}

type Whole = Omit<HostInteraction, 'id'>;

function isWhole(facts: Facts): facts is Whole {
  return facts.channel !== undefined && facts.direction !== undefined && facts.state !== undefined;
}

/**
 * `over` laid over `under`, without its gaps; a state only goes forward. Another party takes the name of the former one away:
 * an empty name says so.
 */
function merge(under: Facts, over: Facts): Facts {
  const said = Object.entries(over).filter(([, value]) => value !== undefined && value !== '');
  // The cast is sound: these are members of `over`.
  const merged: Facts = { ...under, ...(Object.fromEntries(said) as Facts) };
  if (merged.clientId !== undefined) delete merged.withheld;
  if (over.displayName === undefined && under.displayName && isOther(under, merged)) merged.displayName = '';
  if (rankOf(merged) < rankOf(under)) merged.state = under.state;
  return merged;
}

function isOther({ clientId: one }: Facts, { clientId: other }: Facts): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.kind !== 'phone' || other.kind !== 'phone')
    return one.kind !== other.kind || one.value !== other.value;
  return !alikeNumbers(one.value, other.value);
}
