import * as z from 'zod/mini';

/** What several commands carry. */
export const key = z.string().check(z.minLength(1), z.maxLength(2_048));
/** The idempotency key: the same one again never writes twice. */
export const writeId = z.uuid();
export const contactId = z.string().check(z.minLength(1), z.maxLength(256));
