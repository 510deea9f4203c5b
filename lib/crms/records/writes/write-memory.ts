import * as z from 'zod/mini';
import type { CrmMemory } from '../../crm-memory.ts';

const id = z.string();
const doneSchema = z.object({
  /** The contact that a create made. */
  created: z.optional(id),
  /** Whom an assignment took the identifier from. */
  takenFrom: z.optional(z.array(id)),
});
export type WriteDone = z.infer<typeof doneSchema>;

const memoryKey = 'writes';
const mostWrites = 50;

/**
 * What the last writes of a connection did, by idempotency key: a second attempt cannot see it in the CRM any more. Kept for
 * the next worker too where there is a memory.
 */
export function createWriteMemory(memory: CrmMemory | undefined) {
  let opened: Promise<Map<string, WriteDone>> | undefined;

  async function open(): Promise<Map<string, WriteDone>> {
    const kept = z.safeParse(z.array(z.tuple([z.string(), doneSchema])), await memory?.get(memoryKey));
    return new Map(kept.data ?? []);
  }

  return {
    async recall(key: string): Promise<WriteDone | undefined> {
      opened ??= open();
      return (await opened).get(key);
    },
    /** Resolves when the next worker would know it. */
    async note(key: string, done: WriteDone): Promise<void> {
      opened ??= open();
      const writes = await opened;
      writes.delete(key);
      writes.set(key, done);
      for (const oldest of [...writes.keys()].slice(0, -mostWrites)) writes.delete(oldest);
      await memory?.set(memoryKey, [...writes]);
    },
  };
}
export type WriteMemory = ReturnType<typeof createWriteMemory>;
