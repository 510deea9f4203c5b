import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, hostSettingsSchema, type Settings } from '../../../lib/domain/settings.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';
import type { ReadFile } from '../state/options-link.ts';

const host = (origin: string, more = {}) => hostSettingsSchema.parse({ origin, ...more });
const crm = (baseUrl: string) => ({
  ...{ id: 'example', connector: 'example', label: '', staySignedIn: false },
  settings: { baseUrl },
});
const now: Partial<Settings> = {
  hosts: [host('https://a.example'), host('https://b.example')],
  crms: [crm('https://crm.example.com')],
};
const granted = ['https://a.example/*', 'https://b.example/*', 'https://crm.example.com/*'];

const show = async (file: ReadFile, start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink({ settings: now, granted, credential: 'kept-key', file, ...start });
  render(<OptionsPage link={test.link} />);
  const input = (await screen.findByLabelText('Import')) as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File(['{}'], 'settings.json')] });
  fireEvent.change(input);
  return test.seen;
};

beforeEach(() => {
  location.hash = '#transfer';
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('importing', () => {
  it('names what is wrong with a bad file, part by part, and changes nothing', async () => {
    const seen = await show({
      ok: false,
      reason: ['wrong-parts'],
      problems: [{ path: 'hosts.0.origin', expected: ['origin'] }],
    });
    const region = await screen.findByRole('region', { name: 'What is wrong with the file' });
    expect(region.textContent).toContain('Parts of this file are wrong.');
    expect(region.textContent).toContain('hosts.0.origin');
    expect(region.textContent).toContain('an origin such as https://desk.example.com');
    expect(screen.getByRole('status').textContent).toContain('cannot be imported');
    expect(screen.queryByRole('button', { name: 'Replace my settings' })).toBeNull();
    expect(seen.events).toEqual([]);
  });

  const next: Settings = {
    ...defaultSettings,
    hosts: [host('https://a.example', { trustContactIdHeader: true }), host('https://c.example')],
    crms: [crm('https://other.example.com')],
    surface: 'badge',
  };

  it('shows first what would change, and trust of a header by name', async () => {
    const seen = await show({ ok: true, settings: next });
    const region = await screen.findByRole('region', { name: 'What would change' });
    expect(region.textContent).toContain('2 now, then 2: 1 new, 1 changed, 1 removed');
    expect(region.textContent).toContain('will be trusted for https://a.example');
    expect(region.textContent).toContain(
      'Example CRM now, then Example CRM; sign in to Example CRM afterwards',
    );
    expect(region.textContent).toContain('View');
    expect(seen.settings).toMatchObject(now);
    expect(seen.events).toEqual([]);
  });

  it('replaces the settings on a click, signs out of the former CRM first, and asks to allow new hosts', async () => {
    const seen = await show({ ok: true, settings: next });
    fireEvent.click(await screen.findByRole('button', { name: 'Replace my settings' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('still have to be allowed'));
    expect(seen.settings).toEqual(next);
    expect(seen.events).toEqual(['signed out', 'settings']);
    expect([...seen.granted]).toEqual(['https://a.example/*']);
    expect(seen.requested).toEqual([]);
    location.hash = '#hosts';
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByRole('button', { name: 'Allow https://c.example' });
  });

  it('keeps the key where the CRM stays the same, on disk only if the file says so', async () => {
    const same = { ...crm('https://crm.example.com'), staySignedIn: true };
    const seen = await show({ ok: true, settings: { ...next, crms: [same] } });
    fireEvent.click(await screen.findByRole('button', { name: 'Replace my settings' }));
    await waitFor(() => expect(seen.events).toEqual(['settings', 'credential']));
    expect(seen).toMatchObject({ credential: 'kept-key', stay: true });
  });

  it('signs out of those alone that are gone or elsewhere, whatever their order', async () => {
    const named = (id: string, host = id) => ({ ...crm(`https://${host}.example.com`), id, label: id });
    const before = { ...now, crms: [named('a'), named('b'), named('c')] };
    const after = { ...next, crms: [named('c'), named('b', 'moved'), named('d')] };
    const seen = await show(
      { ok: true, settings: after },
      { settings: before, credential: { a: 'key-a', b: 'key-b', c: 'key-c' } },
    );
    const region = await screen.findByRole('region', { name: 'What would change' });
    expect(region.textContent).toContain('a, b and c now, then c, b and d; sign in to b and d afterwards');
    fireEvent.click(await screen.findByRole('button', { name: 'Replace my settings' }));
    await waitFor(() => expect(seen.settings).toEqual(after));
    await waitFor(() => expect(seen.events).toEqual(['signed out', 'signed out', 'settings', 'credential']));
    expect([...seen.credentials]).toEqual([['c', 'key-c']]);
  });

  it('says in short where only their order or names change', async () => {
    const [first, second] = [crm('https://a.example.com'), { ...crm('https://b.example.com'), id: 'b' }];
    const crms = [second, { ...first, label: 'First' }];
    await show({ ok: true, settings: { ...defaultSettings, crms } }, { settings: { crms: [first, second] } });
    const region = await screen.findByRole('region', { name: 'What would change' });
    expect(region.textContent).toContain('their order, names, hosts or fields change');
  });

  it('does nothing on Cancel', async () => {
    const seen = await show({ ok: true, settings: next });
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
    expect(seen.events).toEqual([]);
  });

  it('says so where nothing would change', async () => {
    await show({ ok: true, settings: { ...defaultSettings, ...now } });
    await screen.findByText('Nothing would change');
    expect(screen.queryByRole('button', { name: 'Replace my settings' })).toBeNull();
  });
});

it('exporting hands a file without the key to the browser', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:x';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await show({ ok: true, settings: defaultSettings });
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  expect(clicked).toHaveBeenCalledTimes(1);
  const text = await blobs[0]?.text();
  expect(text).toContain('https://crm.example.com');
  expect(text).not.toContain('kept-key');
});
