import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm-error.ts';
import { type Identifier, sameIdentifier } from '../../domain/identifier.ts';
import { normaliseIdentifier } from '../../domain/normalise-identifier.ts';
import { escapeText, paramsOf, paramText, unescapeText, type VcardLine } from './vcard.ts';

/** Kinds that have a scheme for IMPP; the others are in a property of our own, with kind and scope as parameters. */
const messengers = ['telegram', 'whatsapp', 'instagram', 'facebook'] as const;
const otherKinds = [...messengers, 'username', 'extension', 'other'] as const;
export const heldKinds = ['phone', 'email', ...otherKinds] as const;
const ownProperty = 'X-CLIENT-ID';

/** The identifier that a property stands for, normalised; null where it is none. */
export function identifierOfLine(line: VcardLine, region: string): Identifier | null {
  const found = rawIdentifier(line);
  const identifier = found && normaliseIdentifier(found, { region });
  return identifier?.kind === found?.kind ? identifier : null;
}

function rawIdentifier(line: VcardLine): Identifier | null {
  const text = unescapeText(line.value).trim();
  const types = paramsOf(line, 'TYPE').map((type) => type.toLowerCase());
  if (text === '') return null;
  switch (line.name) {
    case 'TEL':
      return { kind: 'phone', value: text };
    case 'EMAIL':
      return { kind: 'email', value: text };
    case 'IMPP': {
      const kind = messengers.find((one) => text.toLowerCase().startsWith(`${one}:`));
      return kind ? { kind, value: text.slice(kind.length + 1) } : null;
    }
    case 'SOCIALPROFILE':
    case 'X-SOCIALPROFILE': {
      const services = [...types, ...paramsOf(line, 'SERVICE-TYPE').map((type) => type.toLowerCase())];
      const kind = messengers.find((one) => services.includes(one));
      // Often an address, the handle at its end.
      const handle = text
        .replace(/[?#].*$/s, '')
        .replace(/\/+$/, '')
        .replace(/^.*[/:]/s, '');
      return kind && handle ? { kind, value: handle } : null;
    }
    case ownProperty: {
      const kind = otherKinds.find((one) => types.includes(one)) ?? 'other';
      const [scope] = paramsOf(line, 'X-SCOPE');
      return { kind, value: text, ...(scope && { scope }) };
    }
    default:
      return null;
  }
}

/** The lines with exactly these identifiers: what is there stays as it is, labels go with what they label. */
export function withIdentifiers(
  lines: VcardLine[],
  wanted: readonly Identifier[],
  region: string,
): VcardLine[] {
  const read = lines.map((line) => ({ line, identifier: identifierOfLine(line, region) ?? undefined }));
  const gone = read.filter(
    ({ identifier }) => identifier && !wanted.some((one) => sameIdentifier(one, identifier)),
  );
  const groups = new Set(gone.map(({ line }) => line.group).filter((group) => group !== ''));
  const kept = lines.filter(
    (line) =>
      !gone.some((one) => one.line === line) && !(groups.has(line.group) && line.name === 'X-ABLABEL'),
  );
  const version4 = lines.some(({ name, value }) => name === 'VERSION' && value.trim() === '4.0');
  const added = wanted.filter((one) => !read.some(({ identifier }) => sameIdentifier(identifier, one)));
  return [...kept, ...added.map((one) => lineOf(one, version4))];
}

const keptSchema = z.array(
  z.object({ group: z.string(), name: z.string(), params: z.string(), value: z.string() }),
);

/** The lines that stand for identifiers, and the labels of these, as they are: types, spelling and order. */
export function keptLines(lines: readonly VcardLine[], region: string): VcardLine[] {
  const own = lines.filter((line) => identifierOfLine(line, region) !== null);
  const groups = new Set(own.map(({ group }) => group).filter((group) => group !== ''));
  return lines.filter((line) => own.includes(line) || (groups.has(line.group) && line.name === 'X-ABLABEL'));
}

/** The lines with what `keptLines` told before: what is there stays, what is missing comes back behind what stood before it. */
export function withKept(lines: VcardLine[], kept: unknown, region: string): VcardLine[] {
  const before = z.safeParse(keptSchema, kept);
  // What is put back must be what can be told: nothing else of a card is written so.
  if (!before.success || keptLines(before.data, region).length < before.data.length) {
    throw new CrmError({ code: 'not-found' });
  }
  const wanted = before.data;
  const now = keptLines(lines, region);
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

function sameLine(a: VcardLine, b: VcardLine): boolean {
  return a.group === b.group && a.name === b.name && a.params === b.params && a.value === b.value;
}

function lineOf({ kind, value, scope }: Identifier, version4: boolean): VcardLine {
  const line = (name: string, params: string, text: string) => ({ group: '', name, params, value: text });
  if (kind === 'phone') {
    return version4
      ? line('TEL', ';VALUE=uri;TYPE=voice', `tel:${value}`)
      : line('TEL', ';TYPE=VOICE', value);
  }
  if (kind === 'email') return line('EMAIL', '', escapeText(value));
  if (scope === undefined && messengers.some((one) => one === kind)) {
    return line('IMPP', '', escapeText(`${kind}:${value}`));
  }
  const params = `${paramText('TYPE', kind)}${scope === undefined ? '' : paramText('X-SCOPE', scope)}`;
  return line(ownProperty, params, escapeText(value));
}
