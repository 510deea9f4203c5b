import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Send } from '../../../lib/engine/commands/commands.ts';
import { createSignalMap } from '../../parts/signal-map.ts';

/** A search as it stands. Each interaction has its own: a result is never chosen for another one. */
export interface Search {
  query: string;
  /** The query that `contacts` answers; undefined until the first answer. */
  answered?: string;
  contacts: Contact[];
  /** The CRM did not answer: these are saved copies. */
  cached: boolean;
  error?: SafeCrmError;
  /** Position in `contacts` that Enter would show. */
  active: number;
}

export interface SearchStore {
  get(scope: string): Search | undefined;
  type(scope: string, query: string): void;
  move(scope: string, steps: number): void;
  again(scope: string): void;
  close(scope: string): void;
  /** Contacts leave the screen at sign-out; what was typed stays. */
  forgetResults(): void;
}

const delay = 120;

export function createSearchStore(send: Send): SearchStore {
  const searches = createSignalMap<Search>();
  const timeouts = new Map<string, ReturnType<typeof setTimeout>>();
  /** Number of the latest question of each scope: an answer to an older one is dropped. */
  const latest = new Map<string, number>();
  let questions = 0;

  const ask = async (scope: string, query: string) => {
    const question = ++questions;
    latest.set(scope, question);
    const reply = await send({ type: 'contact.search', query });
    const search = searches.get(scope);
    if (latest.get(scope) !== question || !search) return;
    const { error: _, ...rest } = search;
    searches.put(
      scope,
      reply.ok
        ? {
            ...rest,
            answered: query,
            contacts: reply.contacts ?? [],
            cached: reply.cached ?? false,
            active: 0,
          }
        : { ...rest, answered: query, contacts: [], cached: false, error: reply.error, active: 0 },
    );
  };
  const stop = (scope: string) => {
    clearTimeout(timeouts.get(scope));
    latest.delete(scope);
  };

  return {
    get: searches.get,
    type(scope, text) {
      const query = text.slice(0, 200);
      stop(scope);
      if (query.trim() === '') {
        searches.put(scope, query === '' ? undefined : { query, contacts: [], cached: false, active: 0 });
        return;
      }
      const before = searches.get(scope) ?? { contacts: [], cached: false, active: 0 };
      searches.put(scope, { ...before, query });
      timeouts.set(
        scope,
        setTimeout(() => void ask(scope, query.trim()), delay),
      );
    },
    move(scope, steps) {
      const search = searches.get(scope);
      if (!search?.contacts.length) return;
      const count = search.contacts.length;
      searches.put(scope, { ...search, active: (search.active + steps + count) % count });
    },
    again(scope) {
      const search = searches.get(scope);
      if (search) void ask(scope, search.query.trim());
    },
    close(scope) {
      stop(scope);
      searches.put(scope, undefined);
    },
    forgetResults() {
      for (const [scope, { query }] of searches.all.peek()) {
        stop(scope);
        searches.put(scope, { query, contacts: [], cached: false, active: 0 });
      }
    },
  };
}

/** True where the results on screen answer what is typed now: only then does Enter choose. */
export function isAnswered(search: Search): boolean {
  return search.answered === search.query.trim();
}
