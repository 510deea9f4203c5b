import type { TestClient } from '../../server/test-client-for-tests.ts';
import type { Write } from './writers.ts';

export interface Faults {
  lost: number;
  doubled: number;
  changed: number;
}

/** What of writes that were all acknowledged in the end is not there, is there twice, or is not as it was answered. */
export async function findFaults(client: TestClient, writes: Write[]): Promise<Faults> {
  const faults: Faults = { lost: 0, doubled: 0, changed: 0 };
  // The last write of a contact says how it has to be.
  const last = new Map(writes.map((write) => [write.name, write]));
  for (const [name, { answer }] of last) {
    const there = await client.get(`/api/contacts/${answer?.id}`);
    if (there.status !== 200) faults.lost += 1;
    else if (JSON.stringify(there.body) !== JSON.stringify(answer)) faults.changed += 1;
    const found = await client.post('/api/contacts/search', { query: name });
    if (found.body.contacts.length > 1) faults.doubled += 1;
  }
  return faults;
}
