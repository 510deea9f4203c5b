import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Found, WhyFound } from '../../../lib/domain/search/found.ts';
import type { ReplyTo, Send, ViewCommand } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap } from '../../parts/signal-map.ts';

/** What one CRM found. */
export interface FoundIn extends Found {
  /** The connection. */
  crm: string;
  /** The CRM did not answer: these are saved copies. */
  cached: boolean;
  /** Why each was found. */
  why: WhyFound;
  error?: SafeCrmError;
}

/** A search as it stands. Each interaction has its own: a result is never chosen for another one. */
export interface Search {
  query: string;
  /** The query that `found` answers; undefined until the first answer. */
  answered?: string;
  /** Of each CRM that has answered, in the order in which they did: what is being read does not move. */
  found: FoundIn[];
  /** Connections that are still asked. */
  asking: string[];
  /** All contacts of `found`, in their order. */
  contacts: Contact[];
  /** Position in `contacts` that Enter would show; -1: none. */
  active: number;
}

export interface SearchStore {
  get(scope: string): Search | undefined;
  type(scope: string, query: string): void;
  /** Before anything is typed: those of the last interactions. None is active: a slip of the hand chooses nobody. */
  offer(scope: string, contacts: Contact[]): void;
  move(scope: string, steps: number): void;
  again(scope: string): void;
  close(scope: string): void;
  /** Contacts leave the screen at sign-out; what was typed stays. */
  forgetResults(): void;
}

type Reply = ReplyTo<Extract<ViewCommand, { type: 'contact.search' }>>;

/** Milliseconds. Longer an answer that does not come holds up no question. */
const longestWait = 400;
const nothing = { found: [], asking: [], contacts: [], active: 0 };

/**
 * `askedFor`: the connections that a search of this scope goes to, in the order of the settings. The first key asks at once; what
 * is typed meanwhile is asked for when that is answered, so that no CRM is asked faster than it answers.
 */
export function createSearchStore(send: Send, askedFor: (scope: string) => string[]): SearchStore {
  const searches = createSignalMap<Search>();
  /** What is asked for next, and when at the latest. */
  const next = new Map<string, { query: string; timeout: ReturnType<typeof setTimeout> }>();
  /** Number of the question that each scope waits for. */
  const underWay = new Map<string, { question: number; at: number }>();
  /** Number of the latest question of each scope: an answer to an older one is dropped. */
  const latest = new Map<string, number>();
  let questions = 0;

  const ask = (scope: string, query: string): void => {
    const question = ++questions;
    latest.set(scope, question);
    const asking = askedFor(scope);
    const search = searches.get(scope);
    if (search) searches.put(scope, { ...search, asking });
    const answers = { any: false };
    underWay.set(scope, { question, at: performance.now() });
    const all = asking.map((crm) => askOne(scope, crm, { query, question, answers }));
    void Promise.all(all).then(() => {
      if (underWay.get(scope)?.question !== question) return;
      underWay.delete(scope);
      const waiting = next.get(scope);
      if (waiting) askNext(scope, waiting.query);
    });
  };

  const askNext = (scope: string, query: string): void => {
    clearTimeout(next.get(scope)?.timeout);
    next.delete(scope);
    ask(scope, query);
  };

  /** None waits for another; what the former query found stays until the first of them answers. */
  const askOne = async (
    scope: string,
    crm: string,
    { query, question, answers }: { query: string; question: number; answers: { any: boolean } },
  ): Promise<void> => {
    const reply = await send({ type: 'contact.search', crm, query });
    const search = searches.get(scope);
    if (latest.get(scope) !== question || !search) return;
    const before = answers.any ? search.found : [];
    const one = foundIn(crm, reply);
    const found = [...before.filter((other) => other.crm !== crm), one];
    searches.put(scope, {
      query: search.query,
      answered: query,
      found,
      asking: search.asking.filter((other) => other !== crm),
      contacts: found.flatMap(({ contacts }) => contacts),
      active: answers.any ? search.active : 0,
    });
    answers.any = true;
  };
  const stop = (scope: string) => {
    clearTimeout(next.get(scope)?.timeout);
    next.delete(scope);
    latest.delete(scope);
  };

  return {
    get: searches.get,
    type(scope, text) {
      const query = text.slice(0, 200);
      stop(scope);
      if (query.trim() === '') {
        searches.put(scope, query === '' ? undefined : { query, ...nothing });
        return;
      }
      const before = isOffered(searches.get(scope)) ? nothing : (searches.get(scope) ?? nothing);
      searches.put(scope, { ...before, query });
      const at = underWay.get(scope)?.at ?? Number.NEGATIVE_INFINITY;
      const wait = at + longestWait - performance.now();
      const words = query.trim();
      if (wait <= 0) ask(scope, words);
      else next.set(scope, { query: words, timeout: setTimeout(() => askNext(scope, words), wait) });
    },
    offer(scope, contacts) {
      if (searches.get(scope) !== undefined || contacts.length === 0) return;
      searches.put(scope, { ...nothing, query: '', answered: '', contacts, active: -1 });
    },
    move(scope, steps) {
      const search = searches.get(scope);
      if (!search?.contacts.length) return;
      const count = search.contacts.length;
      searches.put(scope, {
        ...search,
        active: search.active < 0 && steps < 0 ? count - 1 : (search.active + steps + count) % count,
      });
    },
    again(scope) {
      const search = searches.get(scope);
      if (search) ask(scope, search.query.trim());
    },
    close(scope) {
      stop(scope);
      underWay.delete(scope);
      searches.put(scope, undefined);
    },
    forgetResults() {
      for (const [scope, { query }] of searches.all.peek()) {
        stop(scope);
        searches.put(scope, { query, ...nothing });
      }
    },
  };
}

function foundIn(crm: string, reply: Reply): FoundIn {
  if (!reply.ok) return { crm, contacts: [], cached: false, why: {}, error: reply.error };
  const { contacts = [], cached = false, why = {}, total, more } = reply;
  return { crm, contacts, cached, why, ...(total !== undefined && { total }), ...(more && { more }) };
}

/** True of contacts that nobody has searched for. */
export function isOffered(search: Search | undefined): boolean {
  return search?.query === '' && search.answered === '';
}

/** True where the results on screen answer what is typed now: only then does Enter choose. */
export function isAnswered(search: Search): boolean {
  return search.answered === search.query.trim();
}
