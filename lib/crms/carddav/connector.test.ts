import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Unread } from '../../domain/crm/unread.ts';
import { reply, type SeenRequest, startReplayServer } from '../http/replay-server-for-tests.ts';
import carddav from './connector.ts';

let server: Awaited<ReturnType<typeof startReplayServer>>;
beforeAll(async () => {
  server = await startReplayServer();
});
afterAll(() => server.close());

const vcard = (name: string, ...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n');

/** A book on a server: cards by name, a history of changes, and tokens that are places in it. */
function startBook(cards: Record<string, string>) {
  const book = { cards: { ...cards }, history: Object.keys(cards), forget: false, pages: 0, isPortal: false };
  const unread: Unread[] = [];
  const etag = (name: string) => `"${book.cards[name]!.length}-${book.cards[name]!.slice(-60, -20).length}"`;
  const href = (name: string) => `<d:href>/book/${encodeURIComponent(name)}</d:href>`;
  const xml = { 'Content-Type': 'application/xml; charset=utf-8' };
  const status = (inner: string) =>
    reply(
      207,
      `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">${inner}</d:multistatus>`,
      xml,
    );
  const requests: string[] = [];

  function sync(request: SeenRequest) {
    const since = Number(/sync-token>(\d*)</.exec(request.body)![1] || '0');
    if (since > 0 && book.forget) {
      book.forget = false;
      return reply(403, '<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>', xml);
    }
    const end = book.pages > 0 ? Math.min(book.history.length, since + book.pages) : book.history.length;
    const names = [...new Set(book.history.slice(since, end))];
    const rows = names.map((name) =>
      book.cards[name] === undefined
        ? `<d:response>${href(name)}<d:status>HTTP/1.1 404 Not Found</d:status></d:response>`
        : `<d:response>${href(name)}<d:propstat><d:prop><d:getetag>${etag(name)}</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
    );
    const cut = end < book.history.length;
    const more = cut
      ? '<d:response><d:href>/book/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>'
      : '';
    return status(`${rows.join('')}${more}<d:sync-token>${end}</d:sync-token>`);
  }

  function cardsAsked(request: SeenRequest) {
    const names = [...request.body.matchAll(/\/book\/([^<]+)</g)].map(([, name]) =>
      decodeURIComponent(name!),
    );
    const rows = names.map(
      (name) =>
        `<d:response>${href(name)}<d:propstat><d:prop><d:getetag>${etag(name)}</d:getetag><c:address-data><![CDATA[${book.cards[name]}]]></c:address-data></d:prop></d:propstat></d:response>`,
    );
    return status(rows.join(''));
  }

  function answer(request: SeenRequest) {
    if (book.isPortal && !request.body.includes('sync-collection'))
      return reply(200, '<!doctype html><title>Sign in to the network</title>');
    const name = decodeURIComponent(request.url.slice('/book/'.length));
    if (request.method === 'PROPFIND') {
      const book =
        '<d:response><d:propstat><d:prop><d:displayname>Customers</d:displayname><d:resourcetype><c:addressbook/></d:resourcetype></d:prop></d:propstat></d:response>';
      return status(request.url === '/book/' ? book : '');
    }
    if (request.method === 'REPORT')
      return request.body.includes('multiget') ? cardsAsked(request) : sync(request);
    const before = book.cards[name];
    if (request.method === 'PUT') {
      const { 'if-match': match, 'if-none-match': none } = request.headers;
      if (none ? before !== undefined : match !== etag(name)) return reply(412);
      book.cards[name] = request.body;
      book.history.push(name);
      return reply(201);
    }
    return before === undefined
      ? reply(404)
      : reply(200, before, { 'Content-Type': 'text/vcard', ETag: etag(name) });
  }

  server.answerWith((request, ...rest) => {
    const what = request.body.includes('multiget')
      ? 'cards'
      : request.body.includes('sync-collection')
        ? 'sync'
        : '';
    requests.push(`${request.method} ${what || request.url}`);
    answer(request)(request, ...rest);
  });
  const settings = { baseUrl: `${server.baseUrl}book/`, user: 'test', region: 'FR' };
  const onUnread = (one: Unread) => void unread.push(one);
  const crm = carddav.connect({ settings, credential: 'pässword', onUnread });
  return { ...book, book, crm, requests, unread };
}

const phone = (value: string) => ({ kind: 'phone', value }) as const;

it.each(['06 39 98 00 01', '06.39.98.00.01', '0033 639980001', '+33 6 39 98 00 01', '+33639980001'])(
  'finds a number typed as %s, of that country only',
  async (typed) => {
    const { crm } = startBook({
      'a.vcf': vcard('A', `TEL:${typed}`),
      'b.vcf': vcard('B', 'TEL:+34 639 980 001'),
      'c.vcf': vcard('C', 'TEL:06 39 98 05 00 01'),
    });
    expect((await crm.findByIdentifier(phone('+33639980001'))).map(({ id }) => id)).toEqual(['a.vcf']);
  },
);

it('reads the book once, then asks for changes only: one request, or two where there are some', async () => {
  const { crm, book, requests } = startBook({ 'a.vcf': vcard('A', 'TEL:0639980001'), 'b.vcf': vcard('B') });
  await Promise.all([crm.search('a'), crm.findByIdentifier(phone('+33639980001'))]);
  expect(requests.filter((one) => one === 'REPORT cards')).toHaveLength(1);
  requests.length = 0;
  expect(await crm.findByIdentifier(phone('+33639980001'))).toHaveLength(1);
  expect(requests).toEqual(['REPORT sync']);
  delete book.cards['a.vcf'];
  book.cards['b.vcf'] = vcard('B', 'TEL:0639980002');
  book.history.push('a.vcf', 'b.vcf');
  requests.length = 0;
  expect(await crm.findByIdentifier(phone('+33639980002'))).toMatchObject([{ id: 'b.vcf', name: 'B' }]);
  expect(requests).toEqual(['REPORT sync', 'REPORT cards']);
  expect(await crm.findByIdentifier(phone('+33639980001'))).toEqual([]);
});

it('reads everything anew when the server knows its token no more', async () => {
  const { crm, book } = startBook({ 'a.vcf': vcard('A', 'TEL:0639980001') });
  await crm.search('a');
  book.cards = { 'n.vcf': vcard('N', 'TEL:0639980009') };
  book.history.splice(0, 1, 'n.vcf');
  book.forget = true;
  expect(await crm.findByIdentifier(phone('+33639980001'))).toEqual([]);
  expect(await crm.findByIdentifier(phone('+33639980009'))).toHaveLength(1);
});

it('goes on where the server stops half-way, and reads a hundred cards at once', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 250 }, (_none, n) => [`c ${n}.vcf`, vcard(`Card ${n}`, `TEL:06399${10_000 + n}`)]),
  );
  const { crm, book, requests } = startBook(many);
  book.pages = 200;
  expect(await crm.findByIdentifier(phone('+33639910249'))).toMatchObject([{ id: 'c 249.vcf' }]);
  expect(requests.filter((one) => one === 'REPORT cards')).toHaveLength(3);
  expect((await crm.search('card 24')).contacts).toHaveLength(13);
});

it('writes only over the card that was read, and creates a card once for a key', async () => {
  const { crm, book, requests } = startBook({
    'a.vcf': vcard('Ana', 'X-UNKNOWN;A=b:kept', 'TEL:0639980001'),
  });
  const ana = (await crm.getContact('a.vcf'))!;
  const changed = await crm.updateContact('a.vcf', { fields: { jobTitle: 'Buyer' } }, ana.version, {
    key: 'u',
  });
  expect(changed.fields).toMatchObject({ jobTitle: 'Buyer', 'X-UNKNOWN': 'kept' });
  expect(book.cards['a.vcf']).toContain('X-UNKNOWN;A=b:kept');
  await expect(crm.updateContact('a.vcf', { name: 'X' }, ana.version, { key: 'v' })).rejects.toMatchObject({
    safe: { code: 'conflict', stale: true },
  });
  const contact = { name: 'Ingrid Solheim', kind: 'person' as const, identifiers: [], fields: {} };
  const once = await crm.createContact(contact, { key: 'k/../1' });
  expect(await crm.createContact(contact, { key: 'k/../1' })).toEqual(once);
  expect(Object.keys(book.cards)).toEqual(['a.vcf', 'ringside-k----1.vcf']);
  expect(requests.filter((one) => one.startsWith('PUT')).length).toBeGreaterThan(1);
});

/** Ends the text of the card in the answer, so that what follows must be XML. */
const noXml = vcard('Odd', 'NOTE:]]>&nbsp;<![CDATA[');
const noCard = { of: 'contact', whole: true, path: '', expected: 'form' };

it.each([
  ['is no card', 'hello'],
  ['is broken off', vcard('Odd').replace('END:VCARD', '')],
  ['is two in one', vcard('Odd') + vcard('Odd')],
  ['makes the answer no XML', noXml],
])('hides nobody behind a card that %s, and says that it is left out', async (_what, odd) => {
  const many = Array.from({ length: 120 }, (_none, n) => [
    `${n}.vcf`,
    vcard(`Card ${n}`, `TEL:063998${1_000 + n}`),
  ]);
  const { crm, unread } = startBook({ ...Object.fromEntries(many), 'odd.vcf': odd, 'z.vcf': vcard('Z') });
  for (const n of [0, 99, 119]) {
    expect(await crm.findByIdentifier(phone(`+3363998${1_000 + n}`))).toMatchObject([{ name: `Card ${n}` }]);
  }
  expect((await crm.search('z')).contacts).toHaveLength(1);
  expect(unread).toEqual([noCard]);
});

it('says which parts of a card are left out, and nothing of what stood there', async () => {
  const { crm, unread } = startBook({
    'a.vcf': vcard(
      'Ana',
      'Apt 4 of Ana',
      'TITLE;CHARSET=X-OWN;ENCODING=QUOTED-PRINTABLE:=FC',
      'TEL:0639980001',
    ),
    'b.vcf': vcard('B'),
  });
  expect(await crm.findByIdentifier(phone('+33639980001'))).toMatchObject([
    { name: 'Ana', fields: { jobTitle: '=FC' } },
  ]);
  expect(unread).toEqual([
    { of: 'contact', whole: false, path: 'line', expected: 'form' },
    { of: 'contact', whole: false, path: 'TITLE', expected: 'charset' },
  ]);
});

it.each([['hello'], [noXml]])('forgets what a card was that can be read no more: %j', async (odd) => {
  const { crm, book, unread } = startBook({ 'a.vcf': vcard('A', 'TEL:0639980001'), 'b.vcf': vcard('B') });
  expect(await crm.findByIdentifier(phone('+33639980001'))).toHaveLength(1);
  book.cards['a.vcf'] = odd;
  book.history.push('a.vcf');
  expect(await crm.findByIdentifier(phone('+33639980001'))).toEqual([]);
  expect((await crm.search('b')).contacts).toHaveLength(1);
  expect(unread).toEqual([noCard]);
});

it('says of nobody that they are not there where no card can be read', async () => {
  const { crm, book } = startBook({ 'a.vcf': 'hello', 'b.vcf': 'hello' });
  const refused = { safe: { code: 'bad-reply' } };
  await expect(crm.search('a')).rejects.toMatchObject(refused);
  await expect(crm.findByIdentifier(phone('+33639980001'))).rejects.toMatchObject(refused);
  book.cards['a.vcf'] = vcard('A', 'TEL:0639980001');
  expect(await crm.findByIdentifier(phone('+33639980001'))).toHaveLength(1);
});

it('takes what answers in the server’s place for no card, and goes on where it was', async () => {
  const { crm, book, requests, unread } = startBook({ 'a.vcf': vcard('A'), 'b.vcf': vcard('B') });
  await crm.search('a');
  book.cards['a.vcf'] = vcard('A', 'TEL:0639980001');
  book.history.push('a.vcf');
  book.isPortal = true;
  await expect(crm.search('a')).rejects.toMatchObject({ safe: { code: 'bad-reply' } });
  book.isPortal = false;
  requests.length = 0;
  expect(await crm.findByIdentifier(phone('+33639980001'))).toHaveLength(1);
  expect(unread).toEqual([]);
});

it('edits an encoded card, and leaves what was not changed byte for byte', async () => {
  const name = ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=41=6E=C3=', '=A4'];
  const text = ['BEGIN:VCARD', 'VERSION:2.1', ...name, 'TEL;CELL:0639980001', 'odd', 'END:VCARD', ''].join(
    '\r\n',
  );
  const { crm, book } = startBook({ 'a.vcf': text });
  const [ana] = await crm.findByIdentifier(phone('+33639980001'));
  await crm.updateContact('a.vcf', { fields: { jobTitle: 'Käuferin' } }, ana!.version, { key: 'u' });
  const title = 'TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:K=C3=A4uferin\r\n';
  expect(book.cards['a.vcf']).toBe(text.replace('END:VCARD', `${title}END:VCARD`));
  expect(await crm.getContact('a.vcf')).toMatchObject({ name: 'Anä', fields: { jobTitle: 'Käuferin' } });
});

it('says so where the address is no address book', async () => {
  startBook({});
  const settings = { baseUrl: `${server.baseUrl}other/`, user: 'test', region: 'FR' };
  await expect(carddav.connect({ settings, credential: 'x' }).session()).rejects.toMatchObject({
    safe: { code: 'bad-reply' },
  });
});
