import { and, eq, gt, sql } from 'drizzle-orm';
import { subscriberKey } from '../../lib/domain/numbers/subscriber.ts';
import type { Database } from './database.ts';
import { identifiers } from './tables.ts';

const atOnce = 1_000;

/** Gives every identifier the key by which it is compared (`identifierColumns`): its value, but for numbers with two spellings. */
export async function fillIdentifierKeys(tx: Database): Promise<void> {
  await tx.update(identifiers).set({ key: sql`${identifiers.value}` });
  const { kind, value } = identifiers;
  for (let last = ''; ; ) {
    const rows = await tx
      .selectDistinct({ value })
      .from(identifiers)
      .where(and(eq(kind, 'phone'), gt(value, last)))
      .orderBy(value)
      .limit(atOnce);
    for (const row of rows) {
      const key = subscriberKey(row.value);
      if (key === row.value) continue;
      await tx
        .update(identifiers)
        .set({ key })
        .where(and(eq(kind, 'phone'), eq(value, row.value)));
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < atOnce) return;
    last = end.value;
  }
}
