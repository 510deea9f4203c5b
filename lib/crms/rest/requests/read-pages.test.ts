import { describe, expect, it } from 'vitest';
import type { CrmDefinition } from '../../../domain/crm/crm-definition.ts';
import { nextOf, type PageRequest, readPages, totalOf } from './read-pages.ts';

type List = CrmDefinition['list'];
const list = (change: Partial<List>): List => ({
  request: { path: 'people' },
  records: 'rows',
  noneIs404: false,
  whole: true,
  limit: 2,
  ...change,
});
const pages = (change: Partial<NonNullable<List['pages']>>): NonNullable<List['pages']> => ({
  by: 'page',
  first: 1,
  most: 4,
  ...change,
});
const none = new Headers();

/** Seven records, a page at a time, as a CRM that is told `limit` and where to begin. */
function sevenRecords(definition: List, more: (from: number) => object = () => ({}), headers = none) {
  const asked: PageRequest[] = [];
  const ask = async (page: PageRequest) => {
    asked.push(page);
    const { offset, limit } = page.texts;
    const rows = [1, 2, 3, 4, 5, 6, 7].slice(Number(offset), Number(offset) + Number(limit));
    const json = { rows, ...more(Number(offset) + rows.length) };
    return { json, next: nextOf(definition, json, headers), total: totalOf(definition, json, headers) };
  };
  return { asked, read: (most?: number) => readPages(definition, most, ask) };
}

describe('a list in pages', () => {
  it('is followed by offset and by number until a page is not full', async () => {
    for (const by of ['offset', 'page'] as const) {
      const { asked, read } = sevenRecords(list({ pages: pages({ by }) }));
      expect(await read()).toEqual({ records: [1, 2, 3, 4, 5, 6, 7], complete: true });
      expect(asked.map(({ texts }) => [texts.page, texts.offset])).toEqual([
        ['1', '0'],
        ['2', '2'],
        ['3', '4'],
        ['4', '6'],
      ]);
    }
  });

  it('is followed by a cursor, by an address in the reply and by one in a header', async () => {
    const next = (from: number) => ({ next: from < 7 ? `c${from}` : '' });
    const byCursor = sevenRecords(list({ pages: pages({ by: 'cursor', next: 'next' }) }), next);
    expect(await byCursor.read()).toMatchObject({ complete: true });
    expect(byCursor.asked.map(({ texts }) => texts.cursor)).toEqual(['', 'c2', 'c4', 'c6']);
    const address = (from: number) => ({
      next: from < 7 ? `https://evil.example/x?after=${from}&q=a%20b` : null,
    });
    const byAddress = sevenRecords(list({ pages: pages({ by: 'address', next: 'next' }) }), address);
    expect(await byAddress.read()).toMatchObject({ complete: true });
    expect(byAddress.asked.map(({ more }) => more)).toEqual([
      undefined,
      { after: '2', q: 'a b' },
      { after: '4', q: 'a b' },
      { after: '6', q: 'a b' },
    ]);
    const link = new Headers({ Link: '<https://a.example/p?page=1>; rel="prev", </p?page=3>; rel="next"' });
    expect(nextOf(list({ pages: pages({ by: 'address', link: true }) }), {}, link)).toEqual({ page: '3' });
    expect(nextOf(list({ pages: pages({ by: 'address', link: true }) }), {}, none)).toBeUndefined();
  });

  it('says that it was not all, where the bound, a repeated mark or the total tells so', async () => {
    const bound = sevenRecords(list({ pages: pages({ by: 'offset', most: 2 }) }));
    expect(await bound.read()).toEqual({ records: [1, 2, 3, 4], complete: false });
    const stuck = sevenRecords(list({ pages: pages({ by: 'cursor', next: 'next' }) }), () => ({
      next: 'same',
    }));
    expect((await stuck.read()).complete).toBe(false);
    expect(stuck.asked).toHaveLength(2);
    expect(await sevenRecords(list({})).read()).toEqual({ records: [1, 2], complete: false });
    const told = sevenRecords(list({ total: 'count' }), () => ({ count: 7 }));
    expect(await told.read()).toEqual({ records: [1, 2], complete: false, total: 7 });
  });

  it('stops where enough is read, and asks for no more than that at once', async () => {
    const { asked, read } = sevenRecords(list({ pages: pages({ by: 'offset' }) }));
    expect((await read(4)).records).toEqual([1, 2, 3, 4]);
    expect(asked).toHaveLength(2);
    const small = sevenRecords(list({ limit: 100, pages: pages({ by: 'offset' }) }));
    await small.read(3);
    expect(small.asked[0]?.texts.limit).toBe('3');
  });

  it('knows the total from a path, or from the last number of a header', () => {
    expect(totalOf(list({ total: 'meta.count' }), { meta: { count: '12' } }, none)).toBe(12);
    const range = new Headers({ 'Content-Range': '0-24/319' });
    expect(totalOf(list({ totalHeader: 'Content-Range' }), {}, range)).toBe(319);
    expect(
      totalOf(list({ totalHeader: 'Content-Range' }), {}, new Headers({ 'Content-Range': '0-24/*' })),
    ).toBeUndefined();
  });

  it('takes one record for a list of it, null for none, and nothing else for a list', async () => {
    const read = (found: unknown) => readPages(list({}), undefined, async () => ({ json: { rows: found } }));
    expect((await read({ id: 1 })).records).toEqual([{ id: 1 }]);
    expect(await read(null)).toEqual({ records: [], complete: true });
    for (const wrong of [undefined, 'text', 3]) await expect(read(wrong)).rejects.toThrow('CRM: bad-reply');
  });

  it('takes what comes beyond the limit too: such a CRM heeds none', async () => {
    const ask = async () => ({ json: { rows: [1, 2, 3] } });
    expect(await readPages(list({}), undefined, ask)).toEqual({ records: [1, 2, 3], complete: true });
  });
});
