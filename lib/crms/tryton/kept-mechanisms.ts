import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm-error.ts';
import type { Party } from './party.ts';

const text = z.nullable(z.string());
const keptSchema = z.array(
  z.object({ type: z.string(), value: text, name: text, comment: text, sequence: z.nullable(z.int()) }),
);
type Kept = z.infer<typeof keptSchema>;

/** The rows of a party in their order, without their ids: a row that was deleted comes back under another. */
export function keptMechanisms(party: Party | undefined): Kept {
  return (party?.['contact_mechanisms.'] ?? []).map(
    ({ type, value, name, comment = null, sequence = null }) => ({ type, value, name, comment, sequence }),
  );
}

/** The commands that turn the rows of a party into what `keptMechanisms` told before. */
export function returnToKept(party: Party | undefined, kept: unknown): unknown[] {
  const before = z.safeParse(keptSchema, kept);
  if (!before.success) throw new CrmError({ code: 'not-found' });
  const missing = before.data.map((row) => JSON.stringify(row));
  const gone: number[] = [];
  const rows = party?.['contact_mechanisms.'] ?? [];
  for (const [index, row] of keptMechanisms(party).entries()) {
    const at = missing.indexOf(JSON.stringify(row));
    const id = rows[index]?.id;
    if (at >= 0) missing.splice(at, 1);
    else if (id !== undefined) gone.push(id);
  }
  // Each was made of such a row above.
  const added = missing.map((row) => withoutNothing(JSON.parse(row) as Kept[number]));
  return [...(gone.length > 0 ? [['delete', gone]] : []), ...(added.length > 0 ? [['create', added]] : [])];
}

function withoutNothing(row: Kept[number]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
