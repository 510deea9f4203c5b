import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCases } from './run-cases.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A card whose contact is Jane Example. */
const jane = (right: object, check: object = {}) => ({
  id: 'jane',
  class: 'a class',
  check: { type: 'vcard', region: 'US', card: ['BEGIN:VCARD', 'FN:Jane Example', 'END:VCARD', ''], ...check },
  right,
});

async function run(files: Record<string, unknown>, { json = false, paths = [folder] } = {}) {
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  let said = '';
  const code = await runCases(paths, {
    json,
    from: folder,
    write: (text) => {
      said += text;
    },
  });
  return { code, said, lines: said.trim().split('\n') };
}

describe('running case files', () => {
  it('says a line of each, and ends well where all are right', async () => {
    const { code, lines } = await run({ 'a.json': jane({ name: 'Jane Example' }) });
    expect(lines).toEqual(['ok   jane', '1 passed, 0 failed']);
    expect(code).toBe(0);
  });

  it('says what came and what should have come, and ends badly', async () => {
    const { code, lines } = await run({
      'a.json': jane({ name: 'Jane Example' }),
      'b.json': { ...jane({ name: 'Zoë Müller', nickname: 'Zoë' }), id: 'zoe' },
    });
    expect(lines).toEqual([
      'ok   jane',
      'FAIL zoe: name came "Jane Example" and should have come "Zoë Müller" (the card, the book); ' +
        'nickname came nothing and should have come "Zoë" (the card, the book)',
      '1 passed, 1 failed',
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['no JSON', '{"id":', /^FAIL a: it is no JSON: /],
    ['no case', { id: 'x', right: {} }, /^FAIL a: it is no case: check: /],
    ['a list', [], /^FAIL a: it is no case: /],
    [
      'an unknown type',
      jane({ name: '' }, { type: 'telex' }),
      /^FAIL jane: no check is of type telex; there are call, /,
    ],
    [
      'a type that every object has',
      jane({ name: '' }, { type: 'toString' }),
      /^FAIL jane: no check is of type toString/,
    ],
    ['nothing that must come', jane({}), /^FAIL jane: right says nothing/],
    [
      'a member that is missing',
      jane({ name: '' }, { card: undefined }),
      /^FAIL jane: its check is none of type vcard: card: /,
    ],
    [
      'a region that is none',
      jane({ name: '' }, { region: '' }),
      /^FAIL jane: carddav cannot be connected with these settings/,
    ],
    [
      'a rule file that does not ship',
      {
        ...jane({ state: 'active' }),
        check: { type: 'socket', region: 'US', pack: '../../x', messages: [] },
      },
      /^FAIL jane: no rule file \.\.\/\.\.\/x ships; there are browser-phone, /,
    ],
    [
      'what no host could say',
      {
        ...jane({ front: null }),
        check: { type: 'engine', region: 'US', steps: [{ host: { id: 'c1', state: 'gone' } }] },
      },
      /^FAIL jane: a host could not say that: not-valid interaction\.state/,
    ],
    [
      'a step that does nothing',
      { ...jane({ front: null }), check: { type: 'engine', region: 'US', steps: [{ shows: {} }] } },
      /^FAIL jane: a step does one of host, .* this one does none/,
    ],
    [
      'an answer that nobody waits for',
      { ...jane({ front: null }), check: { type: 'engine', region: 'US', steps: [{ let: 'find +1' }] } },
      /^FAIL jane: no answer to "find \+1" is kept back/,
    ],
  ])('says of a file with %s what is wrong with it', async (_, content, line) => {
    const { code, lines } = await run({ 'a.json': content });
    expect(lines[0]).toMatch(line);
    expect(lines).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('takes folders and files, each once, and says of what is not there that it is not', async () => {
    await run({ 'a.json': jane({ name: 'Jane Example' }), 'b.txt': 'no case' });
    const { code, lines } = await run(
      {},
      { paths: [join(folder, 'a.json'), folder, join(folder, 'gone.json')] },
    );
    expect(lines[0]).toBe('ok   jane');
    expect(lines[1]).toMatch(/^FAIL gone\.json: it cannot be read: ENOENT/);
    expect(lines[2]).toBe('1 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('says of a folder without case files that there are none: nothing was tried', async () => {
    const { code, lines } = await run({ 'README.md': 'empty' });
    expect(lines).toEqual(['FAIL : there is no case file in it', '0 passed, 1 failed']);
    expect(code).toBe(1);
  });

  it('says the same for machines', async () => {
    const { code, said } = await run(
      {
        'a.json': jane({ name: 'Jane Example' }),
        'b.json': { ...jane({ name: 'Zoë' }), id: 'zoe' },
        'c.json': '',
      },
      { json: true },
    );
    const wrong = { at: 'name', came: 'Jane Example', right: 'Zoë' };
    expect(JSON.parse(said)).toEqual({
      passed: 1,
      failed: 2,
      cases: [
        { path: join(folder, 'a.json'), id: 'jane', class: 'a class', ok: true, differences: [] },
        {
          ...{ path: join(folder, 'b.json'), id: 'zoe', class: 'a class', ok: false },
          differences: [
            { ...wrong, way: 'the card' },
            { ...wrong, way: 'the book' },
          ],
        },
        {
          ...{ path: join(folder, 'c.json'), id: 'c', class: '', ok: false, differences: [] },
          problem: expect.stringMatching(/^it is no JSON/),
        },
      ],
    });
    expect(code).toBe(1);
  });

  it('goes on after a step that did not show what it should, and says which it was', async () => {
    const steps = [
      { host: { id: 'c1', number: '+12125550199' }, shows: { front: 'c2' } },
      { focus: null, shows: { rail: ['c1'] } },
    ];
    const { lines } = await run({
      'a.json': { ...jane({ front: 'c1' }), check: { type: 'engine', region: 'US', steps } },
    });
    expect(lines[0]).toBe('FAIL jane: after step 1 front came "c1" and should have come "c2"');
  });
});
