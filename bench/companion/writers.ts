import { randomUUID } from 'node:crypto';
import type { TestClient, TestReply } from '../../server/test-client-for-tests.ts';

/** One write, with what answered it; undefined while nothing good has. */
export interface Write {
  key: string;
  /** In every version of the contact, and in no other. */
  name: string;
  /** The contact that is changed; undefined creates it. */
  before: { id: string; version: string } | undefined;
  answer: { id: string; version: string } | undefined;
}

export interface Round {
  /** How many have been answered so far. */
  acknowledged(): number;
  /** Lets what is under way end, and answers every write that was begun. */
  stop(): Promise<Write[]>;
}

/** So many at once, each creating a contact, changing it, and so on, until `stop` or until one gets no good answer. */
export function startWriters(client: TestClient, count: number): Round {
  const writes: Write[] = [];
  let stopping = false;
  const write = async (name: string, before: Write['before']) => {
    const one: Write = { key: randomUUID(), name, before, answer: undefined };
    writes.push(one);
    await send(client, one);
    return one.answer;
  };
  const writer = async () => {
    while (!stopping) {
      const name = `Kill ${randomUUID()}`;
      const made = await write(name, undefined);
      if (made === undefined || stopping || !(await write(name, made))) return;
    }
  };
  const all = Promise.all(Array.from({ length: count }, writer));
  return {
    acknowledged: () => writes.filter(({ answer }) => answer !== undefined).length,
    async stop() {
      stopping = true;
      await all;
      return writes;
    },
  };
}

/** Sends it, again under the same key where it was sent before; undefined where it got no good answer. */
export async function send(client: TestClient, write: Write): Promise<TestReply | undefined> {
  const key = { 'Idempotency-Key': write.key };
  const { name, before } = write;
  const reply = await (before === undefined
    ? client.post('/api/contacts', { name, identifiers: [], fields: {} }, key)
    : client.patch(
        `/api/contacts/${before.id}`,
        { fields: { jobTitle: 'changed' } },
        { ...key, 'If-Match': before.version },
      )
  ).catch(() => undefined);
  if (reply === undefined || reply.status >= 300) return undefined;
  write.answer = reply.body;
  return reply;
}
