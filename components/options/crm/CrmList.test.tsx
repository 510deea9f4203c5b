import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CrmSettings, hostSettingsSchema } from '../../../lib/domain/settings.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const crm = (id: string, more: Partial<CrmSettings> = {}): CrmSettings => ({
  ...{ id, connector: 'example', label: id === 'example' ? '' : id, staySignedIn: false },
  settings: { baseUrl: `https://${id}.example.com/` },
  ...more,
});
const hosts = ['https://desk.example.com', 'https://inbox.example.com'].map((origin, index) =>
  hostSettingsSchema.parse({ origin, label: index === 0 ? 'Desk' : '' }),
);
const three = {
  settings: { crms: [crm('example'), crm('sales'), crm('archive')], hosts },
  granted: ['example', 'sales', 'archive'].map((id) => `https://${id}.example.com/*`),
  credential: { example: 'key-1', sales: 'key-2' },
};
const one = { ...three, settings: { crms: [crm('example')], hosts } };

const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink(start);
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1 });
  return test;
};
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement;
const press = (name: string) => fireEvent.click(button(name));
const section = () => within(document.querySelector<HTMLElement>('#crms')!);
const box = (name: string) => section().getByLabelText(name) as HTMLInputElement;
const type = (name: string, value: string) => fireEvent.input(box(name), { target: { value } });
const status = () => screen.getByRole('status').textContent;
const list = () => screen.getByRole('list', { name: 'Connected CRMs' });
const rows = () => within(list()).getAllByRole('listitem');
const names = () => rows().map((row) => row.querySelector('b')?.textContent);
const ids = ({ seen }: Awaited<ReturnType<typeof show>>) => seen.settings.crms.map(({ id }) => id);

beforeEach(() => {
  location.hash = '#crms';
});
afterEach(cleanup);

describe('the list of CRMs', () => {
  it('shows of one its standing above its form, with nothing about order', async () => {
    await show(one);
    expect(rows()).toHaveLength(1);
    expect(box('Address').value).toBe('https://example.example.com/');
    expect(
      within(list())
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual([...['Sign out', 'Remove']]);
    expect(section().queryByLabelText('Name')).toBeNull();
    expect(section().queryByText(/shown first/)).toBeNull();
  });

  it('shows of several the standing of each, and no form until one is to be edited', async () => {
    const limited = [crm('example'), crm('sales', { hosts: [hosts[0]!.origin, 'https://gone.example.com'] })];
    await show({ ...three, granted: three.granted.slice(0, 1), settings: { crms: limited, hosts } });
    expect(names()).toEqual(['Example CRM', 'sales']);
    expect(rows()[0]?.textContent).toContain('Signed in');
    expect(rows()[1]?.textContent).toContain('does not let Ringside reach');
    expect(rows()[1]?.textContent).toContain('only for Desk and https://gone.example.com');
    expect(screen.queryByLabelText('Address')).toBeNull();
    press('Allow sales');
    await waitFor(() => expect(rows()[1]?.textContent).toContain('Signed in'));
  });

  it('moves one up and down by its buttons, which keep the focus, and says where it is', async () => {
    const test = await show(three);
    expect(button('Move Example CRM up').disabled).toBe(true);
    expect(button('Move archive down').disabled).toBe(true);
    press('Move archive up');
    await waitFor(() => expect(names()).toEqual(['Example CRM', 'archive', 'sales']));
    await waitFor(() => expect(document.activeElement).toBe(button('Move archive up')));
    expect(status()).toContain('archive is 2 of 3 now.');
    press('Move archive up');
    await waitFor(() => expect(ids(test)).toEqual(['archive', 'example', 'sales']));
    await waitFor(() => expect(document.activeElement).toBe(button('Move archive down')));
    expect(test.seen.events).toEqual(['settings', 'settings']);
  });

  it('moves one by the arrow keys', async () => {
    const test = await show(three);
    fireEvent.keyDown(button('Move sales down'), { key: 'ArrowUp' });
    await waitFor(() => expect(ids(test)).toEqual(['sales', 'example', 'archive']));
    fireEvent.keyDown(button('Move sales down'), { key: 'ArrowUp' });
    fireEvent.keyDown(button('Move sales down'), { key: 'a' });
    fireEvent.keyDown(button('Move sales down'), { key: 'ArrowDown' });
    await waitFor(() => expect(ids(test)).toEqual(['example', 'sales', 'archive']));
  });

  it('signs out of one and leaves the others signed in', async () => {
    const { seen } = await show(three);
    press('Sign out of sales');
    await waitFor(() => expect(seen.events).toEqual(['signed out', 'told the CRM']));
    expect([...seen.credentials]).toEqual([['example', 'key-1']]);
    await waitFor(() => expect(rows()[1]?.textContent).toContain('Signed out'));
    expect(rows()[0]?.textContent).toContain('Signed in');
  });

  it('removes one with its key, its saved copies and its permission, once asked', async () => {
    const test = await show(three);
    press('Remove sales');
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ids(test)).toHaveLength(3);
    press('Remove sales');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(names()).toEqual(['Example CRM', 'archive']));
    await waitFor(() => expect(test.seen.granted.has('https://sales.example.com/*')).toBe(false));
    expect(test.seen.granted.size).toBe(2);
    expect(test.seen.cacheCleared).toEqual(['sales']);
    expect([...test.seen.credentials.keys()]).toEqual(['example']);
    expect(document.activeElement?.textContent).toBe('CRMs');
  });

  it('leads to the key of the one that is to be signed in to, also from elsewhere', async () => {
    const { seen } = await show(three);
    press('Sign in to archive');
    await waitFor(() => expect(document.activeElement).toBe(box('Key')));
    expect(screen.getByRole('region', { name: 'Edit archive' })).toBeTruthy();
    seen.goTo('credential', 'sales');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Edit sales' })).toBeTruthy());
    await waitFor(() => expect(document.activeElement).toBe(box('Key')));
    seen.goTo('credential');
    await waitFor(() => expect(screen.getByRole('region', { name: 'Edit archive' })).toBeTruthy());
  });
});

