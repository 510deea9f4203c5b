import * as z from 'zod/mini';
import { identifierSchema } from '../../domain/contact/identifier-schema.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';

const id = z.string().check(z.minLength(1), z.maxLength(256));

/** How a contact held its identifiers before the assignment, and a fingerprint of how it held them afterwards. */
const placeSchema = z.object({ id, before: z.unknown(), after: z.string() });
export type Place = z.infer<typeof placeSchema>;

/** What an undo needs to know: who got what, whom it was taken from, and how it all was, as far as the CRM tells. */
const assignmentSchema = z.object({
  contactId: id,
  identifier: identifierSchema,
  former: z.array(id).check(z.maxLength(200)),
  places: z.optional(z.array(placeSchema).check(z.maxLength(201))),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** An id that holds the whole assignment, for CRMs that keep no record of one. */
export function encodeAssignment(assignment: Assignment): string {
  const bytes = new TextEncoder().encode(JSON.stringify(assignment));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Throws `not-found` for what was never an id of ours. */
export function decodeAssignment(assignmentId: string): Assignment {
  try {
    const bytes = Uint8Array.from(atob(assignmentId), (character) => character.charCodeAt(0));
    return z.parse(assignmentSchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw new CrmError({ code: 'not-found' });
  }
}
