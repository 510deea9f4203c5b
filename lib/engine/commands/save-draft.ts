import * as z from 'zod/mini';
import { fieldValueSchema } from '../../domain/contact/contact.ts';
import { asking, done } from './command.ts';
import { crm, key } from './command-values.ts';

/** What is being typed, for one CRM. Answered when it is on disk. */
export const saveDraft = asking({
  schema: z.object({
    type: z.literal('draft.save'),
    key,
    crm,
    form: z.string().check(z.minLength(1), z.maxLength(64)),
    /** null removes the draft. */
    values: z.nullable(z.record(z.string(), fieldValueSchema)),
  }),
  crm: (asked) => asked.crm,
  keepFor: ({ work }, owner, asked) => work.keepFor(owner, asked),
  async run({ interactions, work }, { key, crm, form, values }) {
    interactions.fronts.typed(key);
    await work.save(crm, key, form, values);
    return done;
  },
});
