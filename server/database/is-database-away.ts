/**
 * SQL states and system errors of a database that is gone, going, coming, full, for reading only, or that broke this
 * statement off: nothing is wrong with the request, and it may come again.
 */
const awayCodes =
  /^(ECONN|EPIPE$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|ENOTFOUND$|EAI_AGAIN$|08|53|57|25006$|25P03$|40001$|40P01$)/;

/** What the driver says without a code (pg 8.23, its client.js and the pool's index.js). */
const awayTexts =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after calling end)/;

/** True where an error, or one of its causes, says that the database could not be asked. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && awayCodes.test(String(at.code))) return true;
    if (awayTexts.test(at.message)) return true;
  }
  return false;
}