describe('adding another CRM', () => {
  it('takes a name of its own where there is one of the kind, and leaves the first alone', async () => {
    const test = await show(one);
    press('Add another CRM');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Add another CRM'));
    expect(box('Address').value).toBe('');
    type('Address', 'second.example.com');
    type('Key', 'key-9');
    press('Save');
    await screen.findByText(/is called so already/);
    expect(document.activeElement).toBe(box('Name'));
    expect(test.seen).toMatchObject({ requested: [], events: [] });
    type('Name', ' example crm ');
    press('Save');
    await screen.findByText('Another CRM has this name already.');
    type('Name', 'Second');
    press('Save');
    await waitFor(() => expect(status()).toContain('Saved. Everything works.'));
    expect(test.seen.settings.crms).toEqual([
      crm('example'),
      crm('example-2', { label: 'Second', settings: { baseUrl: 'https://second.example.com/' } }),
    ]);
    expect([...test.seen.credentials]).toEqual([
      ['example', 'key-1'],
      ['sales', 'key-2'],
      ['example-2', 'key-9'],
    ]);
    expect(names()).toEqual(['Example CRM', 'Second']);
    expect(screen.getByText(/tested just now/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Edit Second' })).toBeTruthy();
  });

  it('refuses the same CRM with the same settings a second time, however it is spelt', async () => {
    const { seen } = await show(one);
    press('Add another CRM');
    await waitFor(() => expect(box('Address').value).toBe(''));
    type('Name', 'Second');
    type('Address', 'EXAMPLE.example.com');
    type('Key', 'key-9');
    press('Save');
    await screen.findByText(/in the list already, with these very settings/);
    expect(seen).toMatchObject({ requested: [], events: [] });
  });

  it('is given up by Cancel, which gives back what the browser was asked for', async () => {
    const { seen } = await show(one);
    press('Add another CRM');
    await waitFor(() => expect(box('Address').value).toBe(''));
    type('Name', 'Second');
    type('Address', 'second.example.com');
    type('Key', 'key-9');
    press('Test');
    await waitFor(() => expect(status()).toContain('Everything works'));
    expect(seen.granted.size).toBe(4);
    press('Cancel');
    await waitFor(() => expect(seen.granted.size).toBe(3));
    expect(box('Address').value).toBe('https://example.example.com/');
    expect(seen.events).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(button('Add another CRM')));
  });

  it('is possible for eight, and no more', async () => {
    const crms = Array.from({ length: 8 }, (_, index) => crm(`crm-${index}`));
    await show({ ...three, settings: { crms } });
    expect(button('Add another CRM').disabled).toBe(true);
  });
});

describe('editing one of several', () => {
  const edit = async (name: string) => {
    press(`Edit ${name}`);
    await screen.findByRole('region', { name: `Edit ${name}` });
  };

  it('changes that one alone, its former key forgotten before another address is saved', async () => {
    const { seen } = await show(three);
    await edit('sales');
    type('Address', 'moved.example.com');
    type('Key', 'key-9');
    press('Save');
    await waitFor(() => expect(status()).toContain('Saved'));
    expect(seen.events).toEqual(['signed out', 'settings', 'credential']);
    expect(seen.settings.crms).toEqual([
      crm('example'),
      crm('sales', { settings: { baseUrl: 'https://moved.example.com/' } }),
      crm('archive'),
    ]);
    expect([...seen.credentials]).toEqual([
      ['example', 'key-1'],
      ['sales', 'key-9'],
    ]);
    await waitFor(() => expect(seen.granted.has('https://sales.example.com/*')).toBe(false));
    expect(seen.granted.has('https://example.example.com/*')).toBe(true);
  });

  it('limits it to hosts, without its key, and to all again when none is ticked', async () => {
    const { seen } = await show(three);
    await edit('archive');
    fireEvent.click(box('Desk https://desk.example.com'));
    press('Save');
    await waitFor(() => expect(seen.settings.crms[2]?.hosts).toEqual(['https://desk.example.com']));
    expect(status()).toContain('Saved');
    expect(seen.events).toEqual(['settings']);
    await waitFor(() => expect(rows()[2]?.textContent).toContain('only for Desk'));
    fireEvent.click(box('Desk https://desk.example.com'));
    press('Save');
    await waitFor(() => expect(seen.settings.crms[2]).toEqual(crm('archive')));
  });

  it('keeps a host that is not connected any more in its limit until it is unticked', async () => {
    const gone = crm('sales', { hosts: ['https://gone.example.com'] });
    const { seen } = await show({ ...three, settings: { crms: [crm('example'), gone], hosts } });
    await edit('sales');
    expect(box('https://gone.example.com (not connected)').checked).toBe(true);
    fireEvent.click(box('https://inbox.example.com'));
    press('Save');
    await waitFor(() =>
      expect(seen.settings.crms[1]?.hosts).toEqual(['https://inbox.example.com', 'https://gone.example.com']),
    );
  });

  it('keeps what was typed while another is looked at, and forgets it on Close', async () => {
    await show(three);
    await edit('sales');
    type('Key', 'half-a-k');
    await edit('archive');
    expect(box('Key').value).toBe('');
    expect(screen.getByText('Some changes are not saved yet.')).toBeTruthy();
    await edit('sales');
    expect(box('Key').value).toBe('half-a-k');
    press('Close');
    await waitFor(() => expect(screen.queryByLabelText('Key')).toBeNull());
    expect(screen.queryByText('Some changes are not saved yet.')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button('Edit sales')));
    await edit('sales');
    expect(box('Key').value).toBe('');
  });

  it('shows no test of one under the form of another', async () => {
    await show(three);
    await edit('Example CRM');
    press('Test');
    await screen.findByText(/tested just now/);
    await edit('sales');
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Test' })).toBeNull());
  });

  it('still needs the key where nothing but the key could be meant', async () => {
    await show(three);
    await edit('archive');
    press('Save');
    await screen.findByText('Type the key of the CRM.');
  });
});
