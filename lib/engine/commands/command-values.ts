import * as z from 'zod/mini';

/** What several commands carry. */
export const key = z.string().check(z.minLength(1), z.maxLength(2_048));
/** The idempotency key: the same one again never writes twice. */
export const writeId = z.uuid();
/** As `contactRef` writes it. */
export const contactId = z.string().check(z.regex(/^[^:]*:/), z.minLength(2), z.maxLength(320));
/** The id of a connection. */
export const crm = z.string().check(z.maxLength(64));
