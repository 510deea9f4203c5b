import * as z from 'zod/mini';
import { CrmError, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { CrmContext } from '../crm.ts';
import { basicAuth } from '../http/auth/basic-auth.ts';
import { isTypedSecret } from '../http/auth/is-typed-secret.ts';
import { createHttp } from '../http/http.ts';
import type { HttpAnswer } from '../http/http-answer.ts';
import type { Traffic } from '../http/traffic.ts';
import type { Card } from './card-contact.ts';
import { parseVcard, type VcardLine } from './vcard/vcard.ts';
import { writeVcard } from './vcard/write-vcard.ts';
import { escapeXml, findXml, parseXml, type XmlElement } from './xml.ts';

/** What changed in a book since a token. `more`: the server stopped half-way. */
export interface Changes {
  token: string;
  changed: string[];
  gone: string[];
  more: boolean;
}

/** Cards, and the names of those that are there and cannot be read. */
export interface CardsRead {
  cards: Card[];
  unread: string[];
}

export interface Dav {
  /** The book's name for people, and whether it is a book at all. */
  book(signal?: AbortSignal): Promise<{ name: string; isBook: boolean }>;
  /** Whether cards may be put into the book; 'unknown' where the server has no access control (RFC 3744, 5.5). */
  mayAdd(signal?: AbortSignal): Promise<boolean | 'unknown'>;
  /** `conflict`, stale, where the server knows the token no more. */
  changesSince(token: string, signal?: AbortSignal): Promise<Changes>;
  cards(names: readonly string[], signal?: AbortSignal): Promise<CardsRead>;
  card(name: string, signal?: AbortSignal): Promise<Card>;
  put(card: { name: string; etag?: string; lines: VcardLine[] }, signal?: AbortSignal): Promise<void>;
}

const xml = 'application/xml; charset=utf-8';
const carddav = 'urn:ietf:params:xml:ns:carddav';
const spaces = `xmlns:D="DAV:" xmlns:C="${carddav}"`;
const largestList = 16_777_216;
const cardSchema = z.object({
  etag: z.string(),
  lines: z.custom<VcardLine[]>((value) => Array.isArray(value)),
});
const elementSchema = z.custom<XmlElement>((value) => typeof value === 'object');

/** WebDAV as far as an address book needs it (RFC 6352, RFC 6578), with HTTP Basic. */
export function createDav(
  { settings, credential, fetch }: CrmContext<{ baseUrl: string; user: string }>,
  traffic: Traffic,
): Dav {
  // What was never typed is sent nowhere: it fits no header.
  const headers = isTypedSecret(credential) ? basicAuth(settings.user, credential) : { Authorization: '\0' };
  const http = createHttp({ baseUrl: settings.baseUrl, headers, refusal, traffic, fetch });
  const folder = new URL(settings.baseUrl).pathname;

  async function ask(method: 'propfind' | 'report', text: string, depth: '0' | '1', signal?: AbortSignal) {
    return http.read({
      method,
      path: '',
      body: { type: xml, text: `<?xml version="1.0"?>${text}` },
      headers: { Accept: 'application/xml, text/xml', Depth: depth },
      decode: multistatus,
      reply: elementSchema,
      largest: largestList,
      signal,
    });
  }

  /** The name of a card in this book; undefined for everything else that an address may say. */
  function nameOf(response: XmlElement): string | undefined {
    const href = response.children.find(({ name }) => name === '{DAV:}href')?.text.trim() ?? '';
    const path = URL.parse(href, settings.baseUrl)?.pathname ?? '';
    const rest = path.startsWith(folder) ? path.slice(folder.length) : '';
    if (rest === '' || rest.includes('/')) return undefined;
    try {
      return decodeURIComponent(rest);
    } catch {
      return undefined;
    }
  }

  return {
    async book(signal) {
      const props = '<D:prop><D:displayname/><D:resourcetype/></D:prop>';
      const found = await ask('propfind', `<D:propfind ${spaces}>${props}</D:propfind>`, '0', signal);
      const name = findXml(found, '{DAV:}displayname')?.text.trim() ?? '';
      const type = findXml(found, '{DAV:}resourcetype');
      return { name, isBook: type !== undefined && findXml(type, `{${carddav}}addressbook`) !== undefined };
    },
    async mayAdd(signal) {
      const wanted = '<D:prop><D:current-user-privilege-set/></D:prop>';
      const found = await ask('propfind', `<D:propfind ${spaces}>${wanted}</D:propfind>`, '0', signal);
      const set = findXml(found, '{DAV:}current-user-privilege-set');
      const given = set?.children.flatMap(({ children }) => children.map(({ name }) => name)) ?? [];
      if (given.length === 0) return 'unknown';
      return ['{DAV:}bind', '{DAV:}write', '{DAV:}all'].some((privilege) => given.includes(privilege));
    },
    async changesSince(token, signal) {
      const wanted = `<D:sync-token>${escapeXml(token)}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>`;
      const found = await ask(
        'report',
        `<D:sync-collection ${spaces}>${wanted}</D:sync-collection>`,
        '1',
        signal,
      );
      const next = findXml(found, '{DAV:}sync-token')?.text.trim();
      if (!next) throw new CrmError({ code: 'bad-reply' });
      const changes: Changes = { token: next, changed: [], gone: [], more: false };
      for (const response of responsesOf(found)) {
        const name = nameOf(response);
        const status = statusOf(response);
        if (status === 507) changes.more = true;
        else if (name !== undefined) changes[status === 404 ? 'gone' : 'changed'].push(name);
      }
      return changes;
    },
    async cards(names, signal) {
      const hrefs = names.map((name) => `<D:href>${escapeXml(folder + encodeURIComponent(name))}</D:href>`);
      const wanted = `<D:prop><D:getetag/><C:address-data/></D:prop>${hrefs.join('')}`;
      const found = await ask(
        'report',
        `<C:addressbook-multiget ${spaces}>${wanted}</C:addressbook-multiget>`,
        '1',
        signal,
      );
      const read: CardsRead = { cards: [], unread: [] };
      for (const response of responsesOf(found)) {
        const name = nameOf(response);
        const text = findXml(response, `{${carddav}}address-data`)?.text.trim() ?? '';
        const lines = parseVcard(text);
        const etag = findXml(response, '{DAV:}getetag')?.text.trim() ?? '';
        if (name === undefined) continue;
        if (lines) read.cards.push({ name, etag, lines });
        // One that is gone meanwhile has no text.
        else if (text !== '') read.unread.push(name);
      }
      return read;
    },
    async card(name, signal) {
      const found = await http.read({
        method: 'get',
        path: encodeURIComponent(name),
        headers: { Accept: 'text/vcard' },
        decode: ({ headers: answered, text }) => ({
          etag: answered.get('ETag') ?? '',
          lines: parseVcard(text),
        }),
        reply: cardSchema,
        largest: largestList,
        signal,
      });
      return { name, ...found };
    },
    async put({ name, etag, lines }, signal) {
      await http.write({
        method: 'put',
        path: encodeURIComponent(name),
        body: { type: 'text/vcard; charset=utf-8', text: writeVcard(lines) },
        headers: etag === undefined ? { 'If-None-Match': '*' } : { ...(etag && { 'If-Match': etag }) },
        decode: taken,
        reply: z.null(),
        signal,
      });
    },
  };
}

function multistatus({ status, text }: HttpAnswer): XmlElement {
  const root = status === 207 ? parseXml(text) : undefined;
  if (root?.name !== '{DAV:}multistatus') throw new CrmError({ code: 'bad-reply' });
  return root;
}

/** A card that was written is answered with nothing. */
function taken({ status, text }: HttpAnswer): null {
  if ((status !== 201 && status !== 204) || text.trim() !== '') {
    throw new CrmError({ code: 'bad-reply' });
  }
  return null;
}

function responsesOf(element: XmlElement): XmlElement[] {
  return element.children.filter(({ name }) => name === '{DAV:}response');
}

/** Of the resource itself; its properties have their own. */
function statusOf(response: XmlElement): number | undefined {
  const text = response.children.find(({ name }) => name === '{DAV:}status')?.text;
  return text === undefined ? undefined : Number(/^HTTP\/\d(?:\.\d)? (\d{3})/.exec(text.trim())?.[1]);
}

/** RFC 6578, 3.2: everything is to be asked anew. */
function refusal({ status, text }: HttpAnswer): SafeCrmError | undefined {
  const forgotten = status < 500 && /<(?:[\w-]+:)?valid-sync-token[\s/>]/.test(text);
  return forgotten ? { code: 'conflict', stale: true } : undefined;
}
