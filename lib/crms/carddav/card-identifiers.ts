import type { ContactIdentifier } from '../../domain/contact/contact.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { regionOfCountry } from '../../domain/contact/region-of-country.ts';
import { numbersIn } from '../../domain/numbers/numbers-in.ts';
import { type NumberReading, readStored } from '../identifiers/stored-identifier.ts';
import { newLine, otherKinds, ownProperty } from './identifier-lines.ts';
import { messengerIdentifier, serviceOf, serviceOfAddress, serviceOfProperty } from './messengers.ts';
import { type VcardLine, versionOf, withValue } from './vcard/vcard.ts';
import { paramsOf } from './vcard/vcard-params.ts';
import { escapeText, partsOf, unescapeText } from './vcard/vcard-text.ts';

/** Among the parts of ADR. */
const addressCountry = 6;

/** A line with the identifiers that it stands for, each with its own part of the text. */
interface ReadLine {
  line: VcardLine;
  found: { identifier: ContactIdentifier; text: string }[];
}

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

/** Every line, with the identifiers that it stands for, normalised. */
export function readIdentifiers(lines: readonly VcardLine[], reading: NumberReading): ReadLine[] {
  return lines.map((line) => ({
    line,
    found: rawIdentifiers(line, labelOf(line, lines)).flatMap(({ text, stored }) => {
      const identifier = stored && readStored(stored, reading);
      return identifier ? [{ identifier, text }] : [];
    }),
  }));
}

/** The word that somebody gave to a line, as Apple and Google keep it. */
function labelOf({ group }: VcardLine, lines: readonly VcardLine[]): string {
  if (group === '') return '';
  return unescapeText(lines.find((one) => one.name === 'X-ABLABEL' && one.group === group)?.value ?? '');
}

function rawIdentifiers(line: VcardLine, label: string): { text: string; stored: Identifier | null }[] {
  const text = unescapeText(line.value).trim();
  const each = (texts: string[], read: (one: string) => Identifier | null) =>
    texts.flatMap((one) => (one.trim() === '' ? [] : { text: one.trim(), stored: read(one.trim()) }));
  switch (line.name) {
    case '':
      return [];
    case 'TEL':
      return each(numbersIn(withContext(text)), (value) => ({
        kind: 'phone',
        value: ofWhatsapp(line, value),
      }));
    case 'EMAIL':
      return each(addressesIn(text), (value) => ({ kind: 'email', value }));
    case ownProperty: {
      const types = paramsOf(line, 'TYPE').map((type) => type.toLowerCase());
      const kind = otherKinds.find((one) => types.includes(one)) ?? 'other';
      const [scope] = paramsOf(line, 'X-SCOPE');
      return each([text], (value) => ({ kind, value, ...(scope && { scope }) }));
    }
    default: {
      const [user = ''] = /^X?-?SOCIALPROFILE$/.test(line.name) ? paramsOf(line, 'X-USER') : [];
      return each(namesService(line) ? (text === '' ? user : text).split(/:{3,}/) : [], (one) => {
        const service = serviceOfLine(line, one, label);
        return service === undefined ? null : messengerIdentifier(service, one);
      });
    }
  }
}

function namesService({ name }: VcardLine): boolean {
  return /^(?:IMPP|URL|(?:X-)?SOCIALPROFILE)$/.test(name) || serviceOfProperty(name) !== undefined;
}

function serviceOfLine(line: VcardLine, text: string, label: string): string | undefined {
  const types = ['X-SERVICE-TYPE', 'SERVICE-TYPE', 'TYPE'].flatMap((name) =>
    paramsOf(line, name).flatMap((one) => one.split(',')),
  );
  const said = types.map(serviceOf).find((one) => one !== undefined);
  const byAddress = serviceOfAddress(text);
  switch (line.name) {
    case 'IMPP':
      // Several services were reached by XMPP.
      return (byAddress === 'xmpp' ? undefined : byAddress) ?? said ?? serviceOf(label) ?? byAddress;
    case 'URL':
    case 'SOCIALPROFILE':
    case 'X-SOCIALPROFILE': {
      // An address alone may be whose website ever.
      const service = said ?? serviceOf(label) ?? (line.name === 'URL' ? undefined : byAddress);
      return service !== undefined && otherKinds.some((kind) => kind === service) ? service : undefined;
    }
    default:
      return serviceOfProperty(line.name);
  }
}

/** Two in one value, and a name before an address; a comma may stand in an address too. */
function addressesIn(text: string): string[] {
  const parts = text.split(/:{3,}|[;,\s]+/).filter((part) => part !== '');
  if (parts.every((part) => part.includes('@'))) return parts;
  const [, address] = /^[^<>]*<([^<>\s]+@[^<>\s]+)>$/.exec(text) ?? [];
  return [address ?? text];
}

/** WhatsApp's own number beside one without its country code says what that is. */
function ofWhatsapp(line: VcardLine, text: string): string {
  const [number = ''] = paramsOf(line, 'WAID');
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 && /^[1-9]\d{7,14}$/.test(number) && number.endsWith(digits)
    ? `+${number}`
    : text;
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
  const isWanted = (identifier: Identifier) => wanted.some((one) => sameIdentifier(one, identifier));
  const read = readIdentifiers(lines, reading);
  const gone = read.filter(
    ({ found }) => found.length > 0 && !found.some(({ identifier }) => isWanted(identifier)),
  );
  const groups = new Set(gone.map(({ line }) => line.group).filter((group) => group !== ''));
  const kept = read.flatMap(({ line, found }) => {
    if (gone.some((one) => one.line === line) || (groups.has(line.group) && line.name === 'X-ABLABEL'))
      return [];
    const left = found.filter(({ identifier }) => isWanted(identifier));
    return left.length === found.length
      ? line
      : withValue(line, left.map(({ text }) => escapeText(text)).join(' ::: '));
  });
  const there = read.flatMap(({ found }) => found.map(({ identifier }) => identifier));
  const added = wanted.filter((one) => !there.some((identifier) => sameIdentifier(identifier, one)));
  const reads = (line: VcardLine, one: Identifier) =>
    readIdentifiers([line], reading).some(({ found }) =>
      found.some(({ identifier }) => sameIdentifier(identifier, one)),
    );
  return [...kept, ...added.map((one) => newLine(one, versionOf(lines), (line) => reads(line, one)))];
}
