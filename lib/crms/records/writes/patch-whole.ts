import { isCut } from '../../../domain/contact/contact-limits.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { RecordChange } from '../record-change.ts';
import type { ReadRecord, RecordDriver } from '../record-driver.ts';

/**
 * Writes a change. Of a contact whose places for identifiers could not all be read, none of them is written, since one that
 * is taken could pass for a free one: throws `not-supported` with `read-only`.
 */
export async function patchWhole<Raw>(
  driver: RecordDriver<Raw>,
  read: ReadRecord<Raw>,
  change: RecordChange,
  signal?: AbortSignal,
): Promise<void> {
  const changesPlaces = change.identifiers !== undefined || change.kept !== undefined;
  if (changesPlaces && isCut(read.contact, 'identifiers'))
    throw new CrmError({ code: 'not-supported', reason: 'read-only' });
  await driver.patch(read, change, signal);
}
