import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod/mini';

/** A case as its file has it. `check` is read by whoever runs its type; `right` is what must come of it. */
const caseSchema = z.object({
  /** Where there is none, the name of its file. */
  id: z.optional(z.string().check(z.minLength(1))),
  situation: z._default(z.string(), ''),
  class: z._default(z.string(), ''),
  check: z.looseObject({ type: z.string() }),
  right: z.record(z.string(), z.unknown()),
});
export type Case = z.infer<typeof caseSchema> & { id: string };

/** Why a case could not be run, in words for whoever wrote it. */
export class BadCase extends Error {
  override readonly name = 'BadCase';
}

/** The case in a file. Throws `BadCase` where there is none. */
export async function readCase(path: string): Promise<Case> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new BadCase(`it cannot be read: ${error.message}`);
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new BadCase(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = readAs(caseSchema, data, 'it is no case');
  return { ...read, id: read.id ?? basename(path, '.json') };
}

/** The data as the schema says. Throws `BadCase`, which names every member that is not. */
export function readAs<Output>(schema: z.ZodMiniType<Output>, data: unknown, otherwise: string): Output {
  const read = z.safeParse(schema, data);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`);
  throw new BadCase(`${otherwise}: ${issues.join('; ')}`);
}
