import { resolve } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import { Problem } from '../http/problem.ts';
import { trustedTypes } from './page-policy.ts';

export interface WidgetOptions {
  /** The pages that may embed the widget: exact origins. */
  embedOrigins: string[];
  /** Where `npm run build:server` put the widget. */
  folder: string;
}

/** The companion widget's files and its configuration, under `/widget/`. */
export function mountWidget(app: Hono, { embedOrigins, folder }: WidgetOptions): void {
  // The folder goes into the path and not into `root`, which is looked for (and complained of) at the start already.
  const files = serveStatic({
    rewriteRequestPath: (path) => resolve(folder) + path.replace(/^\/widget/, ''),
  });
  app.use('/widget/*', widgetHeaders(embedOrigins));
  app.get('/widget', (c) => c.redirect('/widget/', 308));
  app.get('/widget/config.json', (c) => c.json({ embedOrigins, signInUrl: '/sign-in' }));
  app.get('/widget/*', files, () => {
    throw new Problem(404, {
      detail: 'No such file of the widget; it is built by `npm run build:server`.',
    });
  });
}

function widgetHeaders(embedOrigins: string[]): MiddlewareHandler {
  const ancestors = embedOrigins.length === 0 ? "'none'" : embedOrigins.join(' ');
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    ...trustedTypes,
  ].join('; ');
  return async (c, next) => {
    await next();
    c.res.headers.set('Content-Security-Policy', policy);
    // In a tab of its own it opens the sign-in window and hears from it; in a frame this says nothing.
    c.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    // The embed script and the frame are used by pages of other origins; the configuration above says which.
    c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (!/\/assets\//.test(c.req.path)) c.res.headers.set('Cache-Control', 'no-cache');
  };
}
