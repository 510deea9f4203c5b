import type { Identifier } from '../../domain/contact/identifier.ts';
import { nobodyOf } from '../../domain/contact/nobody.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../domain/fields/field-problem-codes.ts';

export const unsupported: SafeCrmError = { code: 'not-supported' };
/** The CRM has no place for this kind of identifier. */
export const cannotHold: SafeCrmError = { code: 'not-supported', reason: 'cannot-hold' };

/** Given to a contact, it would make everybody who calls so that contact. */
export function refuseNobody(identifiers: Identifier[]): SafeCrmError | undefined {
  const nobody = identifiers.filter((one) => nobodyOf(one) !== undefined);
  const problem: FieldProblemCode = 'stands-for-nobody';
  const fields = Object.fromEntries(nobody.map(({ kind }) => [kind, problem]));
  return nobody.length === 0 ? undefined : { code: 'invalid', fields };
}
