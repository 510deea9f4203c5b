import * as z from 'zod/mini';
import type { CrmMemory } from '../crm-memory.ts';
import { inTime } from './in-time.ts';
import { untilAborted } from './until-aborted.ts';

const freshMs = 3_600_000;
const againMs = 60_000;
/** One that never ends must not be what all others wait for. */
const longestMs = 60_000;

/**
 * Something that a connection asks once, such as the CRM's fields: kept in memory beyond the worker's end where there is
 * one, asked by one caller at a time, and asked again after a failure. What is older than an hour is answered still, and
 * asked anew behind it, since an administrator may have changed it.
 */
export function remembered<Value>(
  memory: CrmMemory | undefined,
  key: string,
  schema: z.ZodMiniType<Value>,
  ask: () => Promise<Value>,
  now = Date.now,
): (signal?: AbortSignal) => Promise<Value> {
  const keptSchema = z.object({ at: z.number(), value: schema });
  let known: { at: number; value: Value } | undefined;
  let asking: Promise<Value> | undefined;
  let askAt = 0;

  async function askNow(): Promise<Value> {
    const value = await ask();
    known = { at: now(), value };
    await memory?.set(key, known);
    return value;
  }

  async function get(): Promise<Value> {
    const kept = z.safeParse(keptSchema, await memory?.get(key));
    if (!kept.success) return askNow();
    known = kept.data;
    return known.value;
  }

  /** At most one at a time, whoever wants it. */
  function once(work: () => Promise<Value>): Promise<Value> {
    asking ??= inTime(work(), longestMs).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return (signal) => {
    if (!known) return untilAborted(once(get), signal);
    if (now() > known.at + freshMs && now() > askAt) {
      askAt = now() + againMs;
      // What is known goes on until this succeeds.
      once(askNow).catch(() => undefined);
    }
    return Promise.resolve(known.value);
  };
}
