import type { CrmDefinition } from '../../domain/crm/crm-definition.ts';
import { valuesOfIdentifier, withTexts } from './requests/placeholder-values.ts';
import type { RestChanges } from './rest-changes.ts';
import type { RestClient } from './rest-client.ts';
import { textAt } from './rest-contact.ts';

interface RowWrites {
  /** Of the contact. */
  id: string;
  changes: Pick<RestChanges, 'add' | 'remove'>;
  signal: AbortSignal | undefined;
}

/** Child records, one after the other: a CRM that numbers them should see no race. */
export async function writeRows(
  client: RestClient,
  definition: CrmDefinition,
  { id, changes: { add, remove }, signal }: RowWrites,
): Promise<void> {
  for (const { kind, identifier } of add) {
    const template = definition.identifiers[kind]?.rows?.add;
    const values = withTexts(valuesOfIdentifier(identifier, definition.wildcard), { contactId: id });
    if (template) await client.write({ on: 'rows', template, values, method: 'post' }, undefined, signal);
  }
  for (const { kind, identifier, entry } of remove) {
    const rows = definition.identifiers[kind]?.rows;
    const texts = { contactId: id, rowId: rows ? textAt(entry, rows.id) : '' };
    const values = withTexts(valuesOfIdentifier(identifier, definition.wildcard), texts);
    const template = rows?.remove;
    if (template) await client.write({ on: 'rows', template, values, method: 'delete' }, undefined, signal);
  }
}
