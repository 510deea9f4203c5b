import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StorageApi } from '../browser/storage-api.ts';
import {
  clearCredential,
  loadCredential,
  onCredentialChanged,
  saveCredential,
  saveSignIn,
} from './credentials.ts';
import { signedInTokens } from './signed-in-tokens.ts';

// The fake has the same shape; its type comes from another copy of the same declarations.
const api = fakeBrowser as unknown as StorageApi;
const crm = 'companion';
const binding = 'the CRM';

beforeEach(() => fakeBrowser.reset());

describe('the credential', () => {
  it('is absent at first', async () => {
    expect(await loadCredential(crm, binding, api)).toBeUndefined();
  });

  it('stays in memory, and never reaches the disk, without Stay signed in', async () => {
    await saveCredential(crm, 'token-1', { stay: false, binding }, api);
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
    expect(await api.storage.local.get()).toEqual({});
  });

  it('outlives the browser with Stay signed in', async () => {
    await saveCredential(crm, 'token-1', { stay: true, binding }, api);
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
  });

  it('leaves the disk when it is saved again without Stay signed in', async () => {
    await saveCredential(crm, 'token-1', { stay: true, binding }, api);
    await saveCredential(crm, 'token-2', { stay: false, binding }, api);
    expect(await api.storage.local.get()).toEqual({});
    expect(await loadCredential(crm, binding, api)).toBe('token-2');
  });

  it('is gone from memory and disk after signing out', async () => {
    await saveCredential(crm, 'token-1', { stay: true, binding }, api);
    await clearCredential(crm, api);
    expect(await loadCredential(crm, binding, api)).toBeUndefined();
    expect(await api.storage.local.get()).toEqual({});
    expect(await api.storage.session.get()).toEqual({});
  });

  it('is none for another CRM, or the same at another address', async () => {
    await saveCredential(crm, 'token-1', { stay: true, binding }, api);
    expect(await loadCredential(crm, 'another CRM', api)).toBeUndefined();
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential(crm, 'another CRM', api)).toBeUndefined();
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
  });

  it('of an earlier Ringside, which was bound to nothing, counts as none', async () => {
    await api.storage.local.set({ credential: 'token-1' });
    expect(await loadCredential(crm, binding, api)).toBeUndefined();
  });

  it.each([17, '', null, { token: 'x' }, { value: '', for: 'the CRM' }, { value: 'token-1' }])(
    'that is not text counts as none: %j',
    async (value) => {
      await api.storage.session.set({ 'crm.companion.credential': value });
      expect(await loadCredential(crm, binding, api)).toBeUndefined();
    },
  );

  it('tells who listens once a change, until the signal aborts', async () => {
    const listener = vi.fn();
    const controller = new AbortController();
    onCredentialChanged(listener, controller.signal, api);
    await saveCredential(crm, 'token-1', { stay: true, binding }, api);
    await vi.waitFor(() => expect(listener.mock.calls).toEqual([[crm]]));
    await clearCredential(crm, api);
    await vi.waitFor(() => expect(listener.mock.calls).toEqual([[crm], [crm]]));
    controller.abort();
    const calls = listener.mock.calls.length;
    await saveCredential(crm, 'token-2', { stay: false, binding }, api);
    expect(listener).toHaveBeenCalledTimes(calls);
  });
});

describe('the credentials of several connections', () => {
  it('are each for their own: saving or forgetting one leaves the others', async () => {
    await saveCredential('one', 'token-1', { stay: true, binding }, api);
    await saveCredential('two', 'token-2', { stay: true, binding }, api);
    expect(await loadCredential('one', binding, api)).toBe('token-1');
    expect(await loadCredential('two', binding, api)).toBe('token-2');
    expect(await loadCredential('three', binding, api)).toBeUndefined();
    await clearCredential('one', api);
    expect(await loadCredential('one', binding, api)).toBeUndefined();
    await fakeBrowser.storage.session.clear();
    expect(await loadCredential('two', binding, api)).toBe('token-2');
  });

  it('keep their sign-ins apart too', async () => {
    await saveSignIn('one', { access: 'ACCESS-1', refresh: 'REFRESH-1' }, { stay: true, binding }, api);
    await saveSignIn('two', { access: 'ACCESS-2', refresh: 'REFRESH-2' }, { stay: true, binding }, api);
    await saveCredential('one', 'a key', { stay: true, binding }, api);
    const signIn = await loadCredential('two', binding, api);
    expect(await signedInTokens('two', signIn ?? '', api).load()).toMatchObject({ access: 'ACCESS-2' });
    expect(JSON.stringify(await api.storage.local.get(null))).not.toContain('REFRESH-1');
  });

  it('tell whose it was that changed', async () => {
    const listener = vi.fn();
    onCredentialChanged(listener, new AbortController().signal, api);
    await saveCredential('two', 'token', { stay: true, binding }, api);
    await saveCredential('one', 'token', { stay: true, binding }, api);
    await vi.waitFor(() => expect(listener.mock.calls).toEqual([['two'], ['one']]));
  });
});

describe('the credential of a Ringside that knew one CRM', () => {
  const former = { value: 'token-1', for: binding };
  const areas = ['session', 'local'] as const;
  const stored = async () => JSON.stringify(await Promise.all(areas.map((area) => api.storage[area].get())));

  it('is given once to the connection it was for, and to the area it was in', async () => {
    await api.storage.local.set({ credential: former });
    expect(await loadCredential('other', 'another CRM', api)).toBeUndefined();
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
    expect(await api.storage.local.get()).toEqual({ 'crm.companion.credential': former });
    expect(await api.storage.session.get()).toEqual({});
    expect(await loadCredential('second', binding, api)).toBeUndefined();
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
  });

  it('comes with the tokens of its sign-in', async () => {
    const signIn = { value: 'sign-in 1', for: binding };
    await api.storage.local.set({
      credential: signIn,
      'credential.tokens': { signIn: 'sign-in 1', refresh: 'REFRESH-1' },
    });
    const credential = await loadCredential(crm, binding, api);
    expect(await signedInTokens(crm, credential ?? '', api).load()).toEqual({ refresh: 'REFRESH-1' });
    expect(Object.keys(await api.storage.local.get())).toEqual([
      'crm.companion.tokens',
      'crm.companion.credential',
    ]);
  });

  it('does not come back after signing out, also where another page is just taking it over', async () => {
    for (const area of areas) await api.storage[area].set({ credential: former });
    await clearCredential(crm, api);
    expect(await stored()).toBe('[{},{}]');
    await api.storage.local.set({ credential: former });
    const taking = loadCredential(crm, binding, api);
    await clearCredential(crm, api);
    await taking;
    await clearCredential(crm, api);
    expect(await loadCredential(crm, binding, api)).toBeUndefined();
    expect(await stored()).toBe('[{},{}]');
  });

  it('that is written by a script is heard of', async () => {
    const listener = vi.fn();
    onCredentialChanged(listener, new AbortController().signal, api);
    await api.storage.session.set({ credential: former });
    await vi.waitFor(() => expect(listener).toHaveBeenCalled());
    expect(await loadCredential(crm, binding, api)).toBe('token-1');
  });
});
