import type { Identifier } from '../domain/identifier.ts';
import { sameOrNone } from '../domain/identifier.ts';
import type { LiveInteraction, Resolution } from '../domain/live.ts';
import type { Desk } from './desk.ts';

/** A lookup's right to be shown: it ends when another lookup begins for the interaction or the identifier changes. */
export interface Ticket {
  key: string;
  generation: number;
  identifier: Identifier | undefined;
  /** An agent's own click opened it, not what a host said. */
  asked: boolean;
}

/** A reply is shown only if interaction, identifier and generation all still match (A10): nothing else writes a resolution. */
export class Tickets {
  readonly #desk: Desk;
  /** Never forgotten: an id that comes back must not meet a lookup of its former life. */
  readonly #generations = new Map<string, number>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** A new ticket; all earlier ones of the interaction end. */
  open(key: string, { asked = false } = {}): Ticket | undefined {
    const live = this.#desk.get(key);
    if (!live) return undefined;
    this.cancel(key);
    return { key, generation: this.#generations.get(key) ?? 0, identifier: live.identifier, asked };
  }

  cancel(key: string): void {
    this.#generations.set(key, (this.#generations.get(key) ?? 0) + 1);
  }

  /** The interaction, if this ticket may still be shown in it. */
  current(ticket: Ticket): LiveInteraction | undefined {
    const live = this.#desk.get(ticket.key);
    if (!live || this.#generations.get(ticket.key) !== ticket.generation) return undefined;
    return sameOrNone(live.identifier, ticket.identifier) ? live : undefined;
  }

  set(ticket: Ticket, resolution: Resolution): void {
    if (this.current(ticket)) this.#desk.patch(ticket.key, (live) => ({ ...live, resolution }));
  }
}
