import type { IdentifierKind } from '../../../domain/contact/identifier.ts';
import type { Channel, Direction, EndReason, InteractionState } from '../../../domain/host/host-event.ts';
import type { EventRule, EventVersion, FieldRule } from '../../../domain/host/host-rules-events.ts';
import { cutText, fits, isOneOf } from '../cut-text.ts';
import { readTime } from '../read-time.ts';
import { own, type Step, type Wanted } from '../read-values.ts';
import { list } from '../rows/row-reader.ts';
import { type Facts, textFacts } from '../rule-facts.ts';
import type { HeardEvent } from './heard-event.ts';

/** Reads the messages that one version of a rule describes. */
export interface EventReader {
  /** What to take of a message, for `readValues`. */
  wanted: Wanted;
  /** What the values mean; null where no event of the rule fits. `at` in epoch milliseconds. */
  read(message: { type: string; values: unknown; sent: boolean; at: number }): HeardEvent | null;
}

type FieldName = keyof Pick<EventRule, (typeof names)[number]>;
const parties = ['caller', 'callee', 'callerName', 'calleeName'] as const;
const times = ['startedAt', 'answeredAt'] as const;
const words = ['stateFrom', 'directionFrom', 'endReasonFrom', 'channelFrom', 'kindFrom'] as const;
const names = [...textFacts, ...parties, ...times, ...words] as const;

export function createEventReader(version: EventVersion): EventReader {
  const paths: Step[][] = [];
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    const steps = toSteps(path);
    const sign = JSON.stringify(steps);
    const known = indexes.get(sign) ?? paths.push(steps) - 1;
    indexes.set(sign, known);
    return known;
  };
  const fieldsOf = (rules: FieldRule | FieldRule[] | undefined) =>
    list(rules).map((rule) => {
      const field = typeof rule === 'string' ? { path: rule } : rule;
      return { ...field, index: indexOf(field.path) };
    });
  const id = fieldsOf(version.id);
  // Only where the page's own ends are read too does one that comes in tell that the other side ended it.
  const tellsWhoEnds = version.events.some(({ on, state }) => on === 'sent' && state === 'finished');
  const events = version.events.map((event) => ({
    event,
    types: list(event.type),
    where: (event.where ?? []).map((place) => ({ ...place, index: indexOf(place.path) })),
    fields: names.map((name) => fieldsOf(event[name] ?? version[name])),
  }));

  return {
    wanted: {
      ...(version.each !== undefined && { each: toLists(version.each) }),
      types: list(version.type).map(toSteps),
      accept: Object.fromEntries(events.flatMap(({ types }) => types.map((type) => [type, 1 as const]))),
      paths,
    },
    read({ type, values, sent, at }) {
      const text = ({ index, ...cut }: ReturnType<typeof fieldsOf>[number]): string => {
        // From the page's own world: a claim.
        const value = typeof values === 'object' && values !== null ? own(values, index) : undefined;
        return typeof value === 'string' ? cutText(value, cut) : '';
      };
      const first = (fields: ReturnType<typeof fieldsOf>): string => {
        for (const field of fields) {
          const found = text(field);
          if (found !== '') return found;
        }
        return '';
      };
      const found = events.find(
        ({ event, types, where }) =>
          types.includes(type) &&
          (event.on === undefined || (event.on === 'sent') === sent) &&
          where.every(({ index, path, is, match }) => {
            const found = text({ index, path });
            return (
              found !== '' &&
              (is === undefined || isOneOf(found, is)) &&
              (match === undefined || fits(found, match))
            );
          }),
      );
      if (found === undefined) return null;
      const read = Object.fromEntries(names.map((name, index) => [name, first(found.fields[index] ?? [])]));
      const event = heard(found.event, read as Record<FieldName, string>, first(id), at);
      if (found.event.begins === false) event.begins = false;
      if (tellsWhoEnds) event.endedBy = sent ? 'agent' : 'other';
      if (found.event.adopts) event.adopts = true;
      if (found.event.focus) event.focus = true;
      return { ...event, sent };
    },
  };
}

/** The words that may be read; spelled out here, since the schemas that hold them stay out of pages. */
// The cast is proved by a test that holds these words against the schemas'.
const wordsOf = <Word extends string>(text: string) => text.split(' ') as Word[];
const states = wordsOf<InteractionState>('pending offered active held finished closed');
const directions = wordsOf<Direction>('inbound outbound internal');
const endReasons = wordsOf<EndReason>('completed missed rejected cancelled elsewhere failed host-gone');
const channels = wordsOf<Channel>('phone sms whatsapp email chat instagram facebook telegram other');
const kinds = wordsOf<IdentifierKind>(
  'phone email instagram facebook telegram whatsapp username extension other',
);

/** A word that Ringside does not know says nothing. */
function heard(event: EventRule, read: Record<FieldName, string>, id: string, at: number): HeardEvent {
  const facts: Facts = { texts: {} };
  const known = {
    state: oneOf(read.stateFrom, states) ?? event.state,
    direction: oneOf(read.directionFrom, directions) ?? event.direction,
    endReason: oneOf(read.endReasonFrom, endReasons) ?? event.endReason,
    channel: oneOf(read.channelFrom, channels),
    kind: oneOf(read.kindFrom, kinds),
  };
  for (const name of Object.keys(known) as (keyof typeof known)[])
    if (known[name] !== undefined) Object.assign(facts, { [name]: known[name] });
  for (const name of textFacts) if (read[name] !== '') facts.texts[name] = read[name];
  const named: HeardEvent['parties'] = {};
  for (const name of parties) if (read[name] !== '') named[name] = read[name];
  const told: HeardEvent['times'] = {};
  for (const name of times) {
    const time = readTime(read[name], at);
    if (time !== undefined) told[name] = time;
  }
  return { id, facts, parties: named, times: told, at };
}

function oneOf<Word extends string>(text: string, known: readonly Word[]): Word | undefined {
  return known.find((word) => word === text);
}

/** `a.b[0]` → `a`, `b`, `0`; `a[name=B].c` → `a`, [`name`, `b`], `c`. */
function toSteps(path: string): Step[] {
  const steps = path.matchAll(/\[(\d+)\]|\[([^.[\]\\=]+)=((?:\\.|[^[\]\\])+)\]|((?:\\.|[^.[\]\\])+)/g);
  const plain = (text: string) => text.replace(/\\(.)/g, '$1');
  const out = /^\.{2,}/.exec(path)?.[0].length ?? 1;
  const read = [...steps].map(
    ([, index, member, reads = '', name = '']): Step =>
      member === undefined ? (index ?? plain(name)) : [member, plain(reads).toLowerCase()],
  );
  return out > 1 ? [[out - 1], ...read] : read;
}

/** `networks[].channels[]`: the steps to a list, and in each of its entries to the next. */
function toLists(path: string): Step[][] {
  return path
    .replace(/(?<!\\)\[\]$/, '')
    .split(/(?<!\\)\[\]/)
    .map(toSteps);
}
