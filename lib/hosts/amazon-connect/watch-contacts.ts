import { apply, emptyTable, stringify } from '../page/built-ins.ts';
import { type ContactReading, readContact } from './read-contact.ts';
import { ask, read, text } from './read-page-object.ts';

const maxContacts = 100;
/** The events after which a contact is read again. */
const changes = [
  'onRefresh',
  'onIncoming',
  'onPending',
  'onConnecting',
  'onAccepted',
  'onConnected',
  'onError',
  'onACW',
];
/** The events that end it, and what each is called here. A destroyed one can no longer be read. */
const ends = [
  ['onMissed', 'missed'],
  ['onEnded', 'ended'],
  ['onDestroy', 'destroyed'],
] as const;

interface Watched {
  reading: ContactReading;
  /** The life of Streams in which it was subscribed to. */
  life: unknown;
  said: string;
}

/**
 * Follows every contact of Streams, those that it had before too, and sends `{ contact }` whenever something that is read
 * of one has changed, and `{ view }` when the agent looks at another (null: at none).
 */
export function watchContacts(send: (message: unknown) => void) {
  const contacts = emptyTable<Watched>();
  let count = 0;
  let life: unknown;
  let view: string | null | undefined;

  function tell(id: string, contact: unknown, end?: string): void {
    const watched = contacts[id];
    if (watched === undefined) return;
    readContact(contact, watched.reading);
    if (end !== undefined) watched.reading.end = end;
    const said = stringify(watched.reading);
    if (said !== watched.said) {
      watched.said = said;
      say('contact', watched.reading);
    }
    if (end !== 'destroyed') return;
    delete contacts[id];
    count--;
  }

  function follow(contact: unknown): void {
    const id = text(ask(contact, 'getContactId'));
    if (id === undefined) return;
    const known = contacts[id];
    if (known?.life === life) return;
    if (known === undefined && count++ >= maxContacts) dropOldest();
    const reading = known?.reading ?? emptyTable<unknown>();
    reading.id = id;
    contacts[id] = { reading, life, said: known?.said ?? '' };
    // Streams hands a fresh object to each; where it hands none the first one is read.
    for (let index = 0; index < changes.length; index++)
      ask(contact, changes[index] ?? '', (now: unknown) => tell(id, now ?? contact));
    for (let index = 0; index < ends.length; index++) {
      const [event, end] = ends[index] ?? ['', ''];
      ask(contact, event, (now: unknown) => tell(id, now ?? contact, end));
    }
    tell(id, contact);
  }

  function dropOldest(): void {
    for (const id in contacts) {
      delete contacts[id];
      count--;
      return;
    }
  }

  function look(looked: unknown): void {
    const next = text(read(looked, 'contactId')) ?? null;
    if (next === view) return;
    view = next;
    say('view', next);
  }

  function say(key: string, value: unknown): void {
    const message = emptyTable<unknown>();
    message[key] = value;
    send(message);
  }

  return {
    /** Subscribes once in each life of Streams; false where it has none yet. */
    attach(connect: unknown): boolean {
      const core = read(connect, 'core');
      const now = read(core, 'eventBus') ?? connect;
      if (now === life) return true;
      const subscribe = read(connect, 'contact');
      if (typeof subscribe !== 'function') return false;
      try {
        apply(subscribe, connect, [follow]);
      } catch {
        return false;
      }
      life = now;
      ask(core, 'onViewContact', look);
      // Those that began before: they are not told to a late subscriber.
      ask(connect, 'agent', (agent: unknown) => {
        const all = ask(agent, 'getContacts');
        const length = read(all, 'length');
        for (let index = 0; typeof length === 'number' && index < length && index < maxContacts; index++)
          follow(read(all, String(index)));
      });
      return true;
    },
    tellAgain(): void {
      for (const id in contacts) say('contact', contacts[id]?.reading);
      if (view !== undefined) say('view', view);
    },
  };
}
