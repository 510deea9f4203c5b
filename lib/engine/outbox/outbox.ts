import type { Write } from '../../domain/interaction/live.ts';
import type { OwnThings } from '../connection/standing.ts';
import type { WriteStore } from '../drafts/write-store.ts';
import type { Desk } from '../live/desk.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { readKeptWrite } from './read-kept-write.ts';
import { isSettledBy } from './same-thing.ts';
import type { WriteAction } from './write-action.ts';

const shownSaved = 5;
/** A click that is sent once more after it was saved must be known for a while. */
const keptSaved = 50;

/**
 * The one truth of every write: whose it is, what to send again, how it stands. Views are shown those of the agent who is
 * signed in, each in its interaction; what has none, or one that has left, in the state itself. Nobody else sees them.
 */
export class Outbox implements OwnThings {
  readonly #desk: Desk;
  readonly #storeOf: (crm: string) => WriteStore;
  readonly #read: (raw: unknown) => WriteRequest | undefined;
  #keeping: Promise<unknown> = Promise.resolve();

  /** `read`: a request as some version kept it; undefined where it is none that this one knows. */
  constructor(
    desk: Desk,
    storeOf: (crm: string) => WriteStore,
    read: (raw: unknown) => WriteRequest | undefined,
  ) {
    this.#desk = desk;
    this.#storeOf = storeOf;
    this.#read = read;
  }

  /** Whosever it is. */
  get(id: string): OutboxEntry | undefined {
    return this.#desk.kept.outbox.find(({ write }) => write.id === id);
  }

  /** The signed-in agent's own. */
  own(id: string): OutboxEntry | undefined {
    return this.#own().find(({ write }) => write.id === id);
  }

  /** Whether something of the agent's in this interaction is not saved: it must not leave their sight. */
  holds(key: string): boolean {
    return this.#own().some((one) => one.key === key && one.write.status !== 'saved');
  }

  /** Adds it, or takes the place of the one of the same id. */
  put(entry: OutboxEntry): void {
    const others = this.#desk.kept.outbox.filter(({ write }) => write.id !== entry.write.id);
    this.#set([...others, entry]);
  }

