import { within } from '../../engine/waiting/within.ts';
import type { StorageApi } from '../browser/storage-api.ts';

/** The browser keeps these in memory or in a small database; more than this is a hang. */
const patienceMs = 5_000;
const bounded = new Set<PropertyKey>(['get', 'set', 'remove', 'clear']);

/** The browser's storage with an end to every wait: `TimeUp` where it does not answer. What was asked for may still happen. */
export function boundStorage(api: StorageApi): StorageApi {
  return {
    storage: new Proxy(api.storage, {
      // Not `storage`: the builder takes such a name for its own storage library, and packs that too.
      get(areas, name) {
        const member: unknown = Reflect.get(areas, name);
        return name === 'session' || name === 'local' ? boundArea(member as object) : member;
      },
    }),
  };
}

function boundArea<Area extends object>(area: Area): Area {
  return new Proxy(area, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, args);
        return bounded.has(name) && answer instanceof Promise ? within(patienceMs, answer) : answer;
      };
    },
  });
}
