import { describe, expect, it } from 'vitest';
import { safeText, safeUrl } from './safe-text.ts';

describe('safeText', () => {
  it('leaves ordinary names in any script alone', () => {
    for (const name of ['Élodie Marchand', 'ليلى الحداد', 'João de Sá', '山田 太郎', 'می‌خواهم', '👩‍🔧 Ana'])
      expect(safeText(name)).toBe(name);
  });

  it('strips bidi controls, which could turn one name into another', () => {
    expect(safeText('Ana\u202Egnp.exe')).toBe('Anagnp.exe');
    expect(safeText('\u2066a\u2069\u200F\u061Cb')).toBe('ab');
  });

  it('strips control and invisible characters, and keeps line breaks as one kind', () => {
    expect(safeText('a\u0000b\u0007c\u200Bd\uFEFFe')).toBe('abcde');
    expect(safeText('one\r\ntwo\u2028three\rfour')).toBe('one\ntwo\nthree\nfour');
    expect(safeText('tag\u{E0041}s')).toBe('tags');
  });

  it('clamps by character, never through the middle of one', () => {
    expect(safeText('x'.repeat(600), 512)).toHaveLength(512);
    expect(safeText('😀😀😀😀', 3)).toBe('😀😀…');
    expect(safeText('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…');
  });

  it('takes piles of marks down to what a script can need', () => {
    expect([...safeText(`a${'\u0301'.repeat(50)}`)].length).toBe(7);
  });
});

describe('safeUrl', () => {
  it('lets https, tel and mailto through', () => {
    expect(safeUrl('https://vauban.example.com')).toBe('https://vauban.example.com/');
    expect(safeUrl('tel:+33199004217')).toBe('tel:+33199004217');
    expect(safeUrl(' mailto:elodie@vauban.example.com ')).toBe('mailto:elodie@vauban.example.com');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'http://plain.example.com',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    'https://user:pass@evil.example.com',
    'https://a\u202Emoc.example.com',
    '//evil.example.com',
    'elodie',
    '',
    `https://x.example.com/${'a'.repeat(3_000)}`,
  ])('refuses %j', (value) => {
    expect(safeUrl(value)).toBeUndefined();
  });
});
