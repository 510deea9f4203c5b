import { TooOften } from '../auth/rate-limit.ts';
import { Refusal, type RefusalReason } from '../contacts/refusal.ts';
import { Problem } from './problem.ts';

/** What has a word in HTTP: a problem, a refusal by contacts, a limit that is reached. Undefined for a failure. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return problemOfReason(error.reason);
  if (error instanceof TooOften) return new Problem(429, { retryAfter: error.seconds });
  return undefined;
}

/** The one table of what contacts refuse, with its status and its words. */
function problemOfReason(reason: RefusalReason): Problem {
  switch (reason.code) {
    case 'not-there':
      return new Problem(404);
    case 'stale':
      return new Problem(412, { stale: true });
    case 'taken':
      return new Problem(409, { owners: reason.owners });
    case 'not-valid':
      return new Problem(422, { fields: reason.fields });
    case 'too-large':
      return new Problem(422, {
        detail: `A contact takes up to ${reason.mostBytes} bytes and ${reason.mostIdentifiers} identifiers.`,
        fields: { [reason.field]: 'too-long' },
      });
  }
}
