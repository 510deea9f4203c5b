import { describe, expect, it } from 'vitest';
import { contactOfCard } from './card-contact.ts';
import { parseVcard } from './vcard/vcard.ts';
import { writeVcard } from './vcard/write-vcard.ts';

const read = (lines: string[], region = 'US') =>
  contactOfCard({ name: 'a.vcf', etag: '', lines: parseVcard(lines.join('\r\n'))! }, region)!;
const card = (version: string, ...lines: string[]) => [
  'BEGIN:VCARD',
  `VERSION:${version}`,
  ...lines,
  'END:VCARD',
  '',
];
const nameOf = (...lines: string[]) => read(card('2.1', ...lines)).name;

describe('a card as it is exported', () => {
  it.each<[string, string[], { name: string; numbers: string[]; fields?: object }]>([
    [
      'by Android, every sign encoded',
      card(
        '2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=5A=6F=C3=AB;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=C3=AB=20=4D=C3=BC=6C=6C=65=',
        '=72',
        'TEL;CELL;PREF:+1-212-555-0199',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
        ' AAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDg==',
        '',
        'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72=20=26=20=43=6F',
      ),
      { name: 'Zoë Müller', numbers: ['+12125550199'], fields: { company: 'Müller & Co' } },
    ],
    [
      'by Outlook, lines broken behind line breaks, an empty line at the end',
      card(
        '2.1',
        'N;LANGUAGE=de;CHARSET=Windows-1252:Müller;Zoë',
        'FN;CHARSET=Windows-1252:Zoë Müller',
        'TEL;WORK;VOICE:+1 (212) 555-0199',
        'ADR;WORK;PREF;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:;;Hauptstra=DFe 5=0D=0A=',
        '2. Stock;K=F6ln;;50667;Deutschland',
        'LABEL;WORK;PREF;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Hauptstra=DFe 5=0D=0A=',
        '50667 K=F6ln',
        'NOTE;ENCODING=QUOTED-PRINTABLE:Call after noon=0D=0A=0D=0A=',
        '',
        'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2',
        'X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:',
        ' /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQ==',
        '',
      ),
      {
        name: 'Zoë Müller',
        numbers: ['+12125550199'],
        fields: {
          city: 'Köln',
          street: 'Hauptstraße 5\r\n2. Stock',
          zip: '50667',
          note: 'Call after noon\r\n\r\n',
        },
      },
    ],
    [
      'by a Nokia, without its full name',
      card(
        '2.1',
        'REV:20100102T030405Z',
        'N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Example;J=C3=A4ne',
        'TEL;VOICE;CELL:+12125550199',
        'TEL;HOME;VOICE:2125550198',
        'X-CLASS:private',
      ),
      { name: 'Jäne Example', numbers: ['+12125550199', '+12125550198'] },
    ],
    [
      'by a telephone that sets base64 to the margin',
      card(
        '2.1',
        'FN:Jane Example',
        'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
        '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYI',
        'DAoMDAsKCwsNDhIQDQ4RDg==',
        '',
        'TEL;CELL:+12125550199',
      ),
      { name: 'Jane Example', numbers: ['+12125550199'] },
    ],
    [
      'by iCloud, with groups and labels',
      card(
        '3.0',
        'PRODID:-//Apple Inc.//iOS 17.0//EN',
        'N:Example;Jane;;;',
        'FN:Jane Example',
        'item1.TEL;type=pref:+1 (212) 555-0199',
        'item1.X-ABLabel:_$!<HomePage>!$_',
        'item2.ADR;type=HOME:;;1 Main St\\nApt 4;New York;NY;10001;USA',
        'item2.X-ABADR:us',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMD',
        ' AwMEAwMEBQgFBQQEBQ==',
      ),
      { name: 'Jane Example', numbers: ['+12125550199'], fields: { city: 'New York' } },
    ],
    [
      'by Google Contacts, with colons escaped',
      card(
        '3.0',
        'FN:Jane Example',
        'N:Example;Jane;;;',
        'item1.URL:http\\://www.google.com/profiles/1',
        'item1.X-ABLabel:PROFILE',
        'item2.TEL:+1 212 555 0199 ::: 212-555-0198',
        'item2.X-ABLabel:Main',
      ),
      {
        name: 'Jane Example',
        numbers: ['+12125550199', '+12125550198'],
        fields: { website: 'http://www.google.com/profiles/1' },
      },
    ],
    [
      'by Thunderbird, in version 4',
      card(
        '4.0',
        'N:Example;Jane;;;',
        'FN:Jane Example',
        'TEL;VALUE=TEXT;TYPE=cell:+1 212 555 0199',
        'X-CUSTOM1;VALUE=TEXT:gold',
      ),
      { name: 'Jane Example', numbers: ['+12125550199'], fields: { 'X-CUSTOM1': 'gold' } },
    ],
    [
      'by KAddressBook, with names that are none',
      card('3.0', 'FN:Jane Example', 'X-messaging/telegram-All:janeexample', 'TEL;TYPE=CELL:+12125550199'),
      { name: 'Jane Example', numbers: ['+12125550199'] },
    ],
    [
      'with a colleague’s card in it',
      card(
        '2.1',
        'FN:Jane Example',
        'AGENT:',
        'BEGIN:VCARD',
        'VERSION:2.1',
        'FN:John Other',
        'TEL:+12125550100',
        'END:VCARD',
        'TEL;WORK:+12125550199',
      ),
      { name: 'Jane Example', numbers: ['+12125550199'] },
    ],
  ])('%s is read', (_by, lines, { name, numbers, fields = {} }) => {
    const contact = read(lines);
    expect(contact.name).toBe(name);
    const phones = contact.identifiers.filter(({ kind }) => kind === 'phone');
    expect(phones.map(({ value }) => value)).toEqual(numbers);
    for (const [key, value] of Object.entries(fields))
      expect(String(contact.fields[key]).trim()).toBe(String(value).trim());
    expect(Object.keys(contact.fields)).not.toContain('X-MS-CARDPICTURE');
  });
});

