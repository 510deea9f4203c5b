import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Rate } from './auth/rate-limit.ts';
import { findAgentByToken } from './auth/tokens.ts';
import type { OpenDatabase } from './database/database.ts';
import { isDatabaseAway } from './database/is-database-away.ts';
import { Admission } from './http/admission.ts';
import { createClientAddress } from './http/client-address.ts';
import { hostGuard } from './http/host-guard.ts';
import { mountRoute } from './http/mount-route.ts';
import { openApi } from './http/open-api.ts';
import { Problem } from './http/problem.ts';
import { problemOf } from './http/problem-of.ts';
import { SearchTurns } from './http/search-turns.ts';
import { securityHeaders } from './http/security-headers.ts';
import { mountHomePage } from './pages/home-page.ts';
import { mountSignInPage } from './pages/sign-in-page.ts';
import { mountWidget } from './pages/widget.ts';
import { agentRoutes } from './routes/agent-routes.ts';
import { contactRoutes } from './routes/contact-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';

export interface AppOptions {
  database: OpenDatabase;
  /** The service token; none where it is absent. */
  token?: string | undefined;
  demo: boolean;
  embedOrigins: string[];
  /** Folder of the built widget. */
  widgetFolder: string;
  /** Names by which the server may be asked, besides those of this machine to itself: `host` or `host:port`. */
  hosts?: string[];
  /** Addresses and CIDR ranges of proxies whose word on the client's address counts. */
  trustedProxies?: string[];
  /** Agents reach the server by https. */
  secureCookies?: boolean;
  /** Requests of one token, or of one address without any. */
  rate?: Rate;
  /** Epoch milliseconds; the rate limits' clock. */
  now?: () => number;
}

/** Twice what a contact may take (contacts/refuse-too-large.ts): room for how JSON spells it. */
const largestBody = 131_072;

/** The whole server as a fetch handler: API, widget and pages. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const { demo, now, secureCookies = false } = options;
  const { db } = options.database;
  const sessions = sessionRoutes({ demo, secureCookies, now });
  const routes = [...serviceRoutes, ...sessions, ...agentRoutes, ...contactRoutes];
  const mounting = {
    db,
    searches: options.database.searches,
    turns: new SearchTurns(options.database.searchTurns),
    admission: new Admission({ ...options, findAgent: (hash) => findAgentByToken(db, hash, { demo }) }),
    clientAddress: createClientAddress(options.trustedProxies ?? []),
  };
  app.use(securityHeaders);
  app.use(hostGuard(options.hosts ?? []));
  app.use(bodyLimit({ maxSize: largestBody, onError: () => new Problem(413).toResponse() }));
  for (const entry of routes) mountRoute(app, entry, mounting);
  const description = openApi(routes);
  app.get('/api/openapi.json', (c) => c.json(description));
  mountWidget(app, { embedOrigins: options.embedOrigins, folder: options.widgetFolder });
  mountHomePage(app, { demo });
  mountSignInPage(app, { demo });
  app.notFound(() => new Problem(404).toResponse());
  const failure = failures();
  app.onError((error, c) => (problemOf(error) ?? failure(error, c.req.routePath)).toResponse());
  return app;
}

/** Logged by name, SQL state and route only: an error's text may hold the values of a query. */
function failures(): (error: Error, route: string) => Problem {
  let awaySaidAt = 0;
  return (error, route) => {
    const cause = error.cause instanceof Error ? error.cause : error;
    const code = 'code' in cause ? ` ${String(cause.code)}` : '';
    const away = isDatabaseAway(error);
    // A line a second is enough of a database that is away: every request meets it.
    if (!away || Math.abs(Date.now() - awaySaidAt) >= 1_000) {
      console.error(`Ringside server: ${cause.name}${code} in ${route}`);
      if (away) awaySaidAt = Date.now();
    }
    return away ? new Problem(503, { retryAfter: 2 }) : new Problem(500);
  };
}