  /** A later word on the same thing: what was not saved of it before is not to be sent any more. */
  settle({ crm, owner }: Pick<OutboxEntry, 'crm' | 'owner'>, later: WriteRequest, action: WriteAction): void {
    this.#set(
      this.#desk.kept.outbox.filter((one) => {
        const { key, command, write } = one;
        const { id, status, error } = write;
        const open =
          this.#isOf(one, crm, owner) && key === later.key && status === 'not-saved' && id !== later.writeId;
        return !(open && command && isSettledBy(action, { command, error }, later));
      }),
    );
  }

  /** How it stands now. What is saved needs not be sent again. */
  mark(id: string, now: Pick<Write, 'status' | 'at' | 'error'>): void {
    this.#set(
      this.#desk.kept.outbox.map((one) => {
        if (one.write.id !== id) return one;
        const { error: _, ...write } = one.write;
        return { ...one, command: now.status === 'saved' ? null : one.command, write: { ...write, ...now } };
      }),
    );
  }

  remove(id: string): void {
    this.#set(this.#desk.kept.outbox.filter(({ write }) => write.id !== id));
  }

  /** Two interactions have turned out to be one. */
  move(fromKey: string, toKey: string): void {
    this.#set(
      this.#desk.kept.outbox.map((one) => {
        if (one.key !== fromKey) return one;
        return { ...one, key: toKey, command: one.command && { ...one.command, key: toKey } };
      }),
    );
  }

  /** What one sign-in began while nobody knew whose it was turns out to be this person's. */
  give(crm: string, from: string, to: string): void {
    const isTheirs = (one: OutboxEntry) => one.crm === crm && one.owner === from;
    for (const one of this.#desk.kept.outbox)
      if (isTheirs(one)) this.#onDisk(() => this.#storeOf(crm).remove(from, one.write.id));
    this.#set(this.#desk.kept.outbox.map((one) => (isTheirs(one) ? { ...one, owner: to } : one)));
  }

  /** Reads what a former life of the browser kept of this person's; call the answer in the moment when they are signed in. */
  async find(crm: string, owner: string): Promise<() => void> {
    const rows = await this.#storeOf(crm).load(owner);
    return () => {
      const { outbox } = this.#desk.kept;
      const found = rows.flatMap((row) => readKeptWrite(row, { crm, owner }, this.#read) ?? []);
      // Of what is known here, this is the later word, and what it says now goes to the disk.
      const own = outbox.map((one) => (this.#isOf(one, crm, owner) ? { ...one } : one));
      this.#set([...found.filter(({ write }) => !this.get(write.id)), ...own]);
      for (const { write } of found)
        if (this.get(write.id)?.command === null)
          this.#onDisk(() => this.#storeOf(crm).remove(owner, write.id));
    };
  }

  /** Resolves when what was put so far is on disk, or is known not to be: then it lasts as long as the browser. */
  async kept(): Promise<void> {
    await this.#keeping;
  }

  /** A killed worker's writes under way have an unknown outcome: they are offered again, which is safe under their key. */
  recover(): void {
    for (const { write } of this.#desk.kept.outbox)
      if (write.status === 'saving')
        this.mark(write.id, { status: 'not-saved', at: write.at, error: { code: 'unreachable' } });
  }

  /** Views get what is the signed-in agent's. Call it when another is, and when an interaction has come or gone. */
  show(): void {
    const own = this.#own();
    const keys = new Set(this.#desk.state.interactions.map(({ key }) => key));
    for (const key of keys) {
      const writes = own.filter((one) => one.key === key).map(({ write }) => write);
      const saved = writes.filter(({ status }) => status === 'saved').slice(-shownSaved);
      const open = writes.filter(({ status }) => status !== 'saved');
      this.#desk.patch(key, (live) => ({ ...live, writes: [...saved, ...open] }));
    }
    const loose = own.filter(
      ({ key, write }) => write.status !== 'saved' && (key === null || !keys.has(key)),
    );
    this.#desk.set({ writes: loose.map(({ write }) => write) });
  }

  /** Whoever is not signed in there any more: their writes are in no state. */
  hide(): void {
    this.show();
  }

  #own(): OutboxEntry[] {
    return this.#desk.kept.outbox.filter((one) => this.#isOwn(one));
  }

  /** Of who is signed in at the CRM that it goes to. */
  #isOwn({ crm, owner }: OutboxEntry): boolean {
    return this.#desk.kept.parties[crm]?.owner === owner;
  }

  #isOf(one: OutboxEntry, crm: string, owner: string): boolean {
    return one.crm === crm && one.owner === owner;
  }

  #set(outbox: OutboxEntry[]): void {
    const { outbox: before } = this.#desk.kept;
    const saved = outbox.filter(({ write }) => write.status === 'saved').slice(0, -keptSaved);
    this.#desk.keep({ outbox: outbox.filter((one) => !saved.includes(one)) });
    this.#keepOnDisk(before);
    this.show();
  }

  /** What is not saved of the signed-in agents', and nothing else: nobody else's key is here. */
  #keepOnDisk(before: OutboxEntry[]): void {
    for (const one of this.#own())
      if (one.command !== null && !before.includes(one))
        this.#onDisk(() => this.#storeOf(one.crm).put(one.owner, one.write.id, one));
    for (const one of before)
      if (this.#isOwn(one) && one.command !== null && !this.get(one.write.id)?.command)
        this.#onDisk(() => this.#storeOf(one.crm).remove(one.owner, one.write.id));
  }

  #onDisk(change: () => Promise<void>): void {
    // A disk that fails leaves it in the browser's memory.
    this.#keeping = Promise.all([this.#keeping, change().catch(() => undefined)]);
  }
}
