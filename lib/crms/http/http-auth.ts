import * as z from 'zod/mini';
import type { CrmMemory } from '../crm-memory.ts';
import { inTime } from './in-time.ts';

/** The headers that prove who asks. `refused`: the CRM answered 401 to these, so they are not to be had again. */
export type HttpAuth = (refused?: Record<string, string>) => Promise<Record<string, string>>;

const signedSchema = z.object({
  headers: z.record(z.string(), z.string()),
  until: z.optional(z.number()),
});
type Signed = z.infer<typeof signedSchema>;

/** Sooner than the CRM says, so that a token does not run out on its way. */
const earlyMs = 30_000;
/** One that never ends must not be what all others wait for. */
const longestMs = 30_000;

export interface HttpAuthParts {
  /** Signs in: one request. `lastsMs` where the CRM says for how long. Throws CrmError. */
  signIn: () => Promise<{ headers: Record<string, string>; lastsMs?: number }>;
  memory?: CrmMemory | undefined;
  now?: () => number;
}

const memoryKey = 'auth';

/** Signs in when first asked, keeps what it got in memory, and signs in again once it ran out or was refused. One at a time. */
export function createHttpAuth({ signIn, memory, now = Date.now }: HttpAuthParts): HttpAuth {
  let kept: Signed | undefined;
  let running: Promise<Signed> | undefined;

  async function renew(): Promise<Signed> {
    const { headers, lastsMs } = await signIn();
    kept = { headers, ...(lastsMs !== undefined && { until: now() + lastsMs - earlyMs }) };
    await memory?.set(memoryKey, kept);
    return kept;
  }

  return async (refused) => {
    const remembered = kept ?? z.safeParse(signedSchema, await memory?.get(memoryKey)).data;
    const usable =
      remembered &&
      (remembered.until === undefined || now() < remembered.until) &&
      JSON.stringify(remembered.headers) !== JSON.stringify(refused);
    if (usable && !running) {
      kept = remembered;
      return remembered.headers;
    }
    running ??= inTime(renew(), longestMs).finally(() => {
      running = undefined;
    });
    return (await running).headers;
  };
}
