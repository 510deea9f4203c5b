import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReadRecord, RecordDriver } from './record-driver.ts';

/** Throws `not-found` where there is no such contact. */
export async function mustGet<Raw>(
  driver: RecordDriver<Raw>,
  id: string,
  signal?: AbortSignal,
): Promise<ReadRecord<Raw>> {
  const read = await driver.get(id, signal);
  if (!read) throw new CrmError({ code: 'not-found' });
  return read;
}
