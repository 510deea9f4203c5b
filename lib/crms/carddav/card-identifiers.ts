import * as z from 'zod/mini';
import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { type NumberReading, readStored } from '../identifiers/stored-identifier.ts';
import { escapeText, paramsOf, paramText, partsOf, unescapeText, type VcardLine } from './vcard.ts';

/** Kinds that have a scheme for IMPP; the others are in a property of our own, with kind and scope as parameters. */
const messengers = ['telegram', 'whatsapp', 'instagram', 'facebook'] as const;
const otherKinds = [...messengers, 'username', 'extension', 'other'] as const;
export const heldKinds = ['phone', 'email', ...otherKinds] as const;
const ownProperty = 'X-CLIENT-ID';
/** Among the parts of ADR. */
const addressCountry = 6;

/** How a card's numbers are read: in the country of an address, by Apple's code for it or as it is written; the first that has one. */
export function readingOfCard(lines: readonly VcardLine[], region: string): NumberReading {
  const countries = lines
    .filter(({ name }) => name === 'ADR')
    .map((address) => {
      const code = lines.find(({ name, group }) => name === 'X-ABADR' && group === address.group);
      const written = partsOf(address.value)[addressCountry];
      return (address.group === '' ? undefined : regionOfCountry(code?.value)) ?? regionOfCountry(written);
    });
  return { region, country: countries.find((country) => country !== undefined) };
}

/** The identifier that a property stands for, normalised; undefined where it is none. */
export function identifierOfLine(line: VcardLine, reading: NumberReading): ContactIdentifier | undefined {
  const found = rawIdentifier(line);
  return found ? readStored(found, reading) : undefined;
}

function rawIdentifier(line: VcardLine): Identifier | null {
  const text = unescapeText(line.value).trim();
  const types = paramsOf(line, 'TYPE').map((type) => type.toLowerCase());
  if (text === '') return null;
  switch (line.name) {
    case 'TEL':
      return { kind: 'phone', value: withContext(text) };
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

/** A local number of a tel URI with the country code that is its context (RFC 3966), in front of it. */
function withContext(text: string): string {
  const [, number, context] = /^tel:([^;+]+)(?:;.*)?;phone-context=(\+\d{1,4})(?:;|$)/i.exec(text) ?? [];
  return number && context ? `${context} ${number}` : text;
}

/** The lines with exactly these identifiers: what is there stays as it is, labels go with what they label. */
export function withIdentifiers(
  lines: VcardLine[],
  wanted: readonly Identifier[],
  reading: NumberReading,
): VcardLine[] {
  const read = lines.map((line) => ({ line, identifier: identifierOfLine(line, reading) }));
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
export function keptLines(lines: readonly VcardLine[], reading: NumberReading): VcardLine[] {
  const own = lines.filter((line) => identifierOfLine(line, reading) !== undefined);
  const groups = new Set(own.map(({ group }) => group).filter((group) => group !== ''));
  return lines.filter((line) => own.includes(line) || (groups.has(line.group) && line.name === 'X-ABLABEL'));
}

/** The lines with what `keptLines` told before: what is there stays, what is missing comes back behind what stood before it. */
export function withKept(lines: VcardLine[], kept: unknown, reading: NumberReading): VcardLine[] {
  const before = z.safeParse(keptSchema, kept);
  // What is put back must be what can be told: nothing else of a card is written so.
  if (!before.success || keptLines(before.data, reading).length < before.data.length) {
    throw new CrmError({ code: 'not-found' });
  }
  const wanted = before.data;
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
