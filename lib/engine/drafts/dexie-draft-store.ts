import * as z from 'zod/mini';
import { fieldValueSchema } from '../../domain/contact/contact.ts';
import type { RowCodec } from '../cache/row-codec.ts';
import type { DraftStore, DraftValues } from './draft-store.ts';
import type { DraftRow, OutboxDatabase } from './outbox-database.ts';
import { type OutboxOptions, rowsInTurn } from './rows-in-turn.ts';

/** Drafts on disk, and the end of this connection to them; what is on disk stays. */
export interface OpenDraftStore extends DraftStore {
  close(): void;
}

/** What is inside a row; checked when read, since rows outlive the version that wrote them. */
const draftSchema = z.object({ form: z.string(), values: z.record(z.string(), fieldValueSchema) });

/**
 * Drafts on disk, kept until they are removed by name. Those of another key stay, unread, until the same person signs in
 * again. A store that cannot be read has no drafts; a save that fails rejects. Saves take effect in the order asked for.
 */
export function openDraftStore(options: OutboxOptions): OpenDraftStore {
  const { inTurn, close } = rowsInTurn('drafts', options);

  /** The drafts of one interaction that this key opens. */
  async function readAll(
    rows: RowCodec,
    db: OutboxDatabase,
    key: string,
  ): Promise<{ row: DraftRow; form: string; values: DraftValues }[]> {
    const group = await rows.index('interaction', key);
    const found = await db.drafts.where('group').equals(group).toArray();
    const opened = await Promise.all(
      found.map(async (row) => ({ row, draft: draftSchema.safeParse(await rows.open(row, row.id)) })),
    );
    return opened.flatMap(({ row, draft }) => (draft.success ? [{ row, ...draft.data }] : []));
  }

  async function toRow(
    rows: RowCodec,
    key: string,
    form: string,
    values: DraftValues,
    at: number,
  ): Promise<DraftRow> {
    const [id, group] = await Promise.all([draftId(rows, key, form), rows.index('interaction', key)]);
    return { id, group, at, ...(await rows.seal({ form, values }, id)) };
  }

  return {
    async load(key) {
      try {
        const drafts = await inTurn((rows, db) => readAll(rows, db, key));
        return Object.fromEntries(drafts.map(({ form, values }) => [form, values]));
      } catch {
        return {};
      }
    },

    async save(key, form, values) {
      const own = structuredClone(values);
      await inTurn(async (rows, db) => {
        if (own === null) await db.drafts.delete(await draftId(rows, key, form));
        else await db.drafts.put(await toRow(rows, key, form, own, Date.now()));
      });
    },

    move(fromKey, toKey) {
      return inTurn(async (rows, db) => {
        if (fromKey === toKey) return;
        const [moving, there] = await Promise.all([readAll(rows, db, fromKey), readAll(rows, db, toKey)]);
        // Where both have one, what the agent typed last is what they mean.
        const kept = moving.filter(
          ({ form, row }) => !there.some((other) => other.form === form && other.row.at > row.at),
        );
        const moved = await Promise.all(
          kept.map(({ form, values, row }) => toRow(rows, toKey, form, values, row.at)),
        );
        await db.transaction('rw', db.drafts, async () => {
          await db.drafts.bulkPut(moved);
          await db.drafts.bulkDelete(moving.map(({ row }) => row.id));
        });
      });
    },

    close,
  };
}

function draftId(rows: RowCodec, key: string, form: string): Promise<string> {
  return rows.index('draft', JSON.stringify([key, form]));
}
