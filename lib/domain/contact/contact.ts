import * as z from 'zod/mini';
import { isSeen } from '../text/is-seen.ts';
import { identifierSchema } from './identifier-schema.ts';
import { valueLimits } from './value-limits.ts';

/** The value of a field: text of any kind, a number, yes or no, or a list. Dates are ISO 8601 strings. */
export const fieldValueSchema = z.union([
  z.string().check(z.maxLength(valueLimits.text)),
  z.number(),
  z.boolean(),
  z.array(z.string().check(z.maxLength(valueLimits.part))).check(z.maxLength(valueLimits.parts)),
  z.null(),
]);

/**
 * An identifier on a contact. `shared` marks one that an agent chose to keep on several contacts (A7). `country` is there
 * where the CRM holds a phone number without its country code: the contact's own country said how to read it (`record`), or
 * the workspace's region had to (`assumed`). It says why somebody was found, and is never compared and never written.
 */
export const contactIdentifierSchema = z.extend(identifierSchema, {
  shared: z.optional(z.boolean()),
  country: z.optional(z.enum(['record', 'assumed'])),
});

/**
 * The CRM's record of a person or company. Custom and well-known values live in `fields`;
 * the well-known keys are `company`, `jobTitle`, `city`, `country` (ISO 3166-1 alpha-2), `timeZone` (IANA),
 * `language` and `owner`. Phone numbers and e-mail addresses are identifiers, not fields.
 */
export const contactSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  name: z.string().check(z.maxLength(1_024)),
  kind: z.enum(['person', 'company']),
  identifiers: z.array(contactIdentifierSchema).check(z.maxLength(500)),
  fields: z.record(z.string(), fieldValueSchema),
  /** Changes with every write; sent back as If-Match. */
  version: z.string(),
  updatedAt: z.iso.datetime({ offset: true }),
  /** When this contact last spoke with us, if the CRM knows. */
  lastInteraction: z.optional(
    z.object({ channel: z.string(), at: z.iso.datetime({ offset: true }), agent: z.optional(z.string()) }),
  ),
});

/** Nobody could find or tell apart who has a name of invisible characters only. */
const givenNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_024), z.refine(isSeen));

/** What an agent fills in to create a contact. */
export const newContactSchema = z.object({
  name: givenNameSchema,
  kind: z._default(z.enum(['person', 'company']), 'person'),
  identifiers: z.array(contactIdentifierSchema).check(z.maxLength(50)),
  fields: z.record(z.string(), fieldValueSchema),
});

/** A change to a contact: only the keys that change. `identifiers` is the whole new list. */
export const contactChangeSchema = z.object({
  name: z.optional(givenNameSchema),
  identifiers: z.optional(z.array(contactIdentifierSchema).check(z.maxLength(500))),
  fields: z.optional(z.record(z.string(), fieldValueSchema)),
});

/** What of a contact is not whole here (`contact-limits.ts`), and so must not be written back. */
export interface CutContact {
  name?: boolean;
  identifiers?: boolean;
  /** Of the identifiers, since some of what the CRM sent could not be read, however short. */
  unread?: boolean;
  /** Keys of fields. */
  fields?: string[];
  /** There are fields that are not here at all. */
  more?: boolean;
}

export type FieldValue = z.infer<typeof fieldValueSchema>;
export type ContactIdentifier = z.infer<typeof contactIdentifierSchema>;
/** The organisation by whose number a lookup found somebody who does not carry it. A fact of that lookup, not of the contact. */
export interface ViaOrganisation {
  /** The ContactID under which the organisation itself can be read. */
  id: string;
  name: string;
}

export type Contact = z.infer<typeof contactSchema> & {
  cut?: CutContact;
  via?: ViaOrganisation;
  /** A record beside the CRM's contacts, such as an account: it is shown, and never written from here. */
  readOnly?: true;
  /** Where a person opens it in the CRM itself; absent where there is no such page. Safe to be opened by a click. */
  recordUrl?: string;
};
export type NewContact = z.infer<typeof newContactSchema>;
export type ContactChange = z.infer<typeof contactChangeSchema>;
