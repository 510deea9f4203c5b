import type { Hono } from 'hono';
import { pageWords } from '../../components/words/companion/page-words.ts';
import { demoAgents, demoPassword } from '../auth/demo-agents.ts';
import { inLanguage, languagesOf, type Markup, pageHtml } from './page-html.ts';
import { pagePolicy } from './page-policy.ts';
import style from './sign-in/sign-in.css?raw';
import page from './sign-in/sign-in.html?raw';
import script from './sign-in/sign-in.js?raw';

const policy = pagePolicy(["script-src 'self'", "connect-src 'self'", "form-action 'self'"]);

/**
 * The page in which an agent signs in for the widget: on this server's own origin, never framed. It hands the token to
 * the window that opened it, by message, to this origin only.
 *
 * The widget is framed, so the window around its opener is a page of another origin: any Cross-Origin-Opener-Policy but
 * `unsafe-none` would cut the two apart. The script looks at its opener instead, and works for one of this origin only.
 */
export function mountSignInPage(app: Hono, { demo }: { demo: boolean }): void {
  const html = (accepted: string | undefined): string => {
    const { words, language } = pageWords.of(languagesOf(accepted));
    const { tooMany, blocked, ...texts } = words.signIn;
    return pageHtml(inLanguage(page, language), {
      ...texts,
      isDemo: demo ? 'true' : 'false',
      tooMany: tooMany('{seconds}'),
      blocked: blocked<string | Markup>({ html: pageHtml('<b>{{submit}}</b>', { submit: texts.submit }) }),
    });
  };
  // A text that is missing is found at the start.
  html(undefined);
  const prefill = demo ? { email: demoAgents[0]?.email, password: demoPassword } : {};
  const answer = (type: string, text: string) =>
    new Response(text, {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Security-Policy': policy,
        'Cross-Origin-Opener-Policy': 'unsafe-none',
        'Cache-Control': 'no-cache',
        ...(type === 'text/html' && { Vary: 'Accept-Language' }),
      },
    });
  const send = (type: string, text: string) => () => answer(type, text);
  app.get('/sign-in', (c) => answer('text/html', html(c.req.header('Accept-Language'))));
  app.get('/sign-in/sign-in.js', send('text/javascript', script));
  app.get('/sign-in/sign-in.css', send('text/css', style));
  app.get('/sign-in/prefill.json', send('application/json', JSON.stringify(prefill)));
}
