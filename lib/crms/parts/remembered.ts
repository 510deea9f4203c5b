import * as z from 'zod/mini';
import type { CrmMemory } from '../crm.ts';
import { untilAborted } from '../http/until-aborted.ts';

/**
 * Something that a connection asks once, such as the CRM's fields: kept in memory beyond the worker's end where there is
 * one, asked by one caller at a time, and asked again after a failure.
 */
export function remembered<Value>(
  memory: CrmMemory | undefined,
  key: string,
  schema: z.ZodMiniType<Value>,
  ask: () => Promise<Value>,
): (signal?: AbortSignal) => Promise<Value> {
  let asked: Promise<Value> | undefined;
  async function get(): Promise<Value> {
    const kept = z.safeParse(schema, await memory?.get(key));
    if (kept.success) return kept.data;
    const value = await ask();
    await memory?.set(key, value);
    return value;
  }
  return (signal) => {
    asked ??= get().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return untilAborted(asked, signal);
  };
}
