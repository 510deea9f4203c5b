import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedCard, contactOfCard } from './card-contact.ts';
import { keptLines } from './kept-lines.ts';
import { parseVcard } from './vcard/vcard.ts';
import { writeVcard } from './vcard/write-vcard.ts';

const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');
const linesOf = (text: string) => parseVcard(text)!;
const contactOf = (text: string) => contactOfCard({ name: 'a.vcf', etag: '', lines: linesOf(text) }, 'US')!;
const change = (text: string, what: Parameters<typeof changedCard>[1]) =>
  writeVcard(changedCard(linesOf(text), what, 'US'));

const encodedName = [
  'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4A=61=6E=65=20=45=78=61=6D=70=6C=65=20=E2=9A=BD=E2=',
  '=9A=BD',
];
const photo = ['PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ', ' AAAQABAAD/2wBDAAMCAg==', ''];

describe('a card that is written back', () => {
  it.each<[string, string]>([
    ['with soft breaks', card('2.1', ...encodedName, 'TEL;CELL:+12125550199')],
    ['with soft breaks, in version 3', card('3.0', ...encodedName, 'TEL;TYPE=CELL:+12125550199')],
    ['with soft breaks and folds', card('3.0', 'NOTE;ENCODING=QUOTED-PRINTABLE:a=20=', '  b=', 'c', 'FN:A')],
    ['with a picture', card('2.1', ...photo, 'FN:A')],
    ['with odd lines', card('3.0', 'FN:A', 'Apt 4, New York', ':x', '<<<<', 'TEL:1')],
    ['with a card within', card('2.1', 'FN:A', 'AGENT:', 'BEGIN:VCARD', 'FN:B', 'END:VCARD', 'TEL:1')],
    ['of an unknown charset', card('2.1', 'FN;CHARSET=X-OWN;ENCODING=QUOTED-PRINTABLE:Zo=EB')],
    ['in base64', card('3.0', 'FN;ENCODING=b:Wm/DqyBNw7xsbGVy')],
    ['with a long line of version 2.1', card('2.1', `NOTE:${'word '.repeat(40)}x`)],
    ['folded before blanks', card('2.1', 'NOTE:some', ' words')],
  ])('%s is byte for byte what it was', (_how, text) => {
    expect(writeVcard(linesOf(text))).toBe(text);
  });

  it('has what was not changed byte for byte, whatever else was', () => {
    const text = card('2.1', ...encodedName, ...photo, 'Apt 4, New York', 'TITLE:Buyer');
    const written = change(text, {
      fields: { jobTitle: 'Seller' },
      identifiers: [{ kind: 'phone', value: '+12125550199' }],
    });
    expect(written).toBe(
      card('2.1', ...encodedName, ...photo, 'Apt 4, New York', 'TITLE:Seller', 'TEL;VOICE:+12125550199'),
    );
  });
});

describe('a changed property', () => {
  it('is plain in version 3 and 4, whatever it was encoded in', () => {
    for (const version of ['3.0', '4.0']) {
      const text = card(
        version,
        ...encodedName,
        'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Zo=EB',
      );
      const written = change(text, { name: 'Zoë Ünal' });
      expect(written).toBe(card(version, 'FN:Zoë Ünal', 'N:Ünal;Zoë;;;'));
    }
  });

  it('is encoded in version 2.1 where it is more than ASCII, has lines or is long', () => {
    const text = card('2.1', 'FN;CHARSET=ISO-8859-1:Jane', 'NOTE:short', 'TITLE:Buyer');
    const written = change(text, {
      name: 'Zoë Ünal',
      fields: { note: 'one, two;\nthree\\four', jobTitle: 'x'.repeat(90), company: 'Ünal; Söhne' },
    });
    expect(written).toBe(
      card(
        '2.1',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=20=C3=9Cnal',
        'NOTE;ENCODING=QUOTED-PRINTABLE:one,=20two\\;=0D=0Athree\\\\four',
        `TITLE;ENCODING=QUOTED-PRINTABLE:${'x'.repeat(43)}=`,
        'x'.repeat(47),
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9Cnal;Zo=C3=AB;;;',
        'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=9Cnal\\;=20S=C3=B6hne',
      ),
    );
    for (const line of written.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
    expect(contactOf(written).fields).toMatchObject({ company: 'Ünal; Söhne' });
  });

  it('reads back as it was written, in every version', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(fc.constantFrom('2.1', '3.0', '4.0'), text, text, (version, note, company) => {
        const written = change(card(version, ...encodedName), { fields: { note, company } });
        const plain = (value: unknown) =>
          String(value ?? '')
            .replace(/\r\n?/g, '\n')
            .trim();
        const { fields } = contactOf(written);
        expect(plain(fields.note)).toBe(plain(note));
        expect(plain(fields.company)).toBe(plain(company));
        expect(contactOf(written).name).toBe('Jane Example ⚽⚽');
      }),
    );
  });

  it.each<[string, string, string]>([
    ['3.0', 'NOTE;CHARSET=ISO-8859-1:Grüße', 'NOTE:Grüße'],
    ['3.0', 'NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Grüße=20=DF', 'NOTE:Grüße ß'],
    ['2.1', 'NOTE;CHARSET=ISO-8859-1:Grüße', 'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe'],
    ['3.0', 'NOTE;CHARSET=ISO-8859-1:Hello', 'NOTE;CHARSET=ISO-8859-1:Hello'],
    ['3.0', 'NOTE;CHARSET=UTF-8:Grüße', 'NOTE;CHARSET=UTF-8:Grüße'],
    ['2.1', 'NOTE;CHARSET=UTF-8:Grüße', 'NOTE;CHARSET=UTF-8:Grüße'],
  ])(
    'of version %s that says another charset than it is sent in says so no more: %s',
    (version, before, after) => {
      expect(change(card(version, 'FN:A', before), { fields: { jobTitle: 'x' } })).toBe(
        card(version, 'FN:A', after, 'TITLE:x'),
      );
    },
  );
});

