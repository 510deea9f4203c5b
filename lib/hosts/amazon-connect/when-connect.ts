import { apply, defineProperty, emptyTable, getOwnPropertyDescriptor } from '../page/built-ins.ts';
import { read } from './read-page-object.ts';

/** A page without Streams is looked at this often at most. */
const maxLooks = 500;

/**
 * Calls `attach` whenever Amazon Connect Streams may have become ready in this page, and again when it is set up anew;
 * `attach` answers whether it could. Nothing is polled: Streams is looked for when the page defines its global
 * `connect`, when it sets up its event bus (before which nothing can be heard), and when a script or frame has loaded.
 */
export function whenConnect(page: Window & typeof globalThis, attach: (connect: unknown) => boolean): void {
  const watched = new WeakSet<object>();
  const { add, has } = WeakSet.prototype;
  const { queueMicrotask } = page;
  let looks = 0;

  function look(): void {
    const connect = read(page, 'connect');
    if (connect === null || typeof connect !== 'object') return;
    attach(connect);
    const core = read(connect, 'core');
    if (core !== null && typeof core === 'object' && !apply(has, watched, [core])) {
      apply(add, watched, [core]);
      whenSet(core, 'eventBus', look);
    }
  }

  const lookAgain = () => {
    if (looks++ < maxLooks) look();
    else page.document.removeEventListener('load', lookAgain, true);
  };

  look();
  // Streams fills its global in many steps, of which this is the first: look when the script is through.
  if (read(page, 'connect') === undefined) whenSet(page, 'connect', () => queueMicrotask(look));
  // Frames too: Streams puts the CCP into one, wherever its own code came from.
  page.document.addEventListener('load', lookAgain, true);
  page.addEventListener('DOMContentLoaded', lookAgain);
  page.addEventListener('load', lookAgain);
}

/**
 * Calls `then` each time a property of the page's is set. Until it is, reading finds what would be found without this (on
 * a window, an element of that name); on a window it becomes a plain property again when it is set.
 */
function whenSet(owner: object, key: string, then: () => void): void {
  const before = getOwnPropertyDescriptor(owner, key);
  if (before !== undefined && (before.configurable !== true || !('value' in before))) return;
  const isWindow = 'window' in owner;
  let isSet = before !== undefined;
  let value: unknown = before?.value;
  const trap = emptyTable<unknown>();
  trap.configurable = true;
  trap.enumerable = !isWindow;
  trap.get = () => (isSet ? value : Reflect.get(Reflect.getPrototypeOf(owner) ?? owner, key, owner));
  trap.set = (next: unknown) => {
    isSet = true;
    value = next;
    if (isWindow) {
      const plain = emptyTable<unknown>();
      plain.configurable = true;
      plain.enumerable = true;
      plain.writable = true;
      plain.value = next;
      defineProperty(owner, key, plain);
    }
    try {
      then();
    } catch {
      // The page's own business goes on.
    }
  };
  defineProperty(owner, key, trap);
}
