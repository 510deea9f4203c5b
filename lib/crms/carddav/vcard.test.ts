import { expect, it } from 'vitest';
import { changedCard, contactOfCard, newCard } from './card-contact.ts';
import { parseVcard } from './vcard/vcard.ts';
import { paramsOf } from './vcard/vcard-params.ts';
import { partsOf } from './vcard/vcard-text.ts';
import { writeVcard } from './vcard/write-vcard.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const contact = (...lines: string[]) =>
  contactOfCard({ name: 'a.vcf', etag: '"1"', lines: parseVcard(card(...lines))! }, 'GB')!;
const change = (text: string, what: Parameters<typeof changedCard>[1]) =>
  writeVcard(changedCard(parseVcard(text)!, what, 'GB'));

it('loses nothing of a card that it does not change', () => {
  const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(200)}`;
  const text = card(
    'item1.TEL;type=CELL;type=pref:020 7946 0123',
    'item1.X-ABLabel:Reception',
    'X-PHONETIC-FIRST-NAME:Nn',
    'NOTE:Ünï — a note; with \\; and \\, and \\n a line that is long enough to be folded by whoever writes it',
    'FN:Ngozi Okafor',
    photo,
    'UNKNOWN;A="b:c;d":x:y;z',
  );
  const lines = parseVcard(text)!;
  const written = writeVcard(lines);
  expect(parseVcard(written)).toEqual(lines);
  for (const line of written.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(lines.find(({ name }) => name === 'UNKNOWN')).toMatchObject({
    params: ';A="b:c;d"',
    value: 'x:y;z',
  });
});

it.each([
  'TEL;TYPE=WORK,VOICE:+44 20 7946 0123',
  'TEL;CELL:0044 20 79460123',
  'TEL;VALUE=uri;TYPE="voice,home":tel:+44-20-7946-0123',
  'tel;value=uri:tel:+442079460123;ext=12',
  'TEL:+44 (0)20 7946\r\n  0123',
  'TEL;VALUE=uri:tel:020-7946-0123;ext=12;phone-context=+44',
])('reads the number in %j', (line) => {
  expect(contact(line).identifiers).toEqual([{ kind: 'phone', value: '+442079460123' }]);
});

it.each<[string[], string, 'record' | 'assumed']>([
  [['TEL:020 7946 0123'], '+442079460123', 'assumed'],
  [['item3.TEL;type=pref:(020) 7946-0123'], '+442079460123', 'assumed'],
  [['TEL:06 44556677', 'ADR:;;Via 1;Roma;;;Italia'], '+390644556677', 'record'],
  [['TEL:06 44556677', 'item1.ADR:;;;;;;', 'item1.X-ABADR:it'], '+390644556677', 'record'],
  [['TEL:06 44556677', 'ADR:;;;Roma;;;', 'ADR;TYPE=work:;;;Roma;;;ITALY'], '+390644556677', 'record'],
])('reads a number without its country code in %j', (lines, value, country) => {
  expect(contact(...lines).identifiers).toEqual([{ kind: 'phone', value, country }]);
});

it('reads messengers, profiles and client IDs with their scope', () => {
  const { identifiers } = contact(
    'EMAIL;TYPE=INTERNET:Ana@Example.COM',
    'IMPP;X-SERVICE-TYPE=Telegram:telegram:@Ana_R',
    'IMPP:xmpp:ana@example.com',
    'X-SOCIALPROFILE;type=instagram:https://www.instagram.com/Ana.R/?hl=en',
    'SOCIALPROFILE;SERVICE-TYPE=Facebook:https://facebook.com/ana',
    'X-CLIENT-ID;TYPE=username;X-SCOPE="Inbox ^\'1^\', a;b":Ana',
    'TEL:no number',
  );
  expect(identifiers).toEqual([
    { kind: 'email', value: 'ana@example.com' },
    { kind: 'telegram', value: 'ana_r' },
    { kind: 'username', value: 'ana@example.com' },
    { kind: 'instagram', value: 'ana.r' },
    { kind: 'facebook', value: 'ana' },
    { kind: 'username', value: 'ana', scope: 'Inbox "1", a;b' },
  ]);
});

it('reads back every identifier that it writes, in both versions', () => {
  const identifiers = [
    { kind: 'phone', value: '+442079460123' },
    { kind: 'email', value: 'a,b@example.com' },
    { kind: 'whatsapp', value: 'US.13491208655302741918' },
    { kind: 'instagram', value: '178,4;1', scope: 'page "7"' },
    { kind: 'extension', value: '204', scope: 'https://desk.example.com' },
    { kind: 'other', value: 'C:\\7;x\\n' },
  ] as const;
  for (const version of ['3.0', '4.0']) {
    const empty = card('FN:Ana').replace('3.0', version);
    const lines = parseVcard(change(empty, { identifiers: [...identifiers] }))!;
    const read = contactOfCard({ name: 'a', etag: '', lines }, 'GB')!;
    expect(read.identifiers).toEqual(identifiers);
  }
});

it('takes an identifier away with its label, and leaves the others as they were typed', () => {
  const text = card(
    'FN:Ana',
    'item1.TEL:020 7946 0123',
    'item1.X-ABLABEL:Old',
    'item2.TEL:020 7946 0999',
    'item2.X-ABLABEL:New',
  );
  const written = change(text, { identifiers: [{ kind: 'phone', value: '+442079460999' }] });
  expect(parseVcard(written)!.map(({ group, name, value }) => [group, name, value])).toEqual([
    ['', 'VERSION', '3.0'],
    ['', 'FN', 'Ana'],
    ['item2', 'TEL', '020 7946 0999'],
    ['item2', 'X-ABLABEL', 'New'],
  ]);
});

it('changes one part of a structured value, and removes what is emptied', () => {
  const text = card(
    'FN:Ana',
    'ORG:Old\\; Ltd;Sales',
    'ADR;TYPE=WORK:;;1 High St;London;;N1;UK',
    'TITLE:Buyer',
  );
  const written = change(text, {
    fields: { company: 'New, Ltd', city: 'Leeds', jobTitle: null, 'X-TIER': 'gold' },
  });
  expect(written).toContain('ORG:New\\, Ltd;Sales\r\n');
  expect(written).toContain('ADR;TYPE=WORK:;;1 High St;Leeds;;N1;UK\r\n');
  expect(written).not.toContain('TITLE');
  expect(written).toContain('X-TIER:gold\r\n');
  expect(() => change(text, { fields: { UID: 'x' } })).toThrow('CRM: invalid');
});

it('lets no value begin a property of its own', () => {
  const evil = 'x\r\nEMAIL:evil@example.com\nEND:VCARD';
  const contact = {
    name: evil,
    kind: 'person' as const,
    identifiers: [{ kind: 'other', value: evil, scope: evil } as const],
    fields: { note: evil },
  };
  const lines = parseVcard(writeVcard(newCard('u', contact, 'GB')))!;
  expect(lines.map(({ name }) => name).sort()).toEqual(['FN', 'N', 'NOTE', 'UID', 'VERSION', 'X-CLIENT-ID']);
});

it('names a card without a formatted name by its parts, or by the company', () => {
  expect(contact('FN:', 'N:Okafor;Ngozi;;Dr;').name).toBe('Ngozi Okafor');
  expect(contact('FN: ', 'N:;;;;', 'ORG:Acme\\; Ltd;Sales').name).toBe('Acme; Ltd');
  expect(contact('TEL:020 7946 0123').name).toBe('');
});

it('tells companies from persons, and leaves groups out', () => {
  expect(contact('FN:A', 'X-ABSHOWAS:COMPANY').kind).toBe('company');
  expect(contact('FN:A', 'KIND:org').kind).toBe('company');
  expect(contact('FN:A').kind).toBe('person');
  expect(contact('FN:A', 'X-ADDRESSBOOKSERVER-KIND:group')).toBeNull();
});

it('takes nothing for a card that is none', () => {
  for (const text of ['', 'hello', '{}', 'BEGIN:VCARD\r\nFN:A', 'BEGIN:VCARD\r\nno property\r\nEND:VCARD']) {
    expect(parseVcard(text)).toBeUndefined();
  }
  expect(partsOf('a\\;b;;c\\\\;d\\')).toEqual(['a;b', '', 'c\\', 'd']);
  expect(paramsOf({ params: ';TYPE=a,"b,c";TYPE=d;E' }, 'TYPE')).toEqual(['a', 'b,c', 'd', 'E']);
});
