import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostSettingsSchema } from '../../../lib/domain/settings.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const host = (origin: string, more = {}) => hostSettingsSchema.parse({ origin, ...more });
const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink(start);
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1 });
  return test.seen;
};
const connect = (address: string) => {
  fireEvent.input(screen.getByLabelText('Host address'), { target: { value: address } });
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
};
const askToRemove = (name: string) => {
  if (screen.queryByRole('button', { name: `Remove ${name}` }) === null)
    fireEvent.click(screen.getByRole('button', { name: `Options of ${name}` }));
  return screen.findByRole('button', { name: `Remove ${name}` }).then((button) => fireEvent.click(button));
};
const status = () => screen.getByRole('status');

beforeEach(() => {
  location.hash = '#hosts';
});
afterEach(cleanup);

describe('connecting a host', () => {
  it('asks the browser for that origin only, then saves it', async () => {
    const seen = await show();
    connect('https://desk.example.com:8443/inbox?x=1');
    await waitFor(() => expect(status().textContent).toContain('is connected'));
    expect(seen.requested).toEqual([['https://desk.example.com/*']]);
    expect(seen.settings.hosts).toEqual([host('https://desk.example.com:8443')]);
    expect(screen.getByText('https://desk.example.com:8443')).toBeTruthy();
  });

  it('asks in the very turn of the click, as browsers demand', async () => {
    const seen = await show();
    connect('desk.example.com');
    expect(seen.requested).toEqual([['https://desk.example.com/*']]);
  });

  it('saves nothing where the person says no, and says so', async () => {
    const seen = await show({ allows: false });
    connect('desk.example.com');
    await waitFor(() => expect(status().textContent).toContain('Nothing was saved'));
    expect(seen.settings.hosts).toEqual([]);
    expect((screen.getByLabelText('Host address') as HTMLInputElement).value).toBe('desk.example.com');
  });

  it('takes back what it said of one address as soon as another is typed', async () => {
    await show({ allows: false });
    connect('desk.example.com');
    await waitFor(() => expect(status().textContent).toContain('desk.example.com'));
    fireEvent.input(screen.getByLabelText('Host address'), { target: { value: 'phone.example.com' } });
    await waitFor(() => expect(status().textContent).toBe(''));
  });

  it.each(['*.example.com', 'https://a b.com', 'desk'])('asks for nothing for %s', async (address) => {
    const seen = await show();
    connect(address);
    await waitFor(() =>
      expect(screen.getByLabelText('Host address').getAttribute('aria-invalid')).toBe('true'),
    );
    expect(seen.requested).toEqual([]);
    expect(seen.settings.hosts).toEqual([]);
  });

  it('asks for nothing where the address is no good, and ties the reason to the field', async () => {
    const seen = await show();
    connect('http://desk.example.com');
    const input = screen.getByLabelText('Host address');
    await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'));
    const described = input.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
    expect(document.getElementById(described)?.textContent).toContain('not encrypted');
    expect(seen.requested).toEqual([]);
  });

  it('refuses one that is connected already', async () => {
    const seen = await show({ settings: { hosts: [host('https://desk.example.com')] } });
    connect('desk.example.com/other');
    await screen.findByText('This host is connected already.');
    expect(seen.requested).toEqual([]);
  });

  it('keeps the address where saving fails', async () => {
    const seen = await show();
    seen.savingFails = true;
    connect('desk.example.com');
    await waitFor(() => expect(status().textContent).toContain('Not saved'));
    expect((screen.getByLabelText('Host address') as HTMLInputElement).value).toBe('desk.example.com');
  });
});

