import type { CommandReply, ViewCommand } from '../../domain/view-state.ts';
import type { Interactions } from '../interactions/interactions.ts';
import type { Desk } from '../live/desk.ts';
import type { EngineParts } from '../live/engine-parts.ts';
import { declined } from '../live/resolution-parts.ts';
import { isWrite } from '../live/write-command.ts';
import type { OwnWork } from '../outbox/own-work.ts';
import type { Writer } from '../outbox/writer.ts';
import type { Reads } from '../resolving/reads.ts';
import type { Resolver } from '../resolving/resolver.ts';

export interface ObedienceParts {
  desk: Desk;
  work: OwnWork;
  writer: Writer;
  reads: Reads;
  resolver: Resolver;
  interactions: Interactions;
  onModeToggled: NonNullable<EngineParts['onModeToggled']>;
}

const done: CommandReply = { ok: true };

/** Does what an agent asks for in a view. Throws CrmError. */
export class Obedience {
  readonly #parts: ObedienceParts;

  constructor(parts: ObedienceParts) {
    this.#parts = parts;
  }

  async obey(command: ViewCommand): Promise<CommandReply> {
    const { desk, work, writer, reads, resolver, interactions } = this.#parts;
    if (isWrite(command)) return writer.write(command);
    switch (command.type) {
      case 'interaction.show':
        interactions.fronts.show(command.key);
        return done;
      case 'interaction.pin':
        interactions.fronts.pin(command.key, command.pinned);
        return done;
      case 'interaction.dismiss':
        interactions.dismiss(command.key);
        return done;
      case 'interaction.mode':
        this.#toggleMode(command.key, command.mode);
        return done;
      case 'resolve.again':
        resolver.start(command.key, { asked: true });
        return done;
      case 'contact.choose': {
        const contact = await resolver.choose(command.key, command.contactId);
        return contact ? { ok: true, contact } : { ok: false, error: { code: 'not-found' } };
      }
      case 'contact.reject':
        return this.#reject(command.key, command.contactId);
      case 'contact.search':
        return reads.search(command.query);
      case 'contact.get':
        return reads.get(command.contactId);
      case 'identifier.decline':
        desk.patch(command.key, declined);
        writer.discardRefused(command.key);
        return done;
      case 'write.retry':
        return writer.retry(command.writeId);
      case 'write.discard':
        writer.discard(command.writeId);
        return done;
      case 'draft.save':
        interactions.fronts.typed(command.key);
        await work.save(command.key, command.form, command.values);
        return done;
    }
  }

  #toggleMode(key: string, mode: 'reduced' | 'full'): void {
    const { interactions, desk, onModeToggled } = this.#parts;
    const live = desk.patch(key, (one) => ({ ...one, mode }));
    if (live) onModeToggled(live.source.origin, interactions.inboxes.of(live.source), mode);
  }

  async #reject(key: string, contactId: string): Promise<CommandReply> {
    const { desk, resolver } = this.#parts;
    const live = desk.patch(key, (one) => ({ ...one, rejected: [...new Set([...one.rejected, contactId])] }));
    if (live) await resolver.afterReject(key);
    return done;
  }
}
