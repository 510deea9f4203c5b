import type { Contact } from '../../domain/contact/contact.ts';
import { type Identifier, identifierKey, readingsOf } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { pathOfUnread, type ReportUnread, type Unread } from '../../domain/crm/unread.ts';
import type { Found } from '../../domain/search/found.ts';
import { type HeldContact, searchHeld } from '../../domain/search/search-held.ts';
import { searchableParts } from '../../domain/search/searchable-contact.ts';
import { untilAborted } from '../http/until-aborted.ts';
import { type Card, contactOfCard } from './card-contact.ts';
import { extensionsOf } from './card-fields.ts';
import type { Dav } from './dav.ts';
import { readCards } from './read-cards.ts';
import type { VcardLine } from './vcard/vcard.ts';

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

/** `onUnread` hears of what is left out of the book while the rest is used. */
export function createBook(dav: Dav, region: string, onUnread?: ReportUnread): Book {
  let entries = new Map<string, Entry>();
  let byIdentifier = new Map<string, Set<string>>();
  /** Empty: nothing was read yet. */
  let token = '';
  let loading: Promise<void> | undefined;
  /** Cards that could not be read since it was begun. */
  let left = 0;

  function forget(name: string): void {
    for (const identifier of (entries.get(name)?.contact.identifiers ?? []).flatMap(readingsOf)) {
      byIdentifier.get(identifierKey(identifier))?.delete(name);
    }
    entries.delete(name);
  }

  function remember(card: Card): void {
    forget(card.name);
    const contact = contactOfCard(card, region);
    if (!contact) return;
    if (entries.size >= mostCards) throw new CrmError({ code: 'not-supported' });
    for (const part of unreadOf(card.lines)) onUnread?.(part);
    // The lines stay behind: a book with its pictures would not fit.
    entries.set(card.name, {
      contact,
      parts: searchableParts(contact),
      extensions: extensionsOf(card.lines),
    });
    for (const identifier of contact.identifiers.flatMap(readingsOf)) {
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
        const { cards, unread } = await readCards(dav, changes.changed.slice(at, at + cardsAtOnce), signal);
        cards.forEach(remember);
        // What it was before is not what it is.
        unread.forEach(forget);
        for (const _ of unread) onUnread?.(unreadCard);
        left += unread.length;
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
    left = 0;
    await readChanges();
    if (entries.size > 0 || left === 0) return;
    // It says of nobody that they are not there.
    token = '';
    throw new CrmError({ code: 'bad-reply' });
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
      [
        ...new Set(
          readingsOf(identifier).flatMap((one) => [...(byIdentifier.get(identifierKey(one)) ?? [])]),
        ),
      ].flatMap((name) => entries.get(name)?.contact ?? []),
    search: (query) => searchHeld(query, entries.values()),
    extensions: () => new Set([...entries.values()].flatMap(({ extensions }) => extensions)),
  };
}

const unreadCard: Unread = { of: 'contact', whole: true, path: '', expected: 'form' };

/** What of a card was left out, by its properties; a line that is none has no name. */
function unreadOf(lines: readonly VcardLine[]): Unread[] {
  return lines.flatMap(({ name, unread }): Unread[] => {
    if (unread === undefined) return [];
    const path = pathOfUnread([unread === 'line' ? 'line' : name]);
    return [{ of: 'contact', whole: false, path, expected: unread === 'line' ? 'form' : 'charset' }];
  });
}
