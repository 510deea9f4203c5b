import type { CrmErrorCode, SafeCrmError } from '../../domain/crm/crm-error.ts';

const firstMs = 2_000;
const longestMs = 30_000;
const againByItself: ReadonlySet<CrmErrorCode> = new Set([
  'unreachable',
  'timeout',
  'rate-limited',
  'server-error',
  'redirected',
  'bad-reply',
]);

/**
 * How long to wait before reading again, in milliseconds: doubling to 30 s with the upper half random (a thousand agents
 * must not come back in one instant), or as the CRM asked. undefined where only a person can mend it.
 */
export function retryDelay(
  error: SafeCrmError,
  attempt: number,
  random: () => number = Math.random,
): number | undefined {
  if (!againByItself.has(error.code)) return undefined;
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.max(0, attempt - 1));
  const backOff = Math.round(ceiling / 2 + (ceiling / 2) * random());
  return Math.max(backOff, Math.min(error.retryAfterMs ?? 0, 300_000));
}