describe('a connected host', () => {
  const start = {
    settings: { hosts: [host('https://desk.example.com', { label: 'Desk' }), host('https://b.example')] },
    granted: ['https://desk.example.com/*', 'https://b.example/*'],
  };

  it('says when the browser took the permission away, and asks again on a click', async () => {
    const seen = await show(start);
    expect(screen.queryByRole('button', { name: 'Allow Desk' })).toBeNull();
    seen.granted.delete('https://desk.example.com/*');
    seen.tell();
    fireEvent.click(await screen.findByRole('button', { name: 'Allow Desk' }));
    expect(seen.requested).toEqual([['https://desk.example.com/*']]);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Allow Desk' })).toBeNull());
  });

  it('trusts its ContactID header only when told to, beside a warning about callers', async () => {
    const seen = await show(start);
    fireEvent.click(screen.getByRole('button', { name: 'Options of Desk' }));
    const trust = screen.getAllByLabelText('Trust the ContactID header of this host')[0] as HTMLInputElement;
    expect(trust.checked).toBe(false);
    const hint = document.getElementById(trust.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('Callers can write SIP headers');
    fireEvent.click(trust);
    await waitFor(() => expect(seen.settings.hosts[0]?.trustContactIdHeader).toBe(true));
    expect(seen.settings.hosts[1]?.trustContactIdHeader).toBe(false);
  });

  it('keeps a wrong header name on screen, unsaved, until it is mended', async () => {
    const seen = await show(start);
    const input = screen.getAllByLabelText('Campaign header')[0] as HTMLInputElement;
    fireEvent.input(input, { target: { value: 'X Queue!' } });
    fireEvent.change(input);
    await screen.findByText(/Letters, digits and hyphens only/);
    expect(input.value).toBe('X Queue!');
    expect(seen.settings.hosts[0]?.campaignHeader).toBe('X-Campaign');
    expect(screen.getByText('Some changes are not saved yet.')).toBeTruthy();
    fireEvent.input(input, { target: { value: 'X-Queue' } });
    fireEvent.change(input);
    await waitFor(() => expect(seen.settings.hosts[0]?.campaignHeader).toBe('X-Queue'));
    await waitFor(() => expect(screen.queryByText('Some changes are not saved yet.')).toBeNull());
  });

  it('takes a frame address as an origin, and none as none', async () => {
    const seen = await show(start);
    const input = screen.getAllByLabelText('Frame addresses')[0] as HTMLInputElement;
    fireEvent.input(input, { target: { value: 'inbox.example.com/a/b' } });
    fireEvent.change(input);
    await waitFor(() => expect(seen.settings.hosts[0]?.frameOrigin).toBe('https://inbox.example.com'));
    fireEvent.input(input, {
      target: { value: 'inbox.example.com, https://phone.example.com/x inbox.example.com' },
    });
    fireEvent.change(input);
    await waitFor(() =>
      expect(seen.settings.hosts[0]?.frameOrigin).toEqual([
        'https://inbox.example.com',
        'https://phone.example.com',
      ]),
    );
    fireEvent.input(input, { target: { value: 'inbox.example.com http://phone.example.com' } });
    fireEvent.change(input);
    await waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'));
    expect(seen.settings.hosts[0]?.frameOrigin).toHaveLength(2);
    fireEvent.input(input, { target: { value: '' } });
    fireEvent.change(input);
    await waitFor(() => expect(seen.settings.hosts[0]).not.toHaveProperty('frameOrigin'));
  });

  it('is removed after a question, and its permission given back', async () => {
    const seen = await show(start);
    await askToRemove('Desk');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(seen.settings.hosts).toHaveLength(2);
    await askToRemove('Desk');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect([...seen.granted]).toEqual(['https://b.example/*']));
    expect(seen.settings.hosts.map(({ origin }) => origin)).toEqual(['https://b.example']);
  });

  it('leaves the permission that another port or the CRM still needs', async () => {
    const seen = await show({
      settings: {
        hosts: [
          host('https://desk.example.com'),
          host('https://desk.example.com:8443'),
          host('https://crm.example'),
        ],
        crms: [
          {
            id: 'example',
            connector: 'example',
            label: '',
            settings: { baseUrl: 'https://crm.example' },
            staySignedIn: false,
          },
        ],
      },
      granted: ['https://desk.example.com/*', 'https://crm.example/*'],
    });
    for (const name of ['https://desk.example.com:8443', 'https://crm.example']) {
      await askToRemove(name);
      fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
      await waitFor(() => expect(screen.queryByRole('button', { name: `Options of ${name}` })).toBeNull());
    }
    expect([...seen.granted]).toEqual(['https://desk.example.com/*', 'https://crm.example/*']);
  });
});

it('settings of a newer Ringside can be seen and not changed', async () => {
  await show({ readOnly: true, problem: { code: 'newer', version: 2 } });
  expect(screen.getByText(/^These settings were written by a newer Ringside \(version 2/)).toBeTruthy();
  expect((screen.getByRole('button', { name: 'Connect' }) as HTMLButtonElement).disabled).toBe(true);
  expect((screen.getByLabelText('Host address') as HTMLInputElement).disabled).toBe(true);
});
