import { expect } from 'vitest';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import { type Answer, reply } from './replay-server-for-tests.ts';

/** What stands in every answer below, and nowhere in what is told of it. */
export const canary = 'CANARY-7f3a Ingrid Solheim +442079460123';
export const problem = { 'Content-Type': 'application/problem+json' };
const inAMinute = () => new Date(Date.now() + 60_000).toUTCString();

/** What a CRM may do wrong, and what every call must make of it. `requests` where a read may not be sent again. */
export const failures: {
  what: string;
  answer: Answer;
  safe: Partial<SafeCrmError> & { code: string };
  readRequests?: number;
}[] = [
  {
    what: '401',
    answer: reply(401, { detail: canary }, problem),
    safe: { code: 'signed-out' },
    readRequests: 1,
  },
  { what: '401 with an empty body', answer: reply(401), safe: { code: 'signed-out' }, readRequests: 1 },
  { what: '403', answer: reply(403, { detail: canary }, problem), safe: { code: 'not-allowed' } },
  { what: '400', answer: reply(400, canary, { 'Content-Type': 'text/plain' }), safe: { code: 'invalid' } },
  {
    what: '409 with owners',
    answer: reply(409, { owners: ['C-1', 'C-2'], detail: canary }, problem),
    safe: { code: 'conflict', owners: ['C-1', 'C-2'] },
  },
  { what: '409 with nonsense', answer: reply(409, { owners: canary }, problem), safe: { code: 'conflict' } },
  { what: '412', answer: reply(412, { detail: canary }, problem), safe: { code: 'conflict', stale: true } },
  {
    what: '422 with fields',
    answer: reply(422, { fields: { language: 'required', name: canary } }, problem),
    safe: { code: 'invalid', fields: { language: 'required', name: 'not-valid' } },
  },
  {
    what: '429 with seconds',
    answer: reply(429, canary, { 'Retry-After': '7' }),
    safe: { code: 'rate-limited', retryAfterMs: 7_000 },
    readRequests: 1,
  },
  {
    what: '429 with a date',
    answer: (...all) => reply(429, canary, { 'Retry-After': inAMinute() })(...all),
    safe: { code: 'rate-limited', retryAfterMs: expect.closeTo(60_000, -4) as number },
    readRequests: 1,
  },
  {
    what: '429 with garbage',
    answer: reply(429, '', { 'Retry-After': 'soon' }),
    safe: { code: 'rate-limited' },
  },
  { what: '429 without', answer: reply(429), safe: { code: 'rate-limited' }, readRequests: 3 },
  { what: '500', answer: reply(500, canary), safe: { code: 'server-error' }, readRequests: 3 },
  {
    what: '503 with seconds',
    answer: reply(503, '', { 'Retry-After': '120' }),
    safe: { code: 'server-error', retryAfterMs: 120_000 },
    readRequests: 1,
  },
  {
    what: 'a page instead of JSON',
    answer: reply(200, `<html>${canary}</html>`, { 'Content-Type': 'text/html' }),
    safe: { code: 'bad-reply' },
  },
  {
    what: 'a page that claims to be JSON',
    answer: reply(200, `<html>${canary}`),
    safe: { code: 'bad-reply' },
  },
  { what: 'an empty answer', answer: reply(200), safe: { code: 'bad-reply' } },
  { what: 'JSON of another shape', answer: reply(200, { hello: canary }), safe: { code: 'bad-reply' } },
  { what: 'JSON cut short', answer: reply(200, '{"contacts":[{"id":"C-1","na'), safe: { code: 'bad-reply' } },
  {
    what: 'a body that breaks off',
    answer(_request, response) {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
      response.write(`{"name":"${canary}`, () => response.destroy());
    },
    safe: { code: 'bad-reply' },
  },
  {
    what: 'an endless body',
    answer(_request, response) {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const chunk = 'x'.repeat(65_536);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    },
    safe: { code: 'bad-reply' },
  },
  {
    what: 'a redirect to a log-in page',
    answer: reply(302, canary, { Location: '/log-in' }),
    safe: { code: 'redirected' },
    readRequests: 1,
  },
  { what: 'a lasting redirect', answer: reply(308, '', { Location: '/x' }), safe: { code: 'redirected' } },
  {
    what: 'a connection that is reset',
    answer: (_request, response) => void response.socket?.resetAndDestroy(),
    safe: { code: 'unreachable' },
    readRequests: 3,
  },
];
