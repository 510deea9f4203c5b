import * as z from 'zod/mini';
import { contactIdentifierSchema } from '../../../lib/domain/contact/contact.ts';
import { crmErrorCodes } from '../../../lib/domain/crm/crm-error.ts';

const contactSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** As they are typed in the CRM. */
  numbers: z._default(z.array(z.string()), []),
  emails: z._default(z.array(z.string()), []),
  /** Of other kinds, as they are compared. */
  identifiers: z._default(z.array(contactIdentifierSchema), []),
});
export type CaseContact = z.infer<typeof contactSchema>;

const failure = z.enum(crmErrorCodes);
/** What must be shown by then; as `right`. */
const shows = z.optional(z.record(z.string(), z.unknown()));

/** What happens next: one of these members, and what must be shown after it. */
const stepSchema = z.strictObject({
  /** Why, for readers. */
  about: z.optional(z.string()),
  /** A host tells an interaction; `number` is its ClientID, a phone number. Offered and inbound where nothing else is said. */
  host: z.optional(z.looseObject({ id: z.string(), number: z.optional(z.string()) })),
  /** Who tells it. */
  from: z.optional(
    z.strictObject({
      adapter: z.optional(z.string()),
      tab: z.optional(z.int()),
      origin: z.optional(z.string()),
    }),
  ),
  /** The host looks at this one, or at none. */
  focus: z.optional(z.nullable(z.string())),
  /** A host page goes, is back, or has told all that is live. */
  page: z.optional(z.enum(['gone', 'back', 'told'])),
  /** Contacts of the CRM, from now on. */
  crm: z.optional(
    z.strictObject({
      put: z._default(z.array(contactSchema), []),
      remove: z._default(z.array(z.string()), []),
      /** ContactID that is gone → the one it was merged into. */
      merge: z._default(z.record(z.string(), z.string()), {}),
    }),
  ),
  answers: z.optional(z.union([z.enum(['at once', 'later']), z.strictObject({ fails: failure })])),
  /** Answers that come now: `all`, or those to questions that begin so, such as `find +12125550199` or `get jane`. */
  let: z.optional(z.string()),
  /** They come as failures. */
  fails: z.optional(failure),
  /** Milliseconds. */
  wait: z.optional(z.int()),
  /** A command of a view; `of` is the interaction it is about, `contactId` is the CRM's own. */
  agent: z.optional(
    z.looseObject({
      type: z.string(),
      of: z.optional(z.string()),
      contactId: z.optional(z.string()),
    }),
  ),
  sign: z.optional(z.enum(['in', 'out'])),
  shows,
});
export type Step = z.infer<typeof stepSchema>;

export const engineInputSchema = z.object({
  region: z.string(),
  /** Of the CRM, in the beginning. */
  contacts: z._default(z.array(contactSchema), []),
  /** What the administrator has set for the host. */
  host: z._default(
    z.strictObject({
      trustContactIdHeader: z._default(z.boolean(), false),
      popInternal: z._default(z.boolean(), false),
    }),
    { trustContactIdHeader: false, popInternal: false },
  ),
  steps: z.array(stepSchema).check(z.minLength(1)),
});
