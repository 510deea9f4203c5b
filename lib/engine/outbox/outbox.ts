import type { Write } from '../../domain/interaction/live.ts';
import type { OwnThings } from '../connection/standing.ts';
import type { WriteStore } from '../drafts/write-store.ts';
import type { LiveStore } from '../live/live-store.ts';
import type { OutboxEntry } from '../live/recovery-store.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { type ActionOf, aheadOf, contactOf, sinceOf } from './order.ts';
import { OutboxDisk } from './outbox-disk.ts';
import { isToBeSaid } from './outcome.ts';
import { readKeptWrite } from './read-kept-write.ts';
import { isSettledBy } from './same-thing.ts';
import type { WriteAction } from './write-action.ts';

/** Which CRM it goes to, and which person there asked for it. */
export type Whose = Pick<OutboxEntry, 'crm' | 'owner'>;

const shownSaved = 5;
/** A click that is sent once more after it was saved must be known for a while. */
const keptSaved = 50;

/**
 * The one truth of every write: whose it is, what to send again, how it stands. Views are shown those of the agent who is
 * signed in, each in its interaction; what has none, or one that has left, in the state itself. Nobody else sees them.
 */
export class Outbox implements OwnThings {
  readonly #liveStore: LiveStore;
  readonly #disks = new Map<string, OutboxDisk>();
  readonly #storeOf: (crm: string) => WriteStore;
  readonly #read: (raw: unknown) => WriteRequest | undefined;
  readonly #actionOf: ActionOf;

  /** `read`: a request as some version kept it; undefined where it is none that this one knows. */
  constructor(
    liveStore: LiveStore,
    storeOf: (crm: string) => WriteStore,
    { read, actionOf }: { read: (raw: unknown) => WriteRequest | undefined; actionOf: ActionOf },
  ) {
    this.#liveStore = liveStore;
    this.#storeOf = storeOf;
    this.#read = read;
    this.#actionOf = actionOf;
  }

  /** Whosever it is. */
  get(id: string): OutboxEntry | undefined {
    return this.#liveStore.kept.outbox.find(({ write }) => write.id === id);
  }

  /** The signed-in agent's own. */
  own(id: string): OutboxEntry | undefined {
    return this.#own().find(({ write }) => write.id === id);
  }

  /** Whether something of the agent's in this interaction is not saved: it must not leave their sight. */
  holds(key: string): boolean {
    return this.#own().some((one) => one.key === key && one.write.status !== 'saved');
  }

  /** What must end before this one is sent. */
  ahead(id: string): OutboxEntry[] {
    const entry = this.get(id);
    return entry ? aheadOf(entry, this.#liveStore.kept.outbox, this.#actionOf) : [];
  }

  /** What waits for this one. */
  behind(id: string): OutboxEntry[] {
    const { outbox } = this.#liveStore.kept;
    return outbox.filter((one) => aheadOf(one, outbox, this.#actionOf).some(({ write }) => write.id === id));
  }

  /** The signed-in agent's in this CRM that wait for nothing but their time. */
  firsts(crm: string): OutboxEntry[] {
    return this.ofAgent(crm).filter(({ write, command }) => {
      const known = command !== null && this.#actionOf(command.type) !== undefined;
      return known && write.status === 'waiting' && this.ahead(write.id).length === 0;
    });
  }

  /** All of the agent's who is signed in at this CRM, in the order of their clicks. */
  ofAgent(crm: string): OutboxEntry[] {
    return this.#own().filter((one) => one.crm === crm);
  }

  /** Adds it behind all others, or in the place of the one of the same id. */
  put(entry: OutboxEntry): void {
    const { outbox } = this.#liveStore.kept;
    if (this.get(entry.write.id)) this.change(entry.write.id, () => entry);
    else {
      const since = Math.max(entry.write.since ?? entry.write.at, ...outbox.map((one) => sinceOf(one) + 1));
      this.#set([...outbox, { ...entry, write: { ...entry.write, since } }]);
    }
  }

  /** Changes one that is still there. */
  change(id: string, change: (entry: OutboxEntry) => OutboxEntry): void {
    this.#set(this.#liveStore.kept.outbox.map((one) => (one.write.id === id ? change(one) : one)));
  }

  /**
   * A later word on the same thing: what was not saved of it before is not to be sent any more, nor what waits and was never
   * sent. What may have been done is found out first.
   */
  settle({ crm, owner }: Whose, later: WriteRequest, action: WriteAction): void {
    const own = this.get(later.writeId);
    const until = own ? sinceOf(own) : Number.POSITIVE_INFINITY;
    this.#set(
      this.#liveStore.kept.outbox.filter((one) => {
        const { command, sentAt, write } = one;
        const waits = write.status === 'waiting' && sentAt === undefined;
        const earlier = isOf(one, { crm, owner }) && one.key === later.key && sinceOf(one) < until;
        const open = earlier && (write.status === 'not-saved' || waits);
        return !(open && command && isSettledBy(action, { command, error: write.error }, later));
      }),
    );
  }

  /** How it stands now. What is saved needs not be sent again. */
  mark(
    id: string,
    now: Pick<Write, 'status' | 'at' | 'error' | 'retryAt' | 'unknown' | 'differs' | 'slow'>,
    sending: Pick<OutboxEntry, 'sentAt' | 'attempt'> = {},
  ): void {
    this.change(id, (one) => {
      const { error: _, retryAt: __, unknown: ___, ...write } = one.write;
      const marked = { ...one, ...sending, write: { ...write, ...now } };
      return now.status === 'saved' ? bare(marked) : marked;
    });
  }

