import type { CrmErrorCode } from '../../lib/domain/crm/crm-error.ts';
import type { FieldProblemCode } from '../../lib/domain/fields/field-problem-codes.ts';

const titles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'This address does not answer to that method',
  409: 'In conflict with what is there',
  412: 'Changed by somebody else meanwhile',
  413: 'Too large',
  415: 'Only application/json is understood',
  421: 'Not a name of this server',
  422: 'Not valid',
  428: 'If-Match is missing',
  429: 'Too many requests',
  500: 'The server failed',
  503: 'The database does not answer',
};

const codes: Record<number, CrmErrorCode> = {
  401: 'signed-out',
  403: 'not-allowed',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  429: 'rate-limited',
};

export interface ProblemMore {
  /** One sentence for a developer; never a customer datum. */
  detail?: string;
  /** ContactIDs that already carry the identifier. */
  owners?: string[];
  /** Field key to what is wrong with it. */
  fields?: Record<string, FieldProblemCode>;
  stale?: boolean;
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
}

/** An answer that is not a success, as problem+json (RFC 9457). Thrown inside a write, it undoes the whole write. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly more: ProblemMore;

  constructor(status: number, more: ProblemMore = {}) {
    super(`${status} ${titles[status] ?? 'Refused'}`);
    this.status = status;
    this.more = more;
  }

  toResponse(): Response {
    const { retryAfter, ...more } = this.more;
    const body = {
      type: 'about:blank',
      title: titles[this.status] ?? 'Refused',
      status: this.status,
      code: codes[this.status] ?? (this.status >= 500 ? 'server-error' : 'invalid'),
      ...more,
    };
    const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
    if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
    // The rest of the body is not read, so nothing more can come over this connection.
    if (this.status === 413) headers.set('Connection', 'close');
    if (this.status === 401) headers.set('WWW-Authenticate', 'Bearer');
    return new Response(JSON.stringify(body), { status: this.status, headers });
  }
}
