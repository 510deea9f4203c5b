import * as z from 'zod/mini';
import type { StorageApi } from '../browser/storage-api.ts';
import { withLock } from '../browser/with-lock.ts';
import { connectionKey } from './connection-key.ts';
import { type HeldCredential, heldSchema } from './held-credential.ts';

/** Where a Ringside that knew one CRM kept its credential, and the tokens of a sign-in. */
export const formerKey = 'credential';
const formerTokens = 'credential.tokens';

const areas = ['local', 'session'] as const;

/**
 * Gives the credential of a former Ringside to the connection that it was given for, once, with its tokens, each to the area
 * it was in. undefined where there is none, or it is for another CRM.
 */
export async function takeOverCredential(
  crm: string,
  binding: string,
  api: StorageApi,
): Promise<HeldCredential | undefined> {
  if (!(await isThere(api))) return undefined;
  return inTurn(async () => {
    let found: HeldCredential | undefined;
    for (const area of areas) {
      const kept = await api.storage[area].get([formerKey, formerTokens]);
      const held = z.safeParse(heldSchema, kept[formerKey]).data;
      if (held?.for !== binding) continue;
      found = held;
      const { [formerTokens]: tokens } = kept;
      await api.storage[area].set({
        ...(tokens !== undefined && { [connectionKey(crm, 'tokens')]: tokens }),
        [connectionKey(crm, 'credential')]: held,
      });
    }
    if (found) await remove(api);
    return found;
  });
}

/** Whoever signs out is not signed in again by what a former Ringside left, nor by a page that is just taking it over. */
export async function dropFormerCredential(api: StorageApi): Promise<void> {
  if (await isThere(api)) await inTurn(() => remove(api));
}

function inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
  return withLock(formerKey, step);
}

async function isThere(api: StorageApi): Promise<boolean> {
  const kept = await Promise.all(areas.map((area) => api.storage[area].get(formerKey)));
  return kept.some((one) => one[formerKey] !== undefined);
}

async function remove(api: StorageApi): Promise<void> {
  for (const area of areas) await api.storage[area].remove([formerKey, formerTokens]);
}
