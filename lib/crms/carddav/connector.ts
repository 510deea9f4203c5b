import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createTraffic } from '../http/traffic.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import type { RecordDriver } from '../records/record-driver.ts';
import { recordWrites } from '../records/record-writes.ts';
import { createBook } from './book.ts';
import { changedCard, contactOfCard, newCard } from './card-contact.ts';
import { fieldsOfBook } from './card-fields.ts';
import { readingOfCard } from './card-identifiers.ts';
import { createDav } from './dav.ts';
import { heldKinds } from './identifier-lines.ts';
import { keptLines } from './kept-lines.ts';
import type { VcardLine } from './vcard/vcard.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  // A colon would end the name in HTTP Basic.
  user: z.string().check(z.trim(), z.minLength(1), z.maxLength(256), z.regex(/^[^:\p{Cc}]+$/u)),
  region: regionSchema,
});
type Settings = z.infer<typeof settingsSchema>;

/** An address book over CardDAV (tried on Radicale 3.1). Its cards are read once, kept in memory, and compared here. */
const carddav: CrmConnector<Settings> = {
  id: 'carddav',
  label: 'CardDAV',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: () => ({
    ...fullCapabilities,
    comparesVersions: true,
    identifiers: [...heldKinds],
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 2,
    search: 2,
    opening: 202,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default carddav;

function connect(context: CrmContext<Settings>): Crm {
  const { user, region } = context.settings;
  const dav = createDav(context, createTraffic(carddav.rate));
  const book = createBook(dav, region, context.onUnread);

  async function bookName(signal?: AbortSignal): Promise<string> {
    const { name, isBook } = await dav.book(signal);
    if (!isBook) throw new CrmError({ code: 'bad-reply' });
    return name;
  }

  const driver = (uid: string): RecordDriver<VcardLine[]> => ({
    identifiers: [...heldKinds],
    async get(id, signal) {
      if (id === '') return null;
      try {
        const card = await dav.card(id, signal);
        const contact = contactOfCard(card, region);
        return contact && { contact, record: card.lines };
      } catch (error) {
        if (error instanceof CrmError && error.safe.code === 'not-found') return null;
        throw error;
      }
    },
    async find(identifier, signal) {
      await book.refresh(signal);
      return book.find(identifier);
    },
    async insert(contact, signal) {
      const name = `${uid}.vcf`;
      try {
        await dav.put({ name, lines: newCard(uid, contact, region) }, signal);
      } catch (error) {
        // It lies there already: an earlier attempt was not answered.
        if (!(error instanceof CrmError && error.safe.stale)) throw error;
      }
      return name;
    },
    refusesStale: ({ contact }) => contact.version !== '',
    kept: ({ record }) => keptLines(record, readingOfCard(record, region)),
    async patch({ contact, record }, change, signal) {
      const lines = changedCard(record, change, region);
      await dav.put({ name: contact.id, etag: contact.version, lines }, signal);
    },
  });
  const cards = driver('');

  return {
    async session({ signal } = {}) {
      await bookName(signal);
      return { agent: { id: user, name: user } };
    },
    mayCreate: ({ signal } = {}) => dav.mayAdd(signal),
    async workspace({ signal } = {}) {
      const name = await bookName(signal);
      await book.refresh(signal);
      return defaultWorkspace({
        name,
        region,
        fields: fieldsOfBook(book.extensions()),
        kinds: [...heldKinds],
      });
    },
    getContact: async (id, { signal } = {}) => (await cards.get(id, signal))?.contact ?? null,
    findByIdentifier: (identifier, { signal } = {}) => cards.find(identifier, signal),
    async search(query, { signal } = {}) {
      await book.refresh(signal);
      return book.search(query);
    },
    ...recordWrites(cards, context.memory, context.pace),
    // The key names the card: the same again finds it in its place.
    createContact: (contact, options) =>
      recordWrites(driver(uidOf(options.key))).createContact(contact, options),
    recordUrl: () => null,
  };
}

function uidOf(key: string): string {
  return `ringside-${key.replace(/[^\w-]/g, '-').slice(0, 64)}`;
}
