import { afterEach, expect, it, describe as suite, vi } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { log } from './log.ts';

afterEach(() => vi.restoreAllMocks());

suite('the log', () => {
  it('tells codes, counts and origins', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    log('warn', 'host event dropped', { origin: 'https://desk.example.com', count: 3 });
    expect(warn.mock.calls[0]?.join(' ')).toBe(
      'Ringside: host event dropped {"origin":"https://desk.example.com","count":3}',
    );
  });

  it('never tells a number, an address, a token or the message of an error', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    log('error', 'something failed', {
      number: '+33 1 99 00 42 17',
      address: 'elodie@atelier.example',
      token: 'a'.repeat(40),
      thrown: new Error('could not find Élodie at +33199004217'),
      crm: new CrmError({ code: 'server-error' }),
    });
    const text = error.mock.calls.flat().join(' ');
    expect(text).not.toMatch(/99|elodie|Élodie|aaaa/);
    expect(text).toContain('CrmError server-error');
  });
});
