import { safeOrigin } from './safe-origin.ts';

const longest = 2_048;

/**
 * The address of a record as it may be opened by a click: https, or http on this machine. Ids and addresses are the CRM's
 * words: anything else, and what cannot be said in an address, is none.
 */
export function safeRecordUrl(addressOf: () => string | null): string | undefined {
  try {
    const address = addressOf();
    if (address === null || address.length > longest || !safeOrigin(address).ok) return undefined;
    return new URL(address).href;
  } catch {
    return undefined;
  }
}
