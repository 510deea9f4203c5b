import type { FieldProblemCode } from '../fields/field-problem-codes.ts';

/**
 * Everything that can go wrong between us and a CRM, as the view must tell it apart.
 * `unreachable`: no answer at all. `timeout`: none in time. `signed-out`: 401. `not-allowed`: 403. `not-found`: 404.
 * `conflict`: 409 or 412, see `owners`. `invalid`: 400 or 422, see `fields`. `rate-limited`: 429, see `retryAfterMs`.
 * `server-error`: 5xx. `redirected`: answered with a redirect, usually to a log-in page. `bad-reply`: HTML, truncated,
 * oversized or not what the contract says. `not-supported`: this CRM cannot do it.
 */
export const crmErrorCodes = [
  'unreachable',
  'timeout',
  'signed-out',
  'not-allowed',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'server-error',
  'redirected',
  'bad-reply',
  'not-supported',
] as const;
export type CrmErrorCode = (typeof crmErrorCodes)[number];

/**
 * Why a CRM cannot do it (not-supported). `no-slot`: all its places for such an identifier are taken. `cannot-hold`: it has
 * no place for this kind at all. `read-only`: it lets nobody write this. `not-taken`: it said yes, and nothing changed.
 * `too-many`: more contacts come into question than can be looked at, so that nobody can be said to be the only one, or not there.
 */
export const crmErrorReasons = ['no-slot', 'cannot-hold', 'read-only', 'not-taken', 'too-many'] as const;
export type CrmErrorReason = (typeof crmErrorReasons)[number];

/** What may cross to a view: no message of the CRM's, no customer datum, except ids of contacts and keys of fields. */
export interface SafeCrmError {
  code: CrmErrorCode;
  retryAfterMs?: number;
  /** ContactIDs that already carry the identifier (conflict). */
  owners?: string[];
  /** Field key to what is wrong with it (invalid). */
  fields?: Record<string, FieldProblemCode>;
  /** conflict only: the contact was changed by somebody else since it was read. */
  stale?: boolean;
  /** conflict only: the CRM takes no second contact of this name; no identifier is anybody else's. `owners` have the name. */
  namesake?: boolean;
  /** not-supported only. */
  reason?: CrmErrorReason;
}

/** Thrown by connectors only. Its message names the code alone, so that it can be logged. */
export class CrmError extends Error {
  override readonly name = 'CrmError';
  readonly safe: SafeCrmError;

  constructor(safe: SafeCrmError) {
    super(`CRM: ${safe.code}`);
    this.safe = safe;
  }
}
