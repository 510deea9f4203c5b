import type { Identifier } from '../../../domain/contact/identifier.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';
import type { RecordDriver } from '../record-driver.ts';
import { carries } from './carries.ts';

/** As many as are read to find out what they have. */
const mostOwners = 10;

/**
 * What a CRM's *there is one already* means. It is a conflict where one of those that it names carries an identifier that was
 * written. Else they only look alike to it: a namesake, or whoever has the value of a field that must be its own, where it
 * says which. Everything that cannot be found out stays as it was said.
 */
export async function whatIsTaken<Raw>(
  driver: RecordDriver<Raw>,
  error: unknown,
  written: readonly Identifier[],
  signal?: AbortSignal,
): Promise<unknown> {
  if (!(error instanceof CrmError)) return error;
  const { code, stale, owners = [], fields } = error.safe;
  if (code !== 'conflict' || stale || owners.length === 0) return error;
  const carriers: string[] = [];
  try {
    for (const id of owners.slice(0, mostOwners)) {
      const read = await driver.get(id, signal);
      if (!read) return error;
      if (written.some((one) => carries(read.contact, one))) carriers.push(read.contact.id);
    }
  } catch {
    return error;
  }
  if (carriers.length > 0) return new CrmError({ code, owners: carriers });
  return new CrmError(fields ? { code: 'invalid', fields } : { code, owners, namesake: true });
}
