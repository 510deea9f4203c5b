import type { EndReason, HostInteraction, InteractionState } from '../../../domain/host/host-event.ts';
import { type Facts, type Frame, sameParty, toInteraction, usualEnd } from '../rule-facts.ts';
import { countNumbers } from './count-numbers.ts';
import { graceMs, graceOf } from './grace-of.ts';
import type { Row } from './read-row.ts';
import { weightOf, withoutCopies } from './without-copies.ts';

/** With the rule's own it is at most what an id may have. */
const maxIdLength = 300;

interface Life {
  id: string;
  /** The host's own id and key, where the rule reads them. */
  hostId: string;
  key: string;
  element: Element;
  inside: Element | null;
  looked: boolean;
  facts: Facts;
  state: InteractionState;
  answered: boolean;
  times: { startedAt?: string; answeredAt?: string };
  /** It stood there answered when the page was first read. */
  late: boolean;
  told: string;
  /** Epoch milliseconds since when its row is gone. */
  missing: number | undefined;
}

/** Tells which rows of one reading of the page are the interactions of the last one. */
export interface RowLives {
  /** What is new to tell. `now` in epoch milliseconds. */
  take(rows: Row[], now: number): HostInteraction[];
  /** A row is gone, and its interaction waits for the grace: read again. */
  waits(): boolean;
  /** Id of the one that the agent looks at. */
  looked(): string | undefined;
  /** How many it has seen, and how many of them never had a ClientID. */
  numbers(): { seen: number; empty: number };
  /** Ends all: the rule, or the page that it was for, is no more. */
  end(now: number, reason: EndReason): HostInteraction[];
}

export interface RowLivesParts {
  /** Id of the rule. */
  rule: string;
  frame: Frame;
  /** What is no longer shown is kept until the row is gone. */
  remember: boolean;
  /** What stands in the page may be opened in a frame of it. */
  opensInFrames: boolean;
}

export function createRowLives({ rule, frame, remember, opensInFrames }: RowLivesParts): RowLives {
  let lives: Life[] = [];
  let count = 0;
  const counted = countNumbers<Life>();
  let first = true;

  function begin({ element, inside, id: hostId, key, looked, facts }: Row, now: number): Life {
    const startedAt = new Date(now).toISOString();
    const own = hostId === '' ? `${now.toString(36)}-${++count}` : hostId.slice(0, maxIdLength);
    const id = `${rule}:${own}`;
    const { state = 'offered' } = facts;
    const late =
      first && (facts.channel ?? frame.channel) === 'phone' && (state === 'active' || state === 'held');
    const place = { element, inside, looked };
    const life = { id, hostId, key, ...place, facts, answered: false, late, told: '' };
    const begun: Life = { ...life, state, times: late ? {} : { startedAt }, missing: undefined };
    lives.push(begun);
    counted.begins();
    return begun;
  }

  function update(life: Life, { element, inside, id, key, looked, facts }: Row, now: number): void {
    const same = remember && sameParty(life.facts.texts.clientId, facts.texts.clientId);
    const direction = life.facts.direction ?? facts.direction;
    const texts = same ? { ...life.facts.texts, ...facts.texts } : facts.texts;
    life.facts = { ...facts, ...(direction !== undefined && { direction }), texts };
    const before = life.state;
    life.state = facts.state ?? life.state;
    if (life.state === 'active' || life.state === 'held') {
      if (!life.answered && (before === 'offered' || before === 'pending'))
        life.times.answeredAt = new Date(now).toISOString();
      life.answered = true;
    }
    life.missing = undefined;
    Object.assign(life, { element, inside, looked, key: key || life.key, hostId: life.hostId || id });
  }

  function tell(life: Life): HostInteraction[] {
    counted.looks(life, life.facts.texts.clientId);
    const { id, state, facts, times, late } = life;
    const told: HostInteraction = { ...toInteraction(id, state, facts, frame), ...times };
    if (late) told.joinedLate = true;
    // Short ones are numbers of lines: others have the same.
    if (life.hostId.length >= 8) told.correlation = [...(told.correlation ?? []), life.hostId];
    const json = JSON.stringify(told);
    if (json === life.told) return [];
    life.told = json;
    return [told];
  }

  function finish(life: Life, now: number, reason = life.facts.endReason): HostInteraction[] {
    lives = lives.filter((other) => other !== life);
    life.state = 'finished';
    const endReason = reason ?? usualEnd(life.answered, life.facts.direction ?? frame.direction);
    return tell(life).map((told) => ({ ...told, endReason, endedAt: new Date(now).toISOString() }));
  }

  /** Pairs rows with lives, the surest signs first; takes from both lists what it pairs. */
  function pair(rows: Row[], free: Life[], now: number): [Row, Life][] {
    const pairs: [Row, Life][] = [];
    const shown = new Set(rows.map(({ element }) => element));
    const by = (isSame: (row: Row, life: Life) => boolean) => {
      for (const row of [...rows]) {
        const life = free.find((one) => isSame(row, one));
        if (life === undefined) continue;
        pairs.push([row, life]);
        rows.splice(rows.indexOf(row), 1);
        free.splice(free.indexOf(life), 1);
      }
    };
    const fits = (row: Row, life: Life) =>
      (row.id === '' || life.hostId === '') &&
      (row.key === '' || life.key === '') &&
      sameParty(row.facts.texts.clientId, life.facts.texts.clientId);
    by((row, life) => row.id !== '' && row.id === life.hostId);
    by((row, life) => row.id === '' && row.key !== '' && row.key === life.key);
    by((row, life) => row.element === life.element && fits(row, life));
    // Long after, another may stand where nothing tells that it is not the same.
    const justGone = ({ missing }: Life) => now - (missing ?? now) <= graceMs;
    by(
      (row, life) =>
        !!row.facts.texts.clientId &&
        !shown.has(life.element) &&
        (justGone(life) || !!life.facts.texts.clientId) &&
        fits(row, life),
    );
    // The box of a ringing call gives way to one that shows no number.
    if (rows.length === 1 && free.length === 1)
      by((row, life) => weightOf(row) > 2 && !shown.has(life.element) && justGone(life) && fits(row, life));
    return pairs;
  }

  return {
    take(all, now) {
      const rows = withoutCopies(all);
      const free = [...lives];
      const told: HostInteraction[] = [];
      for (const [row, life] of pair(rows, free, now)) {
        if (weightOf(row) === 0) told.push(...finish(life, now, row.facts.endReason));
        else {
          update(life, row, now);
          told.push(...tell(life));
        }
      }
      const begun = rows.filter((row) => weightOf(row) > 0 && row.begins);
      // Before another begins: one that is over is not to stand in its way.
      for (const life of free) {
        life.looked = false;
        life.missing ??= now;
        if (now - life.missing >= graceOf(life, begun, opensInFrames)) told.push(...finish(life, now));
      }
      for (const row of begun) {
        const life = begin(row, now);
        update(life, row, now);
        told.push(...tell(life));
      }
      first = false;
      return told;
    },
    looked: () => lives.find(({ looked }) => looked)?.id,
    numbers: counted.numbers,
    waits: () => lives.some(({ missing }) => missing !== undefined),
    end: (now, reason) => lives.flatMap((life) => finish(life, now, reason)),
  };
}
