import { readStored } from '../../lib/crms/identifiers/stored-identifier.ts';
import type { Contact, ContactIdentifier } from '../../lib/domain/contact/contact.ts';
import { countryOfFields } from '../../lib/domain/contact/country-of-fields.ts';
import { type Identifier, identifierKey } from '../../lib/domain/contact/identifier.ts';
import { nobodyOf } from '../../lib/domain/contact/nobody.ts';
import { normaliseIdentifier } from '../../lib/domain/contact/normalise-identifier.ts';
import type { FieldProblemCode } from '../../lib/domain/fields/field-problem-codes.ts';
import type { Workspace } from '../../lib/domain/fields/workspace.ts';
import { Refusal } from './refusal.ts';

/** The contact that identifiers are written to: its fields as they will be, and the identifiers that it has. */
interface Holder {
  fields: Contact['fields'];
  before?: ContactIdentifier[];
}

/**
 * A contact's identifiers in the spelling in which they are compared, each once; a national number is read in the country
 * that the contact's fields name. How the country is known is found out here and kept with the identifier, whatever the
 * request says of it. Refuses (`not-valid`) one that is none; one that the contact has already, from before such a word was known,
 * stops no change of anything else.
 */
export function normaliseIdentifiers(
  workspace: Workspace,
  identifiers: ContactIdentifier[],
  { fields, before = [] }: Holder,
): ContactIdentifier[] {
  const reading = { region: workspace.region, country: countryOfFields(fields) };
  const known = new Map(before.map((one) => [identifierKey(one), one]));
  const byKey = new Map<string, ContactIdentifier>();
  for (const { shared, country: _, display: __, ...identifier } of identifiers) {
    const normal: ContactIdentifier = known.has(identifierKey(identifier))
      ? identifier
      : (readStored(identifier, reading) ?? normaliseOrRefuse(workspace, identifier));
    const key = identifierKey(normal);
    const country = surest((known.get(key) ?? normal).country, byKey.get(key));
    const { kind, value, scope } = normal;
    byKey.set(key, {
      kind,
      value,
      ...(scope !== undefined && { scope }),
      ...((shared || byKey.get(key)?.shared) && { shared: true }),
      ...(country && { country }),
    });
  }
  return [...byKey.values()];
}

/** Of two spellings of one number, how the surer one's country is known; undefined where it says so itself. */
function surest(
  country: ContactIdentifier['country'],
  other: ContactIdentifier | undefined,
): ContactIdentifier['country'] {
  if (other === undefined || country === undefined) return country;
  return other.country === undefined || other.country === 'record' ? other.country : country;
}

/** One identifier, normalised. Refused (`not-valid`) with the field that stands for its kind. */
export function normaliseOrRefuse(workspace: Workspace, identifier: Identifier): Identifier {
  const normal = normaliseIdentifier(identifier, { region: workspace.region });
  if (normal !== null) return normal;
  const field = workspace.fields.find(({ identifier: kind }) => kind === identifier.kind);
  const problem: FieldProblemCode = nobodyOf(identifier) === undefined ? 'not-valid' : 'stands-for-nobody';
  throw new Refusal({ code: 'not-valid', fields: { [field?.key ?? 'identifiers']: problem } });
}