describe('an encoded name', () => {
  it.each<[string, string[]]>([
    ['in UTF-8', ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller']],
    ['in UTF-8, with small digits', ['FN;CHARSET=utf8;ENCODING=quoted-printable:Zo=c3=ab M=c3=bcller']],
    ['in UTF-8, with the encoding alone', ['FN;QUOTED-PRINTABLE;CHARSET=UTF-8:Zo=C3=AB M=C3=BCller']],
    ['in UTF-8 that does not say so', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller']],
    ['in ISO-8859-1', ['FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB M=FCller']],
    ['in windows-1252', ['FN;ENCODING=QUOTED-PRINTABLE;CHARSET="windows-1252":Zo=EB M=FCller']],
    ['in a code page that does not say so', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=EB M=FCller']],
    ['in a code page that says UTF-8', ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=EB M=FCller']],
    [
      'in Unicode that says ISO-2022-JP',
      ['FN;CHARSET=ISO-2022-JP;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller'],
    ],
    ['in Unicode of an unknown charset', ['FN;CHARSET=X-OWN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller']],
    ['half of it Unicode already', ['FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zoë M=FCller']],
    ['in base64', ['FN;ENCODING=b;CHARSET=UTF-8:Wm/DqyBNw7xsbGVy']],
    ['in base64 of a code page', ['FN;ENCODING=BASE64;CHARSET=ISO-8859-1:Wm/rIE38bGxlcg==']],
    ['in the words of e-mail', ['FN:=?UTF-8?Q?Zo=C3=AB_M=C3=BCller?=']],
    ['in two words of e-mail', ['FN:=?iso-8859-1?q?Zo=EB?= =?utf-8?B?IE3DvGxsZXI=?=']],
    ['over a soft break', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=', '=AB M=C3=BC=', 'ller']],
    ['over a soft break with blanks behind', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB = ', 'M=C3=BCller']],
    ['over a soft break before a blank', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=', ' M=C3=BCller']],
    [
      'over a soft break that is folded as well',
      ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=20M=C3=', ' =BCller'],
    ],
    ['over a fold', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=', ' C3=BCller']],
    ['over a fold in a code', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C', ' 3=BCller']],
    ['over a fold between codes', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3', '\t=BCller']],
    ['with a folded head', ['FN;CHARSET=UTF-8;ENCODING=QUOTED-', ' PRINTABLE:Zo=C3=AB M=C3=', '=BCller']],
    ['with a soft break before nothing', ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller=']],
    [
      'with a soft break before the next property',
      ['FN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB M=C3=BCller=', 'TEL;CELL:1'],
    ],
    ['in parts alone', ['N;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=C3=AB;;;']],
  ])('%s is read', (_how, lines) => {
    expect(nameOf(...lines)).toBe('Zoë Müller');
  });

  it.each([
    ['FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63 =91=BE=98=59', '山田 太郎'],
    ['FN;CHARSET=CP932;ENCODING=QUOTED-PRINTABLE:=95\\=8E=52', '表山'],
    ['FN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=CD=F5=D0=A1=C3=F7', '王小明'],
    ['FN;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=E9=D7=C1=CE', 'Иван'],
    ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jane =E2=9A=BD=E2==\r\n=9A=BD', 'Jane ⚽⚽'],
    ['FN;ENCODING=QUOTED-PRINTABLE:1 + 1 = 2', '1 + 1 = 2'],
    ['FN;ENCODING=QUOTED-PRINTABLE:100=25 =zz', '100% =zz'],
    ['FN:=?X-OWN?Q?=EB?= 1=?2', '=?X-OWN?Q?=EB?= 1=?2'],
  ])('%s is %s', (line, name) => {
    expect(nameOf(line.replace('==\r\n', '=\r\n'))).toBe(name);
  });

  it('of an unknown charset is kept as it stands, and counted', () => {
    const line = 'FN;CHARSET=X-OWN;ENCODING=QUOTED-PRINTABLE:Zo=EB';
    const lines = parseVcard(card('2.1', line).join('\r\n'))!;
    expect(lines.find(({ name }) => name === 'FN')).toMatchObject({
      value: 'Zo=EB',
      unread: 'text',
      raw: line,
    });
    expect(nameOf(line, 'N:Example;Zoe')).toBe('Zo=EB');
  });
});

describe('an odd line', () => {
  it.each([
    ['without a colon', 'Apt 4, New York'],
    ['of a note that goes on', 'and call again'],
    ['with a quote that does not end', 'TEL;TYPE="WORK:x'],
    ['with an empty name', ':x'],
    ['with blanks in its name', 'MY FIELD:x'],
    ['in another script', 'имя:x'],
    ['of signs', '<<<<<<< HEAD'],
    ['that begins a card', 'BEGIN:VCARD'],
    ['of a thousand quotes', `X-A;B=${'"'.repeat(1_001)}:x`],
  ])('%s hides neither name nor number', (_what, line) => {
    const contact = read(card('3.0', 'FN:Jane Example', line, 'TEL;TYPE=CELL:+12125550199'));
    expect(contact).toMatchObject({
      name: 'Jane Example',
      identifiers: [{ kind: 'phone', value: '+12125550199' }],
    });
  });

  it('is kept and counted, and what is in a card within is not', () => {
    const inner = ['AGENT:', 'BEGIN:VCARD', 'odd', 'END:VCARD'];
    const lines = parseVcard(card('3.0', 'FN:Jane Example', 'odd one', ...inner).join('\n'))!;
    expect(lines.filter(({ unread }) => unread)).toEqual([
      { group: '', name: '', params: '', value: '', raw: 'odd one', unread: 'line' },
    ]);
  });

  it('around the card is counted, and written into none', () => {
    const plain = card('3.0', 'FN:Jane Example').join('\r\n');
    const lines = parseVcard(`From: x\r\n${plain}-- \r\nsent by phone\r\n`)!;
    expect(lines.filter(({ unread }) => unread)).toHaveLength(3);
    expect(writeVcard(lines)).toBe(plain);
  });

  it('of quotes that do not end still tells its number', () => {
    const contact = read(card('3.0', 'FN:Jane Example', 'TEL;TYPE="CELL:+12125550199'));
    expect(contact.identifiers).toEqual([{ kind: 'phone', value: '+12125550199' }]);
  });
});

it('reads whatever is in a card in time that grows with its length only', () => {
  const size = 100_000;
  const qp = 'NOTE;ENCODING=QUOTED-PRINTABLE:';
  const started = performance.now();
  for (const line of [
    `NOTE:${' '.repeat(size)}x`,
    `EMAIL:${' '.repeat(size)}x${' '.repeat(size)}y`,
    `IMPP:${' :'.repeat(size)}`,
    `TEL:${'1 '.repeat(size)}`,
    `X-A;B=${'"'.repeat(size + 1)}:x`,
    `${qp}${'='.repeat(size)}`,
    `${qp}${':'.repeat(size)}`,
    qp + '=C3=BC=\r\n'.repeat(size / 10),
    `PHOTO;ENCODING=b:${'QUJD\r\n '.repeat(size)}`,
  ])
    expect(read(card('3.0', 'FN:Jane Example', line)).name).toBe('Jane Example');
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);

it('reads a card between what transfers leave around it, and none of two in one', () => {
  const plain = card('3.0', 'FN:Jane Example').join('\r\n');
  for (const text of [
    `\uFEFF\r\n${plain}`,
    `${plain}\0`,
    `${plain}\x1a`,
    `${plain}\r\n\r\n`,
    plain.replaceAll('\r\n', '\n'),
  ])
    expect(parseVcard(text)).toEqual(parseVcard(plain));
  expect(parseVcard(plain + plain)).toBeUndefined();
});

it('reads what vCard 2.1 folds before a blank, and what a server folded within a word', () => {
  const long = 'x'.repeat(70);
  expect(nameOf('FN:Jane', ' Example')).toBe('Jane Example');
  expect(nameOf(`FN:${long}`, ' yz')).toBe(`${long}yz`);
  expect(read(card('3.0', 'FN:Jane Exa', ' mple')).name).toBe('Jane Example');
});
