import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OAuthTokens } from '../../crms/http/auth/oauth-tokens.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { clearCredential, loadCredential, saveCredential, saveSignIn } from './credentials.ts';
import { signedInTokens } from './signed-in-tokens.ts';

const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const crm = 'companion';
const binding = 'the CRM';
const tokens = { access: 'ACCESS-1', refresh: 'REFRESH-1', until: 7_000 };
const stored = async () => ({
  memory: JSON.stringify(await api.storage.session.get(null)),
  disk: JSON.stringify(await api.storage.local.get(null)),
});
/** As a worker or page that was just started. */
const open = async () => signedInTokens(crm, (await loadCredential(crm, binding, api))!, api);

beforeEach(() => fakeBrowser.reset());

describe('the tokens of a sign-in', () => {
  it('are in memory only', async () => {
    await saveSignIn(crm, tokens, { stay: false, binding }, api);
    expect(await (await open()).load()).toEqual(tokens);
    expect((await stored()).disk).toBe('{}');
    await (await open()).renew(async () => ({ access: 'ACCESS-2', refresh: 'REFRESH-2' }));
    expect((await stored()).disk).toBe('{}');
  });

  it('leave the refresh token alone on disk for who stays signed in, always the newest', async () => {
    await saveSignIn(crm, tokens, { stay: true, binding }, api);
    expect((await stored()).disk).toContain('REFRESH-1');
    await (await open()).renew(async () => ({ access: 'ACCESS-2', refresh: 'REFRESH-2' }));
    const { disk, memory } = await stored();
    expect(disk).toContain('REFRESH-2');
    expect(disk).not.toMatch(/ACCESS|REFRESH-1/);
    expect(memory).not.toMatch(/-1"/);
  });

  it('go on from the disk after the browser was closed, under the same credential', async () => {
    await saveSignIn(crm, tokens, { stay: true, binding }, api);
    const credential = await loadCredential(crm, binding, api);
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential(crm, binding, api)).toBe(credential);
    const store = await open();
    expect(await store.load()).toEqual({ refresh: 'REFRESH-1' });
    await store.renew(async (kept) => {
      expect(kept).toEqual({ refresh: 'REFRESH-1' });
      return { access: 'ACCESS-2', refresh: 'REFRESH-2' };
    });
    expect(await (await open()).load()).toEqual({ access: 'ACCESS-2', refresh: 'REFRESH-2' });
    expect(await loadCredential(crm, binding, api)).toBe(credential);
  });

  it('cannot stay where there is no refresh token', async () => {
    await saveSignIn(crm, { access: 'ACCESS-1' }, { stay: true, binding }, api);
    expect((await stored()).disk).toBe('{}');
  });

  it('are renewed one after the other, over workers and pages', async () => {
    await saveSignIn(crm, tokens, { stay: false, binding }, api);
    const seen: (OAuthTokens | undefined)[] = [];
    let running = 0;
    const renew = async () =>
      (await open()).renew(async (kept) => {
        running += 1;
        expect(running).toBe(1);
        seen.push(kept);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        return { access: `ACCESS-${seen.length + 1}`, refresh: `REFRESH-${seen.length + 1}` };
      });
    await Promise.all([renew(), renew(), renew()]);
    expect(seen.map((kept) => kept?.refresh)).toEqual(['REFRESH-1', 'REFRESH-2', 'REFRESH-3']);
  });

  it('stay as they were where renewing fails', async () => {
    await saveSignIn(crm, tokens, { stay: true, binding }, api);
    const store = await open();
    await expect(store.renew(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await store.load()).toEqual(tokens);
  });

  it('are gone with the sign-in, also those that are being renewed', async () => {
    await saveSignIn(crm, tokens, { stay: true, binding }, api);
    const store = await open();
    await store.renew(async () => {
      await clearCredential(crm, api);
      return { access: 'ACCESS-2', refresh: 'REFRESH-2' };
    });
    expect(await store.load()).toBeUndefined();
    expect(await stored()).toEqual({ memory: '{}', disk: '{}' });
  });

  it('are never those of another sign-in, nor kept beside a key', async () => {
    await saveSignIn(crm, tokens, { stay: true, binding }, api);
    const former = await open();
    await saveSignIn(crm, { access: 'ACCESS-9', refresh: 'REFRESH-9' }, { stay: true, binding }, api);
    expect(await former.load()).toBeUndefined();
    await former.renew(async () => ({ access: 'ACCESS-2', refresh: 'REFRESH-2' }));
    expect(await (await open()).load()).toEqual({ access: 'ACCESS-9', refresh: 'REFRESH-9' });
    await saveCredential(crm, 'a-key', { stay: true, binding }, api);
    const { memory, disk } = await stored();
    expect(memory + disk).not.toMatch(/ACCESS|REFRESH/);
  });
});
