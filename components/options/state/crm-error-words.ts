import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import { optionsWords } from '../../words/options-words.ts';

/** What went wrong with the CRM, and what to do about it, in plain words. */
export function crmErrorWords(
  { code, retryAfterMs = 60_000 }: SafeCrmError,
  online = navigator.onLine !== false,
): { text: string; advice: string } {
  const { errors, pause } = optionsWords().crm;
  if (code === 'unreachable' && !online) return errors.offline;
  return code === 'rate-limited' ? pause(Math.max(1, Math.ceil(retryAfterMs / 1_000))) : errors[code];
}
