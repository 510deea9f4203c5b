import * as z from 'zod/mini';
import { safeOrigin } from '../lib/domain/text/safe-origin.ts';

/** `/widget/config.json`, as the companion server's administrator configured it. */
const widgetConfigSchema = z.object({
  /** Exact origins that may embed the widget and speak to it. Anything that is not one is left out. */
  embedOrigins: z.array(z.string()),
  /** The server's own page that asks who the agent is and hands over a token. */
  signInUrl: z.string(),
});

export interface WidgetConfig {
  embedOrigins: string[];
  /** Absolute, on the widget's own origin. */
  signInUrl: string;
}

/** Reads the configuration; throws where the server does not answer, or not with one. `base` is the widget's address. */
export async function readWidgetConfig(base: string, fetch = globalThis.fetch): Promise<WidgetConfig> {
  const response = await fetch(new URL('config.json', base), { redirect: 'error', credentials: 'omit' });
  if (!response.ok) throw new Error(`/widget/config.json answered ${response.status}`);
  return checkWidgetConfig(await response.json(), base);
}

/** Throws where `value` is no configuration, or its sign-in page lies on another origin than the widget. */
export function checkWidgetConfig(value: unknown, base: string): WidgetConfig {
  const { embedOrigins, signInUrl } = widgetConfigSchema.parse(value);
  const absolute = new URL(signInUrl, base);
  if (absolute.origin !== new URL(base).origin)
    throw new Error('signInUrl must be on the origin of the widget');
  return {
    signInUrl: absolute.href,
    embedOrigins: embedOrigins.filter((origin) => {
      const safe = safeOrigin(origin);
      return safe.ok && safe.origin === origin;
    }),
  };
}
