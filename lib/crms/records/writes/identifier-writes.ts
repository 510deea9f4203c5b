import { sameIdentifiers } from '../../../domain/contact/took-effect.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { Pace } from '../../pace.ts';
import { mustGet } from '../must-get.ts';
import type { RecordChange } from '../record-change.ts';
import type { ReadRecord, RecordDriver } from '../record-driver.ts';
import { type IdentifierIntent, isFulfilled, withIntent } from './identifier-intent.ts';
import { patchWhole } from './patch-whole.ts';

/**
 * How long after a write it is looked at again, where the CRM does not compare versions itself. Whoever read the contact
 * before that write has written theirs by then: reading and writing are two requests.
 */
export const settleMs = 1_000;
const mostAttempts = 3;

/** A contact as it was read, and when that read began. */
export interface FreshRecord<Raw> {
  read: ReadRecord<Raw>;
  at: number;
}

export interface WrittenRecord<Raw> {
  /** As it is in the end. */
  after: ReadRecord<Raw>;
  /** Nobody else wrote its identifiers between the read and this. */
  alone: boolean;
}

interface Done<Raw> {
  before: ReadRecord<Raw>;
  intent: IdentifierIntent;
  after?: ReadRecord<Raw>;
  /** Nothing can change it any more without being noticed: nothing was written, or the CRM compares. */
  firm: boolean;
}

/**
 * Writes of identifiers to contacts that others may write at the same moment, most of them in CRMs where the later write
 * takes the place of the earlier one, whoever's numbers were in it. Each is looked at once more a moment after, by whoever
 * wrote it: what is not there any more is written again, on top of what the other one wrote. Whoever took longer than that
 * moment between reading and writing cannot know what they wrote over, and is told (`slow`): so that of two writers never
 * both are told yes and no more while the number of one is lost.
 */
export class IdentifierWrites<Raw> {
  readonly #driver: RecordDriver<Raw>;
  readonly #pace: Pace;
  readonly #signal: AbortSignal | undefined;
  readonly #done = new Map<string, Done<Raw>>();
  /** Something of another's may have been written over. */
  slow = false;

  constructor(driver: RecordDriver<Raw>, pace: Pace, signal: AbortSignal | undefined) {
    this.#driver = driver;
    this.#pace = pace;
    this.#signal = signal;
  }

  /** As it is now; throws `not-found`. Write soon: what lies between is when others can be overlooked. */
  async fresh(id: string): Promise<FreshRecord<Raw>> {
    const at = this.#pace.now();
    return { read: await mustGet(this.#driver, id, this.#signal), at };
  }

  /** `more` goes along with the first attempt and is not written again; with `kept` in it, in place of the identifiers. */
  async write(from: FreshRecord<Raw>, intent: IdentifierIntent, more: RecordChange = {}): Promise<void> {
    const { id } = from.read.contact;
    const { before = from.read } = this.#done.get(id) ?? {};
    const onlyIdentifiers = Object.keys(more).length === 0;
    let now = from;
    for (let attempt = 1; ; attempt += 1) {
      const { contact } = now.read;
      if (onlyIdentifiers && isFulfilled(contact, intent)) {
        this.#done.set(id, { before, intent, after: now.read, firm: true });
        return;
      }
      const change = more.kept === undefined ? { ...more, identifiers: withIntent(contact, intent) } : more;
      try {
        await patchWhole(this.#driver, now.read, change, this.#signal);
        break;
      } catch (error) {
        if (!isStale(error) || !onlyIdentifiers || attempt === mostAttempts) throw error;
        now = await this.fresh(id);
      }
    }
    const compares = this.#driver.refusesStale?.(now.read) ?? false;
    if (!compares && this.#pace.now() - now.at > settleMs) this.slow = true;
    this.#done.set(id, { before, intent, firm: compares });
  }

  /** Before anything follows that could not be taken back: throws `not-taken` where the CRM said yes and did nothing. */
  async mustHave(id: string): Promise<void> {
    const one = this.#done.get(id);
    if (!one || one.after) return;
    const now = await this.fresh(id);
    if (!isFulfilled(now.read.contact, one.intent)) await this.#repair(one, now);
    else if (one.firm) one.after = now.read;
  }

  /** Every contact that was written, as it is once nobody can be in between any more. */
  async settled(): Promise<Map<string, WrittenRecord<Raw>>> {
    for (let round = 1; await this.#look(round); round += 1);
    return new Map(
      [...this.#done].map(([id, { before, intent, after = before }]) => {
        const expected = withIntent(before.contact, intent);
        return [id, { after, alone: sameIdentifiers(after.contact.identifiers, expected) }];
      }),
    );
  }

  /** True where something had to be written again, and so has to be looked at again. */
  async #look(round: number): Promise<boolean> {
    const open = [...this.#done].filter(([, { firm, after }]) => !firm || !after);
    if (open.some(([, { firm }]) => !firm)) await this.#pace.wait(settleMs, this.#signal);
    let repaired = false;
    for (const [id, one] of open) {
      const now = await this.fresh(id);
      one.after = now.read;
      if (isFulfilled(now.read.contact, one.intent)) continue;
      if (round === mostAttempts) throw new CrmError({ code: 'conflict', stale: true });
      await this.#repair(one, now);
      repaired = true;
    }
    return repaired;
  }

  /** Somebody wrote over it; where all is as it was before, nobody did, and the CRM itself did not take it. */
  async #repair({ before, intent }: Done<Raw>, now: FreshRecord<Raw>): Promise<void> {
    if (sameIdentifiers(now.read.contact.identifiers, before.contact.identifiers)) {
      throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
    }
    await this.write(now, intent);
  }
}

function isStale(error: unknown): boolean {
  return error instanceof CrmError && error.safe.stale === true;
}
