import type { Hono } from 'hono';
import { demoAgents, demoPassword } from '../auth/demo-agents.ts';
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
  const html = page.replace('%demo%', demo ? 'true' : 'false');
  const prefill = demo ? { email: demoAgents[0]?.email, password: demoPassword } : {};
  const send = (type: string, text: string) => () =>
    new Response(text, {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Security-Policy': policy,
        'Cross-Origin-Opener-Policy': 'unsafe-none',
        'Cache-Control': 'no-cache',
      },
    });
  app.get('/sign-in', send('text/html', html));
  app.get('/sign-in/sign-in.js', send('text/javascript', script));
  app.get('/sign-in/sign-in.css', send('text/css', style));
  app.get('/sign-in/prefill.json', send('application/json', JSON.stringify(prefill)));
}
