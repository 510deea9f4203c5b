import type { CrmDefinition } from '../../../domain/crm/crm-definition.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import { readAt } from '../../../domain/text/json-path.ts';

type ListDefinition = CrmDefinition['list'];

/** What the next page is asked for with: a cursor, or the parameters of its address. */
export type PageMark = string | Record<string, string>;

/** A reply with a page of a list. */
export interface PageReply {
  json: unknown;
  next?: PageMark | undefined;
  /** How many there are in all. */
  total?: number | undefined;
}

/** What a list is asked for with, a page at a time. */
export interface PageRequest {
  texts: Record<string, string>;
  more?: Record<string, string>;
}

export interface ReadPages {
  records: unknown[];
  /** These are all that there are, as far as the CRM lets us know. */
  complete: boolean;
  total?: number;
}

const longestMark = 4_096;
const mostParameters = 40;
/** What a page may hold of a CRM that heeds no limit. */
const mostRecords = 1_000;

/** With as many, a search follows no further pages: each is a request, at every pause in typing. */
const enough = 20;

/** Follows the pages of a list until `most` records are read, or enough, or to the definition's bound where all are wanted. */
export async function readPages(
  { pages, limit, records }: ListDefinition,
  most: number | undefined,
  ask: (page: PageRequest) => Promise<PageReply>,
): Promise<ReadPages> {
  const size = Math.min(limit, most ?? limit);
  const read: unknown[] = [];
  let total: number | undefined;
  let mark: PageMark | undefined;
  const bound = pages?.most ?? 1;
  for (let count = 0; count < bound; count += 1) {
    const reply = await ask(
      requestOf({ number: count + (pages?.first ?? 1), offset: read.length, mark, size }),
    );
    const page = listOf(readAt(reply.json, records));
    read.push(...page.slice(0, mostRecords));
    total = reply.total ?? total;
    const ended =
      page.length === 0 ||
      page.length > mostRecords ||
      !hasMore({ pages, reply, count: page.length, size, read: read.length, total });
    // The same mark again would be the same page again.
    const stuck = reply.next !== undefined && JSON.stringify(reply.next) === JSON.stringify(mark);
    if (ended || stuck) {
      const complete = page.length <= mostRecords && !stuck;
      return { records: read, complete, ...(total !== undefined && { total }) };
    }
    if (most !== undefined && read.length >= Math.min(most, enough)) break;
    mark = reply.next;
  }
  return { records: read, complete: false, ...(total !== undefined && { total }) };
}

/** One record instead of a list is a list of it; null is none. */
function listOf(found: unknown): unknown[] {
  if (Array.isArray(found)) return found;
  if (found === null) return [];
  if (typeof found === 'object') return [found];
  throw new CrmError({ code: 'bad-reply' });
}

function requestOf({
  number,
  offset,
  mark,
  size,
}: {
  number: number;
  offset: number;
  mark: PageMark | undefined;
  size: number;
}): PageRequest {
  return {
    texts: {
      limit: String(size),
      page: String(number),
      offset: String(offset),
      cursor: typeof mark === 'string' ? mark : '',
    },
    ...(typeof mark === 'object' && { more: mark }),
  };
}

interface PageRead {
  pages: ListDefinition['pages'];
  reply: PageReply;
  count: number;
  size: number;
  read: number;
  total: number | undefined;
}

/** A CRM that tells neither the next page nor the total has more where a page is full; more than was asked for is all. */
function hasMore({ pages, reply, count, size, read, total }: PageRead): boolean {
  if (pages?.by === 'cursor' || pages?.by === 'address') return reply.next !== undefined;
  if (pages?.next !== undefined) return reply.next !== undefined;
  return total === undefined ? count === size : read < total;
}

/** How a reply says that the list goes on; undefined where it does not. */
export function nextOf({ pages }: ListDefinition, json: unknown, headers: Headers): PageMark | undefined {
  if (!pages) return undefined;
  const told = pages.next === undefined ? undefined : readAt(json, pages.next);
  if (pages.by === 'address') return parametersOf(pages.link ? linkOf(headers) : told);
  if (told === undefined || told === null || told === false || told === '' || told === 0) return undefined;
  if (typeof told === 'string' || typeof told === 'number') return String(told).slice(0, longestMark);
  return pages.by === 'cursor' ? undefined : 'more';
}

/** How many there are in all, where the reply says so. */
export function totalOf(
  { total, totalHeader }: ListDefinition,
  json: unknown,
  headers: Headers,
): number | undefined {
  const told =
    total === undefined
      ? /(\d{1,12})\s*$/.exec(totalHeader === undefined ? '' : (headers.get(totalHeader) ?? ''))?.[1]
      : readAt(json, total);
  const number = typeof told === 'string' && told !== '' ? Number(told) : told;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Of an address only its parameters are taken: what a reply says leads nowhere else. */
function parametersOf(address: unknown): Record<string, string> | undefined {
  if (typeof address !== 'string' || address === '' || address.length > longestMark) return undefined;
  const url = URL.parse(address, 'https://a.invalid/');
  const parameters = [...(url?.searchParams ?? [])].slice(0, mostParameters);
  return parameters.length === 0 ? undefined : Object.fromEntries(parameters);
}

function linkOf(headers: Headers): string | undefined {
  const links = headers.get('Link') ?? '';
  return /<([^<>]*)>\s*;[^,]*\brel="?next"?/i.exec(links)?.[1];
}
