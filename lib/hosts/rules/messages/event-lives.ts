import type {
  Direction,
  EndReason,
  HostInteraction,
  InteractionState,
} from '../../../domain/host/host-event.ts';
import { stateRank } from '../../../domain/host/state-rank.ts';
import { keepNewest } from '../../../domain/text/keep-newest.ts';
import { countNumbers } from '../rows/count-numbers.ts';
import { type Facts, type Frame, sameParty, toInteraction, usualEnd } from '../rule-facts.ts';
import { type HeardEvent, otherSide, sameParties } from './heard-event.ts';
import {
  dueWithoutLine,
  type LineOf,
  type LineState,
  type LostLine,
  reasonWithoutLine,
} from './lost-line.ts';

/** Of each kind: what lives, and what has ended. */
const mostKept = 200;
/** Late words of an interaction that is over begin none; a ring may use its id again at once. */
const lateMs = 5_000;
const lateRingMs = 250;
/** With the rule's own it is at most what an id may have. */
const maxIdLength = 300;

interface Life {
  id: string;
  hostId: string;
  state: InteractionState;
  facts: Facts;
  parties: HeardEvent['parties'];
  answered: boolean;
  socket: number | undefined;
  /** Its id is one that the page made up, and no other was heard yet. */
  dialled: boolean;
  lost?: LostLine;
  times: { startedAt?: string; answeredAt?: string };
  /** It was on hold when it was first heard of. */
  late: boolean;
}

export interface EventLives {
  /** How many it has seen, and how many of them never had a ClientID. */
  numbers(): { seen: number; empty: number };
  take(event: HeardEvent): HostInteraction[];
  /** What the agent looks at, by the host's own id, whether it is known yet or not; null: at none. */
  idOf(hostId: string): string | null;
  /** The last word on all that is live. */
  live(): HostInteraction[];
  /** A socket has closed: what it told of ends by and by, unless another goes on telling. */
  lost(socket: number, line: LostLine): void;
  /** When the next of them ends, in epoch milliseconds. */
  due(line: LineState): number | undefined;
  /** Ends what is due at that time. */
  expire(line: LineState, at: number): HostInteraction[];
  /** Ends all: the rule is no more. `at` in epoch milliseconds. */
  end(at: number): HostInteraction[];
}

/** Ends of what nobody here answered. */
const unanswered = new Set<EndReason>(['missed', 'rejected', 'cancelled']);

