/** What of Markdown the documents use, as HTML: no raw HTML, no references, no line breaks within a paragraph. */
export interface MarkdownParts {
  /** Where a link leads from the page; null: its text stands there without one. */
  resolve(address: string): string | null;
}

const inline =
  /(?<ticks>`+)(?<code>.+?)\k<ticks>|!\[(?<alt>[^\]]*)\]\([^)\s]+\)|\[(?<label>(?:[^[\]]|\[[^\]]*\])*)\]\((?<to>[^)\s]+)\)|\*\*(?<bold>.+?)\*\*|(?<!\w)_(?<low>[^_]+)_(?!\w)|\*(?<star>[^*]+)\*|\\(?<escaped>[\\`*_{}[\]()#+.!|<>-])/gu;
const itemStart = /^(\s*)(?:[-*]|(\d+)\.)\s+/;

export function renderMarkdown(text: string, parts: MarkdownParts): string {
  return blocks(text.split('\n'), parts);
}

/** The id of a heading, as GitHub makes it, so that links within the documents lead there. */
export function headingId(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function blocks(lines: readonly string[], parts: MarkdownParts): string {
  let html = '';
  let at = 0;
  const take = (belongs: (line: string, next: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '', lines[at + 1] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6}) (.+)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (line.startsWith('```')) {
      at += 1;
      const code = take((one) => !one.startsWith('```')).join('\n');
      at += 1;
      html += `<pre tabindex="0"><code>${escapeHtml(code)}</code></pre>\n`;
    } else if (heading) {
      const [, { length } = '', title = ''] = heading;
      html += `<h${length} id="${headingId(title)}">${spans(title, parts)}</h${length}>\n`;
      at += 1;
    } else if (line.startsWith('|'))
      html += table(
        take((one) => one.startsWith('|')),
        parts,
      );
    else if (itemStart.test(line)) {
      html += list(take(isOfList), parts);
    } else html += `<p>${spans(take(isParagraph).join(' '), parts)}</p>\n`;
  }
  return html;
}

/** A blank line within a list is followed by more of it. */
function isOfList(line: string, next: string): boolean {
  const isMore = (one: string) => itemStart.test(one) || /^\s+\S/.test(one);
  return isMore(line) || (line.trim() === '' && isMore(next));
}

function isParagraph(line: string): boolean {
  return line.trim() !== '' && !/^(?:#{1,6} |```|\|)/.test(line) && !itemStart.test(line);
}

function list(lines: readonly string[], parts: MarkdownParts): string {
  const [, indent = '', number] = itemStart.exec(lines[0] ?? '') ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const start = itemStart.exec(line);
    if (start && (start[1] ?? '').length <= indent.length) items.push([line.slice(start[0].length)]);
    else items.at(-1)?.push(line.replace(new RegExp(`^\\s{0,${indent.length + (number ? 3 : 2)}}`), ''));
  }
  const tag = number ? 'ol' : 'ul';
  const html = items.map((item) => `<li>${blocks(item, parts).replace(/^<p>(.*?)<\/p>\n/s, '$1')}</li>\n`);
  return `<${tag}>\n${html.join('')}</${tag}>\n`;
}

function table(lines: readonly string[], parts: MarkdownParts): string {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => spans(cell.trim(), parts)),
  );
  const row = (cells: string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`;
  const [head = [], , ...body] = rows;
  return `<div class="table" tabindex="0"><table>\n<thead>${row(head, 'th')}</thead>\n<tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody>\n</table></div>\n`;
}

function spans(text: string, parts: MarkdownParts): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(inline)) {
    html += escapeHtml(text.slice(from, found.index));
    from = found.index + found[0].length;
    html += span(found.groups ?? {}, parts);
  }
  return html + escapeHtml(text.slice(from));
}

function span(groups: Record<string, string | undefined>, parts: MarkdownParts): string {
  const { code, alt, label, to = '', bold, low, star, escaped } = groups;
  // A pipe in a table's cell has a backslash, also within code.
  if (code !== undefined) return `<code>${escapeHtml(code.replaceAll('\\|', '|'))}</code>`;
  if (alt !== undefined) return `<em>${escapeHtml(alt)}</em>`;
  if (label !== undefined) {
    const address = parts.resolve(to);
    const inner = spans(label, parts);
    if (address === null) return inner;
    const away = /^https?:/.test(address) ? ' target="_blank" rel="noreferrer"' : '';
    return `<a href="${escapeHtml(address)}"${away}>${inner}</a>`;
  }
  if (bold !== undefined) return `<strong>${spans(bold, parts)}</strong>`;
  const emphasis = low ?? star;
  return emphasis === undefined ? escapeHtml(escaped ?? '') : `<em>${spans(emphasis, parts)}</em>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
