import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Contact, ContactIdentifier } from '../../lib/domain/contact/contact.ts';
import type { Identifier, IdentifierKind } from '../../lib/domain/contact/identifier.ts';
import type { AssignMode } from '../../lib/domain/interaction/live.ts';
import { subscriberKey } from '../../lib/domain/numbers/subscriber.ts';

/** The tables as queries see them; migrations.ts makes them. */
const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const contacts = pgTable('contacts', {
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Contact['kind']>().notNull(),
  fields: jsonb().$type<Contact['fields']>().notNull(),
  /** Drawn at random for every write, so that a version never fits another content, contact or restored copy. */
  version: text().notNull(),
  updatedAt: time('updated_at').notNull(),
  nameFolded: text('name_folded').notNull(),
  searchText: text('search_text').notNull(),
});

/** Every word that a contact is found by, once. The database adds them; one that nobody has any more stays, and finds nobody. */
export const searchWords = pgTable('search_words', { word: text().primaryKey() });

export const identifiers = pgTable(
  'identifiers',
  {
    contactId: text('contact_id').notNull(),
    kind: text().$type<IdentifierKind>().notNull(),
    value: text().notNull(),
    /** What is compared: of a number its subscriber's, whichever spelling was given; else the value. */
    key: text().notNull(),
    /** Empty where the identifier has none. */
    scope: text().notNull(),
    shared: boolean().notNull(),
    position: integer().notNull(),
    /** How the country of a number was known that was given without one; else empty. */
    country: text().$type<NonNullable<ContactIdentifier['country']> | ''>().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.kind, table.value, table.scope] })],
);

/** The columns of an identifier. */
export function identifierColumns({ kind, value, scope = '' }: Identifier) {
  return { kind, value, key: kind === 'phone' ? subscriberKey(value) : value, scope };
}

/** Where a merged contact went. */
export const contactRedirects = pgTable('contact_redirects', {
  oldId: text('old_id').primaryKey(),
  newId: text('new_id').notNull(),
});

/** Who carries an identifier, and how: what an assignment found and what it left. */
export interface Ownership {
  contactId: string;
  shared: boolean;
  position: number;
  /** As it is spelled there, where that may differ. Neither is in assignments of earlier versions. */
  value?: string;
  country?: NonNullable<ContactIdentifier['country']> | '';
}

export const assignments = pgTable('assignments', {
  id: text().primaryKey(),
  contactId: text('contact_id').notNull(),
  kind: text().$type<IdentifierKind>().notNull(),
  value: text().notNull(),
  scope: text().notNull(),
  mode: text().$type<AssignMode>().notNull(),
  agentId: text('agent_id').notNull(),
  at: time('at').notNull(),
  before: jsonb().$type<Ownership[]>().notNull(),
  after: jsonb().$type<Ownership[]>().notNull(),
  undoneAt: time('undone_at'),
  undoneBy: text('undone_by'),
});

export const idempotency = pgTable(
  'idempotency',
  {
    agentId: text('agent_id').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer().notNull(),
    /** The reply as it was sent. Text, so that it is repeated to the byte. */
    body: text().notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agentId, table.key] })],
);

export const agents = pgTable('agents', {
  id: text().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  profile: text().notNull(),
  blocked: boolean().notNull().default(false),
});

export const tokens = pgTable('tokens', {
  hash: text().primaryKey(),
  agentId: text('agent_id').notNull(),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
});

export const configuration = pgTable('configuration', {
  key: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});

/** Just enough for `Contact.lastInteraction`. */
export const interactions = pgTable('interactions', {
  id: text().primaryKey(),
  contactId: text('contact_id').notNull(),
  channel: text().notNull(),
  at: time('at').notNull(),
  agent: text(),
});
