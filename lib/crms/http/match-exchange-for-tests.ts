import type { CrmExchange } from '../crm-example-for-tests.ts';
import type { SeenRequest } from './replay-server-for-tests.ts';

/** A request in a form that can be compared: the order and the spelling of a query do not count. */
interface Comparable {
  method: string;
  path: string;
  query: [string, string][];
  body: unknown;
}

export function comparable({ method, url, body }: Pick<SeenRequest, 'method' | 'url' | 'body'>): Comparable {
  const { pathname, searchParams } = new URL(url, 'http://replay.invalid');
  return { method, path: pathname, query: [...searchParams].sort(), body: bodyOf(body) };
}

export function comparableOf({ method, path, body }: CrmExchange['request']): Comparable {
  const text = typeof body === 'string' || body === undefined ? (body ?? '') : JSON.stringify(body);
  return comparable({ method, url: `/${path}`, body: text });
}

export function matches(seen: SeenRequest, { request }: CrmExchange): boolean {
  return canonical(comparable(seen)) === canonical(comparableOf(request));
}

/** True for an exchange that changes nothing in the CRM. */
export function isRead(exchange: CrmExchange, step: string, readSteps: string[]): boolean {
  return (
    readSteps.includes(step) ||
    exchange.reads === true ||
    ['GET', 'PROPFIND', 'REPORT'].includes(exchange.request.method)
  );
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Text in which the order of keys does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
