import carddav from '../../../lib/crms/carddav/connector.ts';
import { type Connected, connectTo } from './connect-to.ts';
import { type Answered, crmFetch } from './crm-fetch.ts';

/** Where the book is, below its server. */
const bookPath = '/book/';
/** The one card in it. */
export const cardName = 'card.vcf';

const xml = { 'Content-Type': 'application/xml; charset=utf-8' };
const etag = '"1"';

/** The connector on an address book with this card. Throws `BadCase` where the region is none. */
export function connectToBook(card: string, region: string): Required<Connected> {
  const settings = { baseUrl: `https://crm.example${bookPath}`, user: 'ana', region };
  return connectTo(carddav, settings, fakeAddressBook(card));
}

/** An address book over CardDAV with one card, sent as it is. */
function fakeAddressBook(card: string): typeof globalThis.fetch {
  const status = (inner: string): Answered => ({
    status: 207,
    body: `<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">${inner}</d:multistatus>`,
    headers: xml,
  });
  const row = (props: string, href = `${bookPath}${cardName}`) =>
    `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`;
  const version = `<d:getetag>${etag.replaceAll('"', '&quot;')}</d:getetag>`;

  return crmFetch(({ method, url, body }) => {
    if (method === 'PROPFIND')
      return status(
        row('<d:displayname>Book</d:displayname><d:resourcetype><c:addressbook/></d:resourcetype>', bookPath),
      );
    if (method === 'REPORT' && body.includes('multiget'))
      return status(row(`${version}<c:address-data>${escaped(card)}</c:address-data>`));
    if (method === 'REPORT') {
      const known = /sync-token>1</.test(body);
      return status(`${known ? '' : row(version)}<d:sync-token>1</d:sync-token>`);
    }
    if (method === 'GET' && url.pathname === `${bookPath}${cardName}`)
      return { body: card, headers: { 'Content-Type': 'text/vcard; charset=utf-8', ETag: etag } };
    return { status: 404, body: '' };
  });
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;')
    .replaceAll('\r', '&#13;');
}
