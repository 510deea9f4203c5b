import type { CrmConnection } from '../connection/connection.ts';
import type { Connections } from '../connection/connections.ts';
import type { Party } from '../connection/standing.ts';
import { earliest } from '../live/due.ts';
import type { WriteRequest } from '../live/write-request.ts';
import { failed, type SenderParts, signedOut, type WriteReply } from './sender.ts';
import { type OutboxWork, type OutboxWorkParts, startOutbox } from './start-outbox.ts';

type Shared = Pick<SenderParts, 'liveStore' | 'outbox' | 'work' | 'resolver' | 'now' | 'actionOf'> &
  Pick<OutboxWorkParts, 'onEnded' | 'onRest' | 'signal' | 'alone'>;

export interface WritersParts extends Shared {
  connections: Connections;
  /** This party's credential was refused. */
  onSignedOut: (crm: string, party: Party) => void;
}

/** What agents ask for in each CRM: its own order, and its own pace. None waits for another CRM. */
export class Writers {
  readonly #parts: WritersParts;
  readonly #all = new Map<string, OutboxWork>();

  constructor(parts: WritersParts) {
    this.#parts = parts;
  }

  async write(command: WriteRequest): Promise<WriteReply> {
    const action = this.#parts.actionOf(command.type);
    if (!action) return failed({ code: 'not-supported' });
    const connection = this.#parts.connections.get(action.crm(command));
    return connection ? this.#of(connection).writer.write(command) : failed(signedOut);
  }

  async retry(writeId: string): Promise<WriteReply> {
    return this.#ofWrite(writeId)?.writer.retry(writeId) ?? failed({ code: 'not-found' });
  }

  /** The connection that it goes to; undefined where there is no such write. */
  crmOf(writeId: string): string | undefined {
    return this.#parts.outbox.get(writeId)?.crm;
  }

  discard(writeId: string): void {
    this.#ofWrite(writeId)?.writer.discard(writeId);
  }

  /** *Not now*: an assignment that the CRM refused is not asked for any more. */
  discardRefused(key: string): void {
    for (const write of this.#parts.liveStore.get(key)?.writes ?? [])
      if (write.kind === 'assign' && write.status === 'not-saved') this.discard(write.id);
  }

  /** It was asked for on the screen of somebody who is not signed in: it is not sent, and stays theirs. */
  keepFor(owner: string, command: WriteRequest): void {
    const crm = this.#parts.actionOf(command.type)?.crm(command);
    const connection = crm === undefined ? undefined : this.#parts.connections.get(crm);
    if (connection) this.#of(connection).writer.keepFor(owner, command);
  }

  /** Sends what is due, everywhere. */
  async flush(): Promise<void> {
    await Promise.all(this.#each().map(({ flusher }) => flusher.flush()));
  }

  /** What a CRM did not answer is sent now: to this one, or to all. */
  async hurry(crm?: string): Promise<void> {
    await Promise.all(this.#each(crm).map(({ flusher }) => flusher.hurry()));
  }

  /** Epoch milliseconds of the next one; undefined where none is, or something else will say so. */
  due(): number | undefined {
    return earliest(...this.#each().map(({ flusher }) => flusher.due()));
  }

  #each(crm?: string): OutboxWork[] {
    const all = this.#parts.connections.all();
    return all.filter(({ id }) => crm === undefined || id === crm).map((one) => this.#of(one));
  }

  #ofWrite(writeId: string): OutboxWork | undefined {
    const entry = this.#parts.outbox.own(writeId);
    const connection = entry && this.#parts.connections.get(entry.crm);
    return connection && this.#of(connection);
  }

  #of(connection: CrmConnection): OutboxWork {
    const { id, stores, standing, lookups, capabilities, region, isAway, tellMayCreate } = connection;
    const known = this.#all.get(id);
    if (known) return known;
    const { connections: _, onSignedOut, ...shared } = this.#parts;
    const work = startOutbox({
      ...shared,
      ...{ crm: id, cache: stores.cache, standing, lookups, capabilities, region, isAway, tellMayCreate },
      onSignedOut: (party) => onSignedOut(id, party),
    });
    this.#all.set(id, work);
    return work;
  }
}
