import * as z from 'zod/mini';

/** A credential as it is kept, with the CRM it was given for (`crmBinding`). */
export const heldSchema = z.object({ value: z.string().check(z.minLength(1)), for: z.string() });

export type HeldCredential = z.infer<typeof heldSchema>;
