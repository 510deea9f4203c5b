import { expect, it } from 'vitest';
import { withIdentifiers } from './card-identifiers.ts';
import { keptLines, withKept } from './kept-lines.ts';
import { parseVcard, type VcardLine } from './vcard/vcard.ts';

const card = parseVcard(
  [
    'BEGIN:VCARD',
    'FN:Ada Okoro',
    'item1.TEL;TYPE=CELL,PREF:06 39 98 00 01',
    'TEL;TYPE=WORK:01 99 00 00 02',
    'item1.X-ABLABEL:Reception',
    'NOTE:keep',
    'END:VCARD',
  ].join('\r\n'),
)!;
const number = { kind: 'phone', value: '+33639980001' } as const;
const work = { kind: 'phone', value: '+33199000002' } as const;

it('puts a number back between the lines where it stood, with its types and its label', () => {
  const kept = keptLines(card, { region: 'FR' });
  const without = withIdentifiers(card, [work], { region: 'FR' });
  expect(without.map(({ name }) => name)).toEqual(['FN', 'TEL', 'NOTE']);
  expect(withKept(without, JSON.parse(JSON.stringify(kept)), { region: 'FR' })).toEqual(card);
});

it('takes away what came meanwhile, and leaves everything that is no identifier', () => {
  const kept = keptLines(card, { region: 'FR' });
  const more = withIdentifiers(card, [number, work, { kind: 'email', value: 'a@example.com' }], {
    region: 'FR',
  });
  expect(withKept(more, kept, { region: 'FR' })).toEqual(card);
});

it.each<[string, unknown]>([
  ['no list', { TEL: '1' }],
  ['another property', [{ group: '', name: 'NOTE', params: '', value: 'x' }] satisfies VcardLine[]],
  ['a label of nothing', [{ group: 'item9', name: 'X-ABLABEL', params: '', value: 'x' }]],
])('writes nothing of %s', (_, kept) => {
  expect(() => withKept(card, kept, { region: 'FR' })).toThrow(
    expect.objectContaining({ safe: { code: 'not-found' } }),
  );
});
