import type { RowCodec } from '../cache/row-codec.ts';
import { type OutboxOptions, rowsInTurn } from './rows-in-turn.ts';
import type { WriteStore } from './write-store.ts';

/** Writes on disk, and the end of this connection to them; what is on disk stays. */
export interface OpenWriteStore extends WriteStore {
  close(): void;
}

/** A store that cannot be read has no writes; a put that fails rejects. Both take effect in the order asked for. */
export function openWriteStore(options: OutboxOptions): OpenWriteStore {
  const { inTurn, close } = rowsInTurn('writes', options);
  return {
    load: (owner) =>
      inTurn(async (rows, db) => {
        const group = await rows.index('owner', owner);
        const found = await db.writes.where('group').equals(group).sortBy('at');
        const opened = await Promise.all(found.map((row) => rows.open(row, row.id)));
        return opened.filter((kept) => kept !== undefined);
      }).catch(() => []),

    put(owner, id, kept) {
      const own = structuredClone(kept);
      return inTurn(async (rows, db) => {
        const place = await writeId(rows, owner, id);
        const at = (await db.writes.get(place))?.at ?? Date.now();
        const group = await rows.index('owner', owner);
        await db.writes.put({ id: place, group, at, ...(await rows.seal(own, place)) });
      });
    },

    remove: (owner, id) => inTurn(async (rows, db) => db.writes.delete(await writeId(rows, owner, id))),

    close,
  };
}

function writeId(rows: RowCodec, owner: string, id: string): Promise<string> {
  return rows.index('write', JSON.stringify([owner, id]));
}
