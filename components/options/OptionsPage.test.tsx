import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostSettingsSchema } from '../../lib/domain/settings.ts';
import { shownDocuments } from '../../lib/extension/build/document-pages.ts';
import { OptionsPage } from './OptionsPage.tsx';
import { createTestLink } from './state/create-test-link.ts';

const show = async (hash: string, start: Parameters<typeof createTestLink>[0] = {}) => {
  location.hash = hash;
  const test = createTestLink(start);
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1 });
  return test.seen;
};
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  location.hash = '';
});
afterEach(cleanup);

describe('the options page', () => {
  it('leads to the documents that are in the package', async () => {
    await show('#rules');
    const pages = new Set(shownDocuments.map((name) => `/docs/${name}.html`));
    for (const name of ['Documents', 'How rules are written'])
      expect(pages).toContain(screen.getByRole('link', { name }).getAttribute('href'));
  });

  it('opens at Hosts, or where the address says', async () => {
    await show('');
    const current = () => screen.getByRole('navigation').querySelector('[aria-current="page"]')?.textContent;
    expect(current()).toBe('Hosts');
    cleanup();
    await show('#saved-copies');
    expect(current()).toBe('Saved copies');
    cleanup();
    await show('#nonsense');
    expect(current()).toBe('Hosts');
  });

  it.each([
    ['crms', 'CRMs', 'Address'],
    ['credential', 'CRMs', 'Key'],
    ['hosts', 'Hosts', 'Host address'],
  ] as const)(
    'opens where a button of the panel leads, with the cursor in the field: %s',
    async (place, section, label) => {
      await show('', { place });
      const current = () =>
        screen.getByRole('navigation').querySelector('[aria-current="page"]')?.textContent;
      await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(label)));
      expect(current()).toBe(section);
    },
  );

  it('is brought there where it is open already', async () => {
    const seen = await show('#view');
    seen.goTo('hosts');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Host address')));
    seen.goTo('crms');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Address')));
  });

  it('shows the steps to the first call, and which is next, until that call has come', async () => {
    const steps = () => screen.queryByRole('list', { name: 'Steps to the first call' });
    const next = () => steps()?.querySelector('[aria-current="step"]')?.textContent;
    const crms = [
      {
        ...{ id: 'example', connector: 'example', label: '', staySignedIn: false },
        settings: { baseUrl: 'https://crm.example.com/' },
      },
    ];
    const hosts = [hostSettingsSchema.parse({ origin: 'https://dead.example.com' })];
    await show('');
    expect(next()).toBe('Connect your CRM');
    cleanup();
    await show('', { settings: { crms, hosts } });
    expect(next()).toBe('Connect your CRM');
    cleanup();
    await show('', { settings: { crms }, credential: 'key' });
    expect(next()).toBe('Connect your softphone or inbox');
    cleanup();
    await show('', { settings: { crms, hosts }, credential: 'key' });
    expect(next()).toContain('Take a call');
    cleanup();
    await show('', { settings: { crms, hosts }, credential: 'key', firstRunIsOver: true });
    expect(steps()).toBeNull();
  });

  it('saves what opens, where and in which theme as soon as it is chosen', async () => {
    const seen = await show('#view');
    choose('Opens with', 'full');
    await waitFor(() => expect(seen.settings.view.open).toBe('full'));
    choose('An arrival shows', 'notification');
    await waitFor(() => expect(seen.settings.surface).toBe('notification'));
    fireEvent.click(screen.getByLabelText('Notifications name the person'));
    await waitFor(() => expect(seen.settings.notifyPerson).toBe(true));
    choose('Theme', 'dark');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    choose('Theme', 'system');
    await waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined());
    expect(screen.getByRole('status').textContent).toContain('Saved');
  });

  it('shows what is saved, not what was chosen, where saving fails', async () => {
    const seen = await show('#view');
    seen.savingFails = true;
    choose('Opens with', 'full');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Not saved'));
    await waitFor(() =>
      expect((screen.getByLabelText('Opens with') as HTMLSelectElement).value).toBe('auto'),
    );
    const box = screen.getByLabelText('Notifications name the person') as HTMLInputElement;
    fireEvent.click(box);
    await waitFor(() => expect(box.checked).toBe(false));
  });

  it('forgets what agents switched to', async () => {
    const seen = await show('#view', {
      settings: {
        view: {
          open: 'auto',
          theme: 'system',
          language: 'auto',
          discreet: false,
          remembered: { 'https://a.example|docked': 'full' },
        },
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Forget them' }));
    await waitFor(() => expect(seen.settings.view.remembered).toEqual({}));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Forget them' })).toBeNull());
  });

  it.each([
    ['Fresh, in minutes', '1441', 'A number from 0 to 1440.'],
    ['Kept, in hours', '-1', 'A number from 0 to 168.'],
    ['Not found, in seconds', 'soon', 'A number from 0 to 3600.'],
    ['Kept, in hours', '', 'A number from 0 to 168.'],
  ])('refuses %s of "%s"', async (label, value, words) => {
    const seen = await show('#saved-copies');
    const before = seen.settings;
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
    fireEvent.change(screen.getByLabelText(label));
    await screen.findByText(words);
    expect(seen.settings).toEqual(before);
  });

  it('says nothing in one section of what went well in another', async () => {
    await show('#saved-copies');
    fireEvent.input(screen.getByLabelText('Fresh, in minutes'), { target: { value: '0' } });
    fireEvent.change(screen.getByLabelText('Fresh, in minutes'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Saved'));
    location.hash = '#hosts';
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });

  it('saves how long copies live', async () => {
    const seen = await show('#saved-copies');
    fireEvent.input(screen.getByLabelText('Fresh, in minutes'), { target: { value: '0' } });
    fireEvent.change(screen.getByLabelText('Fresh, in minutes'));
    await waitFor(() => expect(seen.settings.cache.freshMinutes).toBe(0));
  });

  it('deletes the saved copies after a question', async () => {
    const seen = await show('#saved-copies');
    fireEvent.click(screen.getByRole('button', { name: 'Delete saved copies now' }));
    expect(seen.cacheCleared).toEqual([]);
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('deleted'));
    expect(seen.cacheCleared).toEqual(['all']);
  });
});
