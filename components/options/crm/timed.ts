import { CrmError, type SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';

export type Timed<Value> = { ms: number } & ({ ok: true; value: Value } | { ok: false; error: SafeCrmError });

/** What the CRM answered, or why not, and after how many milliseconds. Never throws. */
export async function timed<Value>(ask: () => Promise<Value>): Promise<Timed<Value>> {
  const started = performance.now();
  try {
    const value = await ask();
    return { ok: true, value, ms: performance.now() - started };
  } catch (error) {
    // Connectors throw CrmError only; anything else would be a reply we cannot judge.
    const safe: SafeCrmError = error instanceof CrmError ? error.safe : { code: 'bad-reply' };
    return { ok: false, error: safe, ms: performance.now() - started };
  }
}