/** Makes whole states of what a host tells in pieces. */
export function createEventLives(rule: string, frame: Frame): EventLives {
  const lives = new Map<string, Life>();
  const ended = new Map<string, number>();
  let count = 0;
  const counted = countNumbers<Life>();
  let newest = 0;
  const named = (hostId: string) => `${rule}:${hostId.slice(0, maxIdLength)}`;

  function tell(life: Life): HostInteraction {
    const { facts, parties, state, times, hostId } = life;
    const texts = { ...otherSide(parties, facts.direction ?? frame.direction), ...facts.texts };
    counted.looks(life, texts.clientId);
    const told: HostInteraction = { ...toInteraction(life.id, state, { ...facts, texts }, frame), ...times };
    if (life.late) told.joinedLate = true;
    if (hostId.length >= 8) told.correlation = [...(told.correlation ?? []), hostId];
    return told;
  }

  function finish(life: Life, at: number, endedBy?: HeardEvent['endedBy']): HostInteraction {
    lives.delete(life.hostId);
    keepNewest(ended, life.hostId, at, mostKept);
    if (stateRank[life.state] < stateRank.finished) life.state = 'finished';
    const { direction = frame.direction, endReason: told } = life.facts;
    // What was answered is neither missed nor given up, whatever the cause that comes with its end.
    const known = life.answered && told !== undefined && unanswered.has(told) ? undefined : told;
    const endReason = known ?? usualEnd(life.answered, direction, endedBy);
    return { ...tell(life), endReason, endedAt: new Date(at).toISOString() };
  }

  function lineOf({ lost, facts, answered, times }: Life): LineOf {
    const channel = facts.channel ?? frame.channel;
    const direction = facts.direction ?? frame.direction;
    return {
      lost,
      channel,
      direction,
      answered,
      answeredAt: Date.parse(times.answeredAt ?? times.startedAt ?? ''),
    };
  }

  function begin({ id: hostId, facts, at, begins, socket, sent = false }: HeardEvent): Life | undefined {
    const { state } = facts;
    if (begins === false || state === undefined || stateRank[state] >= stateRank.finished) return undefined;
    const over = at - (ended.get(hostId) ?? Number.NEGATIVE_INFINITY);
    if (hostId !== '' && over < (stateRank[state] < stateRank.active ? lateRingMs : lateMs)) return undefined;
    const id = named(hostId === '' ? `${at.toString(36)}-${++count}` : hostId);
    const late = state === 'held';
    const times = late ? {} : { startedAt: new Date(at).toISOString() };
    const life: Life = {
      id,
      hostId,
      state,
      facts: { texts: {} },
      parties: {},
      answered: false,
      socket,
      dialled: sent,
      times,
      late,
    };
    counted.begins();
    keepNewest(lives, hostId, life, mostKept);
    return life;
  }

  /** What the page dialled gets the host's own id. Where it dialled two at once, nobody can say which: neither does. */
  function adopt({ id, adopts }: HeardEvent): Life | undefined {
    const dialled = adopts ? [...lives.values()].filter((life) => life.dialled && !life.answered) : [];
    const [life] = dialled;
    if (life === undefined || dialled.length > 1 || id === '' || ended.has(id)) return undefined;
    lives.delete(life.hostId);
    life.hostId = id;
    life.dialled = false;
    keepNewest(lives, id, life, mostKept);
    return life;
  }

  function update(life: Life, { facts: heard, parties, times, at, socket }: HeardEvent): void {
    life.socket = socket;
    delete life.lost;
    const { direction = life.facts.direction ?? frame.direction } = heard;
    const facts = { ...heard, texts: withoutAgent(heard.texts, life.parties, direction) };
    const partyOf = (said: Pick<HeardEvent, 'facts' | 'parties'>) =>
      said.facts.texts.clientId ?? otherSide(said.parties, direction).clientId;
    const same = sameParty(partyOf(life), partyOf({ facts, parties })) && sameParties(life.parties, parties);
    const texts = same ? { ...life.facts.texts, ...facts.texts } : facts.texts;
    life.facts = { ...life.facts, ...facts, texts };
    life.parties = same ? { ...life.parties, ...parties } : parties;
    if (times.startedAt !== undefined) life.times.startedAt = times.startedAt;
    const { state } = facts;
    // A ring that comes after the answer is late.
    if (state === undefined || stateRank[state] < stateRank[life.state]) return;
    if (stateRank[state] === stateRank.active && !life.answered) {
      if (stateRank[life.state] < stateRank.active) life.times.answeredAt = new Date(at).toISOString();
      if (times.answeredAt !== undefined) life.times.answeredAt = times.answeredAt;
      life.answered = true;
    }
    life.state = state;
  }

  return {
    take(event) {
      const told: HostInteraction[] = [];
      if (event.again && event.at <= newest) return told;
      newest = event.at;
      let life = lives.get(event.id);
      const rings = event.facts.state === 'offered' || event.facts.state === 'pending';
      if (life !== undefined && event.id === '' && rings && isOther(life, event)) {
        told.push(finish(life, event.at));
        life = undefined;
      }
      life ??= adopt(event) ?? begin(event);
      if (life === undefined) return told;
      if (!event.sent) life.dialled = false;
      update(life, event);
      told.push(
        stateRank[life.state] >= stateRank.finished ? finish(life, event.at, event.endedBy) : tell(life),
      );
      return told;
    },
    numbers: counted.numbers,
    idOf: (hostId) => lives.get(hostId)?.id ?? (hostId === '' ? null : named(hostId)),
    live: () => [...lives.values()].map(tell),
    lost(socket, line) {
      for (const life of lives.values()) {
        // Where the socket that came in the lost one's place has closed too, the time begins anew.
        if (life.socket !== socket && life.lost?.place !== line.place) continue;
        if (life.lost === undefined || life.lost.at < line.at) life.lost = line;
      }
    },
    due(line) {
      const times = [...lives.values()].flatMap((life) => dueWithoutLine(lineOf(life), line) ?? []);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    expire: (line, at) =>
      [...lives.values()].flatMap((life) => {
        const due = dueWithoutLine(lineOf(life), line);
        if (due === undefined || due > at) return [];
        life.facts.endReason = reasonWithoutLine(lineOf(life), line);
        return [finish(life, at)];
      }),
    end: (at) =>
      [...lives.values()].map((life) => {
        life.facts.endReason = 'host-gone';
        return finish(life, at);
      }),
  };
}

/** Who is told as the other side, and is the agent, is not the other side. */
function withoutAgent(
  { clientId, displayName, ...texts }: Facts['texts'],
  { caller, callee }: HeardEvent['parties'],
  direction: Direction,
): Facts['texts'] {
  const agent = direction === 'outbound' ? caller : callee;
  if (clientId !== undefined && clientId === agent) return texts;
  return {
    ...texts,
    ...(clientId !== undefined && { clientId }),
    ...(displayName !== undefined && { displayName }),
  };
}

/** Ends what belongs to rules that are no more. */
export function endOthers(all: Map<string, EventLives>, rules: readonly string[]): HostInteraction[] {
  return [...all].flatMap(([rule, lives]) => {
    if (rules.includes(rule)) return [];
    all.delete(rule);
    return lives.end(Date.now());
  });
}

function isOther(life: Life, { facts, parties }: HeardEvent): boolean {
  return !sameParty(life.facts.texts.clientId, facts.texts.clientId) || !sameParties(life.parties, parties);
}
