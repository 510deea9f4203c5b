import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, identifierKey } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Found } from '../../domain/search/found.ts';
import { type HeldContact, searchHeld } from '../../domain/search/search-held.ts';
import { searchableParts } from '../../domain/search/searchable-contact.ts';
import { untilAborted } from '../http/until-aborted.ts';
import { type Card, contactOfCard } from './card-contact.ts';
import { extensionsOf } from './card-fields.ts';
import type { Dav } from './dav.ts';

/** A book read once and kept, since a server compares numbers as text only. */
export interface Book {
  /** Reads the book the first time, and what changed since each time after. */
  refresh(signal?: AbortSignal): Promise<void>;
  find(identifier: Identifier): Contact[];
  search(query: string): Found;
  /** Extensions that its cards have. */
  extensions(): Set<string>;
}

interface Entry extends HeldContact {
  extensions: string[];
}

const cardsAtOnce = 100;
/** Some 30 MB; a book beyond is refused rather than searched in part. */
const mostCards = 20_000;
const mostPages = 100;

export function createBook(dav: Dav, region: string): Book {
  let entries = new Map<string, Entry>();
  let byIdentifier = new Map<string, Set<string>>();
  /** Empty: nothing was read yet. */
  let token = '';
  let loading: Promise<void> | undefined;

  function forget(name: string): void {
    for (const identifier of entries.get(name)?.contact.identifiers ?? []) {
      byIdentifier.get(identifierKey(identifier))?.delete(name);
    }
    entries.delete(name);
  }

  function remember(card: Card): void {
    forget(card.name);
    const contact = contactOfCard(card, region);
    if (!contact) return;
    if (entries.size >= mostCards) throw new CrmError({ code: 'not-supported' });
    // The lines stay behind: a book with its pictures would not fit.
    entries.set(card.name, {
      contact,
      parts: searchableParts(contact),
      extensions: extensionsOf(card.lines),
    });
    for (const identifier of contact.identifiers) {
      const key = identifierKey(identifier);
      byIdentifier.set(key, (byIdentifier.get(key) ?? new Set()).add(card.name));
    }
  }

  async function readChanges(signal?: AbortSignal): Promise<void> {
    for (let page = 0; page < mostPages; page++) {
      const changes = await dav.changesSince(token, signal);
      if (entries.size + changes.changed.length > mostCards) throw new CrmError({ code: 'not-supported' });
      changes.gone.forEach(forget);
      for (let at = 0; at < changes.changed.length; at += cardsAtOnce) {
        const cards = await dav.cards(changes.changed.slice(at, at + cardsAtOnce), signal);
        cards.forEach(remember);
      }
      // Only now: what broke off in between is asked for again.
      token = changes.token;
      if (!changes.more) return;
    }
    throw new CrmError({ code: 'bad-reply' });
  }

  /** One caller's giving up does not end it for the others. */
  async function load(): Promise<void> {
    entries = new Map();
    byIdentifier = new Map();
    token = '';
    await readChanges();
  }

  async function loaded(signal?: AbortSignal): Promise<void> {
    if (token !== '' && !loading) return;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    await untilAborted(loading, signal);
  }

  return {
    async refresh(signal) {
      await loaded(signal);
      try {
        await readChanges(signal);
      } catch (error) {
        if (!(error instanceof CrmError && error.safe.stale)) throw error;
        token = '';
        await loaded(signal);
        await readChanges(signal);
      }
    },
    find: (identifier) =>
      [...(byIdentifier.get(identifierKey(identifier)) ?? [])].flatMap(
        (name) => entries.get(name)?.contact ?? [],
      ),
    search: (query) => searchHeld(query, entries.values()),
    extensions: () => new Set([...entries.values()].flatMap(({ extensions }) => extensions)),
  };
}
