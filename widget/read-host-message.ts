import { type HostEvent, hostEventSchema, maxEventBytes } from '../lib/domain/host/host-event.ts';

/** The event in a host-protocol message, or undefined where it is none, not valid, or more than 8 kB. Never throws. */
export function readHostMessage(data: unknown): HostEvent | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('protocol' in data) || data.protocol !== 'ringside') return undefined;
  if (!('version' in data) || data.version !== 1) return undefined;
  if (!isSmall(data)) return undefined;
  const parsed = hostEventSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** What cannot be written as JSON (a cycle, a BigInt) is no message of ours. */
function isSmall(data: object): boolean {
  try {
    const json = JSON.stringify(data);
    return json.length <= maxEventBytes && new TextEncoder().encode(json).length <= maxEventBytes;
  } catch {
    return false;
  }
}
