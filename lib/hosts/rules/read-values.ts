import {
  charCodeAt,
  emptyTable,
  getOwnPropertyDescriptor,
  parseExactly,
  slice,
  toLowerCase,
} from '../page/built-ins.ts';

/**
 * A member or the number of an entry; or the member that an entry of a list has, and what it reads in small letters. As the
 * first step a number: so many lists further out.
 */
export type Step = string | [member: string, reads: string] | [out: number];

/**
 * What is taken of a host's messages, as plain data: it crosses to the page's own world as JSON. Paths are lists of steps.
 */
export interface Wanted {
  /** The list of events in a message; several: the list in each entry of the one before. */
  each?: Step[][];
  /** Where the type of an event stands; the first that is there. */
  types: Step[][];
  /** The types that mean something. */
  accept: Record<string, 1>;
  /** Every declared value. */
  paths: Step[][];
}

/** One event: its type, and the text at every path, null where there is none. */
export type TakeValues = (type: string, values: Record<number, string | null>) => void;

const maxText = 512;
const maxNested = 65_536;
/** Of one list, and of a message. */
const maxEvents = 50;
const maxInAll = 200;
const maxEntries = 64;

/**
 * Reads the declared values of a message, nothing else. Works in either world: own members only, no getter is run, and no
 * method that a page may have replaced is called. A text on the way is read as JSON.
 */
export function readValues(wanted: Wanted, message: unknown, take: TakeValues): void {
  readLists({ wanted, take, left: maxInAll }, { value: message, outer: undefined }, 0);
}

/** What is being read, and the entry or message around the list that it stands in. */
interface Entry {
  value: unknown;
  outer: Entry | undefined;
}

interface Reading {
  wanted: Wanted;
  take: TakeValues;
  left: number;
}

function readLists(reading: Reading, entry: Entry, depth: number): void {
  const path = reading.wanted.each?.[depth];
  if (path === undefined) {
    if (reading.left-- > 0) readEvent(reading.wanted, entry, reading.take);
    return;
  }
  let entries = readPath(entry, path);
  if (typeof entries === 'string') entries = fromJson(entries);
  if (typeof entries !== 'object' || entries === null) return;
  // Hosts that send a list of several often send one without a list.
  if (own(entries, 'length') === undefined) readLists(reading, { value: entries, outer: entry }, depth + 1);
  for (let index = 0; index < maxEvents; index++) {
    const value = own(entries, index);
    if (value === undefined) return;
    readLists(reading, { value, outer: entry }, depth + 1);
  }
}

function readEvent({ types, accept, paths }: Wanted, event: Entry, take: TakeValues): void {
  let type: string | null = null;
  for (let index = 0; index < types.length && type === null; index++)
    type = toText(readPath(event, types[index] ?? []));
  if (type === null || own(accept, type) !== 1) return;
  const values = emptyTable<string | null>();
  for (let index = 0; index < paths.length; index++)
    values[index] = toText(readPath(event, paths[index] ?? []));
  take(type, values);
}

function readPath(from: Entry, steps: Step[]): unknown {
  const first = steps[0];
  const out = typeof first === 'object' ? own(first, 0) : undefined;
  let begin = 0;
  let entry: Entry | undefined = from;
  if (typeof out === 'number') {
    for (let index = 0; index < out; index++) entry = entry?.outer;
    begin = 1;
  }
  let value = entry?.value;
  for (let index = begin; index <= steps.length; index++) {
    if (typeof value === 'string' && (index < steps.length || index === 0)) value = fromJson(value);
    if (index === steps.length) return value;
    if (typeof value !== 'object' || value === null) return undefined;
    const step = steps[index] ?? '';
    value = typeof step === 'string' ? own(value, step) : pick(value, step);
  }
  return undefined;
}

/** The first entry of a list whose member reads so, in any letter case: names of headers have none. */
function pick(list: object, step: object): unknown {
  const member = own(step, 0);
  const reads = own(step, 1);
  if (typeof member !== 'string') return undefined;
  for (let index = 0; index < maxEntries; index++) {
    const entry = own(list, index);
    if (entry === undefined) return undefined;
    if (typeof entry !== 'object' || entry === null) continue;
    const text = toText(own(entry, member));
    if (text !== null && toLowerCase(text) === reads) return entry;
  }
  return undefined;
}

function fromJson(text: string): unknown {
  const first = charCodeAt(text, 0);
  if (text.length > maxNested || (first !== 0x7b && first !== 0x5b)) return undefined;
  try {
    return parseExactly(text);
  } catch {
    return undefined;
  }
}

function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : slice(value, 0, maxText);
  if (typeof value === 'number' && value - value === 0) return `${value}`;
  return typeof value === 'boolean' ? `${value}` : null;
}

export function own(object: object, key: PropertyKey): unknown {
  return getOwnPropertyDescriptor(object, key)?.value;
}
