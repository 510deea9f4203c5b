import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { NumberReading } from '../identifiers/stored-identifier.ts';
import { readIdentifiers } from './card-identifiers.ts';
import { storedLines } from './vcard/card-lines.ts';
import { readLine, type VcardLine, versionOf } from './vcard/vcard.ts';

const keptSchema = z.array(
  z.object({
    group: z.string(),
    name: z.string(),
    params: z.string(),
    value: z.string(),
    raw: z.optional(z.string()),
    unread: z.optional(z.enum(['line', 'text'])),
  }),
);

/** The lines that stand for identifiers, and the labels of these, as they are: types, spelling and order. */
export function keptLines(lines: readonly VcardLine[], reading: NumberReading): VcardLine[] {
  const own = readIdentifiers(lines, reading).flatMap(({ line, found }) => (found.length > 0 ? line : []));
  const groups = new Set(own.map(({ group }) => group).filter((group) => group !== ''));
  return lines.filter((line) => own.includes(line) || (groups.has(line.group) && line.name === 'X-ABLABEL'));
}

/** The lines with what `keptLines` told before: what is there stays, what is missing comes back behind what stood before it. */
export function withKept(lines: VcardLine[], kept: unknown, reading: NumberReading): VcardLine[] {
  const wanted = keptBefore(kept, versionOf(lines) === '2.1');
  // What is put back must be what can be told: nothing else of a card is written so.
  if (!wanted || keptLines(wanted, reading).length < wanted.length) throw new CrmError({ code: 'not-found' });
  const now = keptLines(lines, reading);
  const restored = lines.filter((line) => !now.includes(line) || wanted.some((one) => sameLine(one, line)));
  for (const [index, line] of wanted.entries()) {
    if (now.some((one) => sameLine(one, line))) continue;
    const previous = wanted[index - 1];
    const at = previous === undefined ? -1 : restored.findLastIndex((one) => sameLine(one, previous));
    const next = restored.findIndex((one) => wanted.slice(index + 1).some((other) => sameLine(one, other)));
    restored.splice(at >= 0 ? at + 1 : next >= 0 ? next : restored.length, 0, line);
  }
  return restored;
}

function keptBefore(kept: unknown, old: boolean): VcardLine[] | undefined {
  const before = z.safeParse(keptSchema, kept);
  if (!before.success) return undefined;
  const lines = before.data.map(
    ({ raw, unread, ...line }): VcardLine => ({
      ...line,
      ...(raw !== undefined && { raw }),
      ...(unread && { unread }),
    }),
  );
  return lines.every((line) => line.raw === undefined || saysItself(line, line.raw, old)) ? lines : undefined;
}

/** What is written as it stands is that one line, and no other besides. */
function saysItself(line: VcardLine, raw: string, old: boolean): boolean {
  const [stored, ...more] = storedLines(raw);
  return stored !== undefined && more.length === 0 && sameLine(readLine(stored, old), line);
}

function sameLine(a: VcardLine, b: VcardLine): boolean {
  const same = a.group === b.group && a.name === b.name && a.params === b.params && a.value === b.value;
  return same && a.raw === b.raw;
}
