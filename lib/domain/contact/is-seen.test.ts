import { describe, expect, it } from 'vitest';
import { isSeen } from '../text/is-seen.ts';
import { contactChangeSchema, newContactSchema } from './contact.ts';

const unseen: Record<string, string> = {
  nothing: '',
  spaces: ' \t\n\u00a0\u3000\u2003',
  'zero-width spaces': '\u200b\u200b',
  joiners: '\u200c\u200d\u2060',
  'right-to-left marks': '\u200f\u061c',
  'bidi controls': '\u202a\u202e\u2066\u2069',
  'a Hangul filler': '\u3164',
  'other Hangul fillers': '\u115f\u1160\uffa0',
  'a braille blank': '\u2800',
  tags: '\u{e0001}\u{e0041}\u{e007f}',
  'soft hyphens': '\u00ad\u00ad',
  'combining marks alone': '\u0301\u20dd\u0e31',
  'variation selectors': '\ufe0f\u{e0100}',
  'a byte order mark': '\ufeff',
  'Mongolian and Khmer inherent vowels': '\u180e\u17b4\u17b5',
  controls: '\u0000\u0007\u0085',
  'half a surrogate pair': '\ud83d',
};

describe('a text with something to see', () => {
  it.each(Object.entries(unseen))('is not %s', (_, text) => {
    expect(isSeen(text)).toBe(false);
    expect(isSeen(`${text}a${text}`)).toBe(true);
  });

  it.each(['Ana', 'Å', 'علي', '김', '小', 'ก', '👩‍👩‍👧', '7', '-', '⠃', '\u{1f3f4}\u{e0067}\u{e007f}'])(
    'is %s',
    (text) => {
      expect(isSeen(text)).toBe(true);
    },
  );

  it.each(Object.entries(unseen))(
    'is asked of the name of a contact that is made or changed: not %s',
    (_, name) => {
      const created = { name, identifiers: [], fields: {} };
      expect(newContactSchema.safeParse(created).success).toBe(false);
      expect(contactChangeSchema.safeParse({ name }).success).toBe(false);
      expect(newContactSchema.safeParse({ ...created, name: `${name}Ana` }).success).toBe(true);
      expect(contactChangeSchema.safeParse({ name: `${name}Ana` }).success).toBe(true);
      expect(contactChangeSchema.safeParse({}).success).toBe(true);
    },
  );
});
