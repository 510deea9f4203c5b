import type { Database } from './database.ts';
import { fillIdentifierKeys } from './fill-identifier-keys.ts';

/** A statement, or what must be computed here. */
export type MigrationStep = string | ((tx: Database) => Promise<void>);

/**
 * Every change of the tables, oldest first, one step an entry. Only ever add at the end: what a database has seen is
 * counted by number. `collate "C"` makes order and prefixes the same on PGlite and on every PostgreSQL.
 */
export const migrations: MigrationStep[][] = [
  [
    'create sequence contact_version',
    `create table contacts (
      id text primary key,
      name text not null,
      kind text not null,
      fields jsonb not null,
      version text not null,
      updated_at timestamptz not null,
      name_folded text collate "C" not null,
      search_text text collate "C" not null
    )`,
    `create table identifiers (
      contact_id text not null references contacts (id) on delete cascade,
      kind text not null,
      value text not null,
      scope text not null,
      shared boolean not null,
      position integer not null,
      primary key (contact_id, kind, value, scope)
    )`,
    'create index identifiers_lookup on identifiers (kind, value, scope)',
    // The last line of defence behind the locks: an identifier that nobody chose to share has one owner.
    'create unique index identifiers_one_owner on identifiers (kind, value, scope) where not shared',
    `create table contact_redirects (
      old_id text primary key,
      new_id text not null references contacts (id) on delete cascade
    )`,
    `create table assignments (
      id text primary key,
      contact_id text not null references contacts (id) on delete cascade,
      kind text not null,
      value text not null,
      scope text not null,
      mode text not null,
      agent_id text not null,
      at timestamptz not null,
      before jsonb not null,
      after jsonb not null,
      undone_at timestamptz,
      undone_by text
    )`,
    `create table idempotency (
      agent_id text not null,
      key text not null,
      request_hash text not null,
      status integer not null,
      body text not null,
      created_at timestamptz not null,
      primary key (agent_id, key)
    )`,
    'create index idempotency_age on idempotency (created_at)',
    `create table agents (
      id text primary key,
      email text not null unique,
      name text not null,
      password_hash text not null,
      profile text not null
    )`,
    `create table tokens (
      hash text primary key,
      agent_id text not null references agents (id) on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`,
    'create table configuration (key text primary key, value jsonb not null)',
    `create table interactions (
      id text primary key,
      contact_id text not null references contacts (id) on delete cascade,
      channel text not null,
      at timestamptz not null,
      agent text
    )`,
    'create index interactions_of_contact on interactions (contact_id, at desc)',
  ],
  ['alter table agents add column blocked boolean not null default false'],
  [
    // Search reads names in their order; `collate "C"` lets `like` use it.
    'create index contacts_by_name on contacts (name_folded, id)',
  ],
  [
    // Versions that were counted could fit twice after a restore.
    'update contacts set version = gen_random_uuid()::text',
    'drop sequence contact_version',
  ],
  [`alter table identifiers add column country text not null default ''`],
  [
    // Two spellings of one subscriber are one identifier: what is compared is its key.
    'alter table identifiers add column key text',
    fillIdentifierKeys,
    'alter table identifiers alter column key set not null',
    'drop index identifiers_lookup',
    'drop index identifiers_one_owner',
    // Whoever had the other spelling until now keeps it; only an agent can say whose it is.
    `update identifiers set shared = true where (kind, key, scope) in (
      select kind, key, scope from identifiers group by kind, key, scope having count(*) > 1 and bool_or(not shared))`,
    'create index identifiers_lookup on identifiers (kind, key, scope)',
    'create unique index identifiers_one_owner on identifiers (kind, key, scope) where not shared',
  ],
  [
    // Every word that somebody is found by, once: where a mistyped word is looked for.
    'create table search_words (word text collate "C" primary key)',
    searchWordsOf('contacts'),
    `create function keep_search_words() returns trigger language plpgsql as $$ begin
      ${searchWordsOf('written')};
      return null;
    end $$`,
    ...['insert', 'update'].map(
      (
        write,
      ) => `create trigger search_words_of_${write} after ${write} on contacts referencing new table as written
        for each statement execute function keep_search_words()`,
    ),
  ],
];

/**
 * Keeps the words of these contacts. In their order, so that two who write at once do not wait for one another. Not words
 * that nothing becomes by a typing mistake (`mistakesAllowed`): numbers, parts of addresses, the shortest and the longest.
 */
function searchWordsOf(table: string): string {
  return `insert into search_words (word)
    select distinct word from ${table}, unnest(string_to_array(search_text, ' ')) as word
    where char_length(word) between 3 and 42 and word !~ '[0-9@._+]'
    order by word on conflict do nothing`;
}
