import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { documentPages, shownDocuments } from './document-pages.ts';
import { headingId, renderMarkdown } from './markdown.ts';

const read = (name: string) => readFileSync(`${process.cwd()}/docs/${name}.md`, 'utf8');
const pages = documentPages(read);
const render = (text: string) => renderMarkdown(text, { resolve: (address) => `to:${address}` }).trim();

test.each([
  ['# Rules for *pages*', '<h1 id="rules-for-pages">Rules for <em>pages</em></h1>'],
  [
    'one\ntwo `a*b*c` and _three_\n\nfour',
    '<p>one two <code>a*b*c</code> and <em>three</em></p>\n<p>four</p>',
  ],
  ['[a `b` c](d.md#e)', '<p><a href="to:d.md#e">a <code>b</code> c</a></p>'],
  [
    'a snake_case_name and **bold _both_**',
    '<p>a snake_case_name and <strong>bold <em>both</em></strong></p>',
  ],
  ['<script>alert("1 & 2")</script>', '<p>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</p>'],
  ['- a\n- b\n  c\n\nd', '<ul>\n<li>a</li>\n<li>b c</li>\n</ul>\n<p>d</p>'],
  ['1. a\n\n2. b\n   - c', '<ol>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>'],
  [
    '```json x=1\n{ "a": "<b>" }\n```',
    '<pre tabindex="0"><code>{ &quot;a&quot;: &quot;&lt;b&gt;&quot; }</code></pre>',
  ],
  ['`` a`b ``', '<p><code> a`b </code></p>'],
  ['![A call](x.png)', '<p><em>A call</em></p>'],
])('%j', (markdown, html) => {
  expect(render(markdown)).toBe(html);
});

test('a table has its head, and pipes in its cells', () => {
  const html = render('| a | b |\n| - | - |\n| `x\\|y` | _c_ |');
  expect(html).toContain('<thead><tr><th>a</th><th>b</th></tr>');
  expect(html).toContain('<td><code>x|y</code></td><td><em>c</em></td>');
});

test('an id is the one that GitHub makes', () => {
  expect(headingId('A list and the frame that opens it')).toBe('a-list-and-the-frame-that-opens-it');
  expect(headingId('What stands for “nobody” (`A8`)')).toBe('what-stands-for-nobody-a8');
});

describe('the documents in the extension', () => {
  it.each(pages.map(({ path, html }) => [path, html]))(
    '%s leads nowhere that is not there',
    (_path, html) => {
      const links = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, address = '']) => address);
      expect(links.length).toBeGreaterThan(shownDocuments.length - 1);
      for (const address of links.filter((one) => !one.startsWith('https:'))) {
        const [file = '', anchor] = address.split('#');
        const there = file === '' ? html : pages.find(({ path }) => path === `docs/${file}`)?.html;
        expect(there, address).toBeDefined();
        if (anchor !== undefined) expect(there, address).toContain(`id="${anchor}"`);
      }
    },
  );

  it.each(pages.map(({ path, html }) => [path, html]))(
    '%s runs and loads nothing, and leaves no mark-up over',
    (_, html) => {
      expect(html).not.toMatch(/<script|<img|<iframe|style=|\son\w+=/);
      expect(html.match(/(?:src|href)="[^"]+\.css"/g)).toEqual(['href="documents.css"']);
      const words = html.replace(/<code>.*?<\/code>/gs, '').replace(/<[^>]+>/g, '');
      expect(words).not.toMatch(/\*\*|\]\(|`|^\s*#{1,6} /m);
    },
  );

  it('have every word of the rules', () => {
    const html = pages.find(({ path }) => path === 'docs/host-rules.html')?.html ?? '';
    for (const [, code = ''] of read('host-rules').matchAll(/```json recipe=\w+\n([\s\S]*?)\n```/g))
      expect(html).toContain(code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'));
  });
});
