import type { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { pageWords } from '../../components/words/companion/page-words.ts';
import style from './home/home.css?raw';
import page from './home/home.html?raw';
import pageStyle from './page.css?raw';
import { inLanguage, languagesOf, type Markup, pageHtml } from './page-html.ts';
import { pagePolicy } from './page-policy.ts';

const links = {
  widget: '/widget/',
  signIn: '/sign-in',
  description: '/api/openapi.json',
  health: '/api/health',
};

/** What stands at the address that the server prints: a page for a person, the same in JSON for a program that asks for it. */
export function mountHomePage(app: Hono, { demo }: { demo: boolean }): void {
  const html = (accepted: string | undefined): string => {
    const { words, language } = pageWords.of(languagesOf(accepted));
    const { connectHow, agentsHow, embedHow, ...texts } = words.home;
    const code = (text: string): Markup => ({ html: `<code>${text}</code>` });
    return pageHtml(inLanguage(page, language), {
      ...texts,
      isDemo: demo ? 'true' : 'false',
      connectHow: connectHow<string | Markup>({ html: '<i>Companion CRM</i>' }),
      agentsHow: agentsHow<string | Markup>(code('--add-agent'), code('docs/companion-server.md')),
      embedHow: embedHow<string | Markup>(code('--embed-origin'), code('docs/integrators.md')),
    });
  };
  // A text that is missing is found at the start.
  html(undefined);
  const headers = (type: string) => ({
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': pagePolicy(["form-action 'none'"]),
    'Cache-Control': 'no-cache',
  });
  app.get('/', (c) => {
    const supports = ['text/html', 'application/json'];
    const type = accepts(c, { header: 'Accept', supports, default: 'text/html' });
    c.header('Vary', 'Accept, Accept-Language');
    if (type === 'application/json') return c.json({ name: 'Ringside companion CRM', links });
    return c.body(html(c.req.header('Accept-Language')), 200, headers('text/html'));
  });
  app.get('/home.css', (c) => c.body(style, 200, headers('text/css')));
  app.get('/page.css', (c) => c.body(pageStyle, 200, headers('text/css')));
}