describe('one of two numbers in one value', () => {
  const text = card(
    '3.0',
    'FN:A',
    'item1.TEL;TYPE=HOME:+1 212 555 0199 ::: +1 212 555 0198',
    'item1.X-ABLabel:Main',
  );
  const [first, second] = ['+12125550199', '+12125550198'].map((value) => ({
    kind: 'phone' as const,
    value,
  }));

  it('is taken away alone, and the other stays as it was typed, with its label', () => {
    expect(change(text, { identifiers: [second!] })).toBe(
      card('3.0', 'FN:A', 'item1.TEL;TYPE=HOME:+1 212 555 0198', 'item1.X-ABLabel:Main').replace(
        'X-ABLabel',
        'X-ABLABEL',
      ),
    );
  });

  it('comes back where it stood', () => {
    const lines = linesOf(text);
    const kept: unknown = JSON.parse(JSON.stringify(keptLines(lines, { region: 'US' })));
    const without = linesOf(change(text, { identifiers: [second!] }));
    expect(changedCard(without, { kept }, 'US')).toEqual(lines);
  });

  it('leaves the line where another is added, and both with it', () => {
    const third = { kind: 'phone' as const, value: '+442079460123' };
    const written = change(text, { identifiers: [first!, second!, third] });
    expect(written).toContain('item1.TEL;TYPE=HOME:+1 212 555 0199 ::: +1 212 555 0198\r\n');
    expect(contactOf(written).identifiers).toEqual([first, second, third]);
  });
});

it('puts back an encoded line as it stood, and no line that says to be another', () => {
  const lines = linesOf(card('3.0', 'FN:A', 'TEL;ENCODING=QUOTED-PRINTABLE:=2B12125550199'));
  const kept = keptLines(lines, { region: 'US' });
  const without = changedCard(lines, { identifiers: [] }, 'US');
  expect(without.map(({ name }) => name)).toEqual(['VERSION', 'FN']);
  expect(changedCard(without, { kept: JSON.parse(JSON.stringify(kept)) }, 'US')).toEqual(lines);
  for (const raw of [
    'TEL:+12125550199\r\nEMAIL:evil@example.com',
    'NOTE:x',
    'END:VCARD\r\nBEGIN:VCARD',
    '',
  ]) {
    expect(() => changedCard(without, { kept: [{ ...kept[0], raw }] }, 'US')).toThrow('CRM: not-found');
  }
});

it('reads back every identifier that it writes, in every version', () => {
  const identifiers = [
    { kind: 'phone', value: '+442079460123' },
    { kind: 'email', value: 'a,b@example.com' },
    { kind: 'whatsapp', value: '12125550199' },
    { kind: 'telegram', value: '+4915112345678' },
    { kind: 'telegram', value: 'https://t.me/x' },
    { kind: 'facebook', value: 'a ::: b' },
    { kind: 'instagram', value: 'jäne' },
    { kind: 'username', value: 'jane@chat.example' },
    { kind: 'other', value: 'a%20b?c=d', scope: 'Büro "1"' },
  ] as const;
  for (const version of ['2.1', '3.0', '4.0']) {
    const written = change(card(version, 'FN:A'), { identifiers: [...identifiers] });
    expect(contactOf(written).identifiers).toEqual(identifiers);
  }
});

it('takes no card whose end is folded into it, since it would end there once it is written', () => {
  for (const mark of ['END:VCARD\r\n ', 'END:VC\r\n ARD'])
    expect(parseVcard(card('3.0', 'FN:Jane', mark))).toBeUndefined();
});

it('takes any text for what it is, and throws at none', () => {
  const piece = fc.constantFrom(
    'FN',
    'TEL',
    'N',
    'item1.',
    'IMPP',
    ':',
    ';',
    '=',
    '=C3',
    '=\r\n',
    '\r\n',
    '\r\n ',
    '"',
    'ENCODING=QUOTED-PRINTABLE',
    'CHARSET=X',
    'BASE64',
    '+12125550199',
    ' ::: ',
    'ü',
    '\\',
    '\\n',
    'BEGIN:VCARD',
    'END:VCARD',
    'TYPE=TELEGRAM',
    'https://t.me/',
    '%',
    'x',
  );
  fc.assert(
    fc.property(fc.constantFrom('2.1', '3.0'), fc.array(piece, { maxLength: 30 }), (version, pieces) => {
      const lines = parseVcard(card(version, 'FN:Jane', pieces.join('')));
      if (!lines) return;
      const contact = contactOfCard({ name: 'a', etag: '', lines }, 'US');
      expect(contact?.name).toMatch(/./);
      // A charset that a line falsely names goes; all else is as it was, and stays so.
      const written = parseVcard(writeVcard(lines));
      // A line break in a text is escaped, or encoded as it is.
      const said = (each: typeof lines | undefined) =>
        each?.map(({ name, value }) => [name, value.replace(/\\n|\r\n?/g, '\n')]);
      expect(said(written)).toEqual(said(lines));
      const isFalse = /CHARSET/.test(lines.map(({ params }) => params).join());
      if (!isFalse) expect(written).toEqual(lines);
      expect(parseVcard(writeVcard(written ?? []))).toEqual(written);
    }),
    { numRuns: 2_000 },
  );
});
