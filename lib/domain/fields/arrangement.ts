import * as z from 'zod/mini';

const key = z.string().check(z.minLength(1), z.maxLength(64));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(128));

/**
 * How an organisation wants the fields of its CRM shown: in which sections, in which order, which in the reduced view and
 * in the New contact form. Made on the options page; what the CRM itself says of a field (label, type, options) stays the
 * CRM's. Keys of fields the CRM does not have are kept, in case they come back, and count for nothing.
 */
export const arrangementSchema = z.object({
  sections: z
    .array(
      z.object({
        id: key,
        label: text,
        fields: z.array(key).check(z.maxLength(500)),
        /** Ids or names, also with `->` or `<-` behind (B5); without one the section is always seen. */
        campaigns: z.optional(z.array(text).check(z.maxLength(100))),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
  /** Where a field differs from what the CRM says. */
  fields: z._default(
    z.record(key, z.object({ reduced: z.optional(z.boolean()), onCreate: z.optional(z.boolean()) })),
    {},
  ),
  /** Keys of fields that are shown nowhere; one that is required is shown all the same. */
  hidden: z._default(z.array(key).check(z.maxLength(500)), []),
});

export type Arrangement = z.infer<typeof arrangementSchema>;
