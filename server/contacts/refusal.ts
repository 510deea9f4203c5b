import type { FieldProblemCode } from '../../lib/domain/fields/field-problem-codes.ts';

/** Why contacts refuse what they are asked; `server/http/problem-of.ts` says it in the words of HTTP. */
export type RefusalReason =
  /** No such contact, or no such assignment. */
  | { code: 'not-there' }
  /** It was changed since it was read. */
  | { code: 'stale' }
  /** The identifier is not free: ContactIDs of those that have it. */
  | { code: 'taken'; owners: string[] }
  /** Field key to what is wrong with it. */
  | { code: 'not-valid'; fields: Record<string, FieldProblemCode> }
  /** The part that takes most, and what a whole contact may take. */
  | { code: 'too-large'; field: string; mostBytes: number; mostIdentifiers: number };

/** Thrown inside a write, it undoes the whole write. Holds nothing of a customer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.code);
    this.reason = reason;
  }
}
