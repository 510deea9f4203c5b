import { renderMarkdown } from './markdown.ts';

/** The documents that administrators and agents need beside them, in the order in which they are listed. */
export const shownDocuments = [
  'administrators',
  'agents',
  'hosts',
  'host-rules',
  'host-protocol',
  'crms',
  'crm-definitions',
  'numbers',
  'settings',
] as const;

export interface DocumentPage {
  /** Within the extension: `docs/hosts.html`. */
  path: string;
  html: string;
}

/**
 * The documents as pages of the extension, made when it is built: no script, one style, and links between them. `read` answers
 * the Markdown of one. What they link to in the source, and their pictures, are not in the package.
 */
export function documentPages(read: (name: string) => string): DocumentPage[] {
  const all = shownDocuments.map((name) => {
    const text = read(name);
    return { name, text, title: /^# (.+)$/m.exec(text)?.[1] ?? name };
  });
  const links = (current: string) =>
    all
      .map(({ name, title }) => {
        const here = name === current ? ' aria-current="page"' : '';
        return `<li><a href="${name}.html"${here}>${title}</a></li>`;
      })
      .join('');
  return all.map(({ name, text, title }) => ({
    path: `docs/${name}.html`,
    html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="documents.css">
</head>
<body>
<nav><ul>${links(name)}</ul></nav>
<main>
${renderMarkdown(text, { resolve: pageOf })}</main>
</body>
</html>
`,
  }));
}

function pageOf(address: string): string | null {
  if (/^(?:https:|#)/.test(address)) return address;
  const [, name = '', anchor = ''] = /^([\w-]+)\.md(#.*)?$/.exec(address) ?? [];
  return shownDocuments.some((one) => one === name) ? `${name}.html${anchor}` : null;
}