  remove(id: string): void {
    this.#set(this.#liveStore.kept.outbox.filter(({ write }) => write.id !== id));
  }

  /** Two interactions have turned out to be one. */
  move(fromKey: string, toKey: string): void {
    this.#set(
      this.#liveStore.kept.outbox.map((one) => {
        if (one.key !== fromKey) return one;
        return { ...one, key: toKey, command: one.command && { ...one.command, key: toKey } };
      }),
    );
  }

  /** What one sign-in began while nobody knew whose it was turns out to be this person's. */
  give(crm: string, from: string, to: string): void {
    const isTheirs = (one: OutboxEntry) => isOf(one, { crm, owner: from });
    for (const one of this.#liveStore.kept.outbox)
      if (isTheirs(one)) this.#diskOf(crm).remove(from, one.write.id);
    this.#set(this.#liveStore.kept.outbox.map((one) => (isTheirs(one) ? { ...one, owner: to } : one)));
  }

  /** Reads what a former life of the browser kept of this person's; call the answer in the moment when they are signed in. */
  async find(crm: string, owner: string): Promise<() => void> {
    const rows = await this.#diskOf(crm).load(owner);
    return () => {
      const { outbox } = this.#liveStore.kept;
      const found = rows.flatMap((row) => readKeptWrite(row, { crm, owner }, this.#read) ?? []);
      // Of what is known here, this is the later word, and what it says now goes to the disk.
      const own = outbox.map((one) => (isOf(one, { crm, owner }) ? { ...one } : one));
      const all = [...found.filter(({ write }) => !this.get(write.id)), ...own];
      this.#set(all.toSorted((a, b) => sinceOf(a) - sinceOf(b)));
      for (const { write } of found)
        if (this.get(write.id)?.command === null) this.#diskOf(crm).remove(owner, write.id);
    };
  }

  /** Resolves when what was put so far is on disk, or is known not to be: then it lasts as long as the browser. */
  async kept(): Promise<void> {
    await Promise.all([...this.#disks.values()].map((disk) => disk.kept()));
  }

  /** What a killed worker had under way may have been done: it is sent again under its key. */
  recover(): void {
    for (const { write } of this.#liveStore.kept.outbox)
      if (write.status === 'saving') this.mark(write.id, { status: 'waiting', at: write.at });
  }

  /** Views get what is the signed-in agent's. Call it when another is, and when an interaction has come or gone. */
  show(): void {
    const own = this.#own();
    const keys = new Set(this.#liveStore.state.interactions.map(({ key }) => key));
    for (const key of keys) {
      const writes = own.filter((one) => one.key === key).map((one) => this.#shown(one));
      const saved = writes.filter((one) => one.status === 'saved' && !isToBeSaid(one)).slice(-shownSaved);
      const open = writes.filter((one) => one.status !== 'saved' || isToBeSaid(one));
      this.#liveStore.patch(key, (live) => ({ ...live, writes: [...saved, ...open] }));
    }
    const loose = own.filter(
      ({ key, write }) => (write.status !== 'saved' || isToBeSaid(write)) && (key === null || !keys.has(key)),
    );
    this.#liveStore.set({ writes: loose.map((one) => this.#shown(one)) });
  }

  /** With what it changes, so that a view can show it in its place. */
  #shown({ crm, command, write }: OutboxEntry): Write {
    if (!command) return { ...write, crm };
    const action = this.#actionOf(command.type);
    const contactId = contactOf({ command }, this.#actionOf);
    const change = action?.kind === 'update' ? action.sets?.(command) : undefined;
    return { ...write, crm, ...(contactId !== undefined && { contactId }), ...(change && { change }) };
  }

  /** Of an agent who is not signed in any more nothing is in any state. */
  hide(): void {
    this.show();
  }

  #own(): OutboxEntry[] {
    return this.#liveStore.kept.outbox.filter((one) => this.#isOwn(one));
  }

  /** Of who is signed in at the CRM that it goes to. */
  #isOwn({ crm, owner }: OutboxEntry): boolean {
    return this.#liveStore.kept.parties[crm]?.owner === owner;
  }

  #diskOf(crm: string): OutboxDisk {
    const known = this.#disks.get(crm) ?? new OutboxDisk(this.#storeOf(crm));
    this.#disks.set(crm, known);
    return known;
  }

  #set(outbox: OutboxEntry[]): void {
    const { outbox: before } = this.#liveStore.kept;
    const saved = outbox.filter(({ write }) => write.status === 'saved').slice(0, -keptSaved);
    this.#liveStore.keep({ outbox: outbox.filter((one) => !saved.includes(one)) });
    this.#keepOnDisk(before);
    this.show();
  }

  /** What is not saved of the signed-in agents', and nothing else: nobody else's key is here. */
  #keepOnDisk(before: OutboxEntry[]): void {
    for (const one of this.#own())
      if (one.command !== null && !before.includes(one)) this.#diskOf(one.crm).put(one.owner, one);
    for (const one of before)
      if (this.#isOwn(one) && one.command !== null && !this.get(one.write.id)?.command)
        this.#diskOf(one.crm).remove(one.owner, one.write.id);
  }
}

/** What is saved needs nothing of what it takes to send it. */
function bare({ crm, owner, key, write }: OutboxEntry): OutboxEntry {
  return { crm, owner, key, command: null, write };
}

function isOf(one: OutboxEntry, { crm, owner }: Whose): boolean {
  return one.crm === crm && one.owner === owner;
}
