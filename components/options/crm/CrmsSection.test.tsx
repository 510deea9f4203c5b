import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Identifier } from '../../../lib/domain/contact/identifier.ts';
import { CrmError, type CrmErrorCode, crmErrorCodes } from '../../../lib/domain/crm/crm-error.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';
import { crmErrorWords } from '../state/crm-error-words.ts';

const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink(start);
  const view = render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1 });
  return { ...test, view };
};
const address = () => screen.getByLabelText('Address') as HTMLInputElement;
const key = () => screen.getByLabelText('Key') as HTMLInputElement;
const type = (input: HTMLInputElement, value: string) => fireEvent.input(input, { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
/** The verdict once it is whole. */
const tested = async () => {
  await screen.findByText(/tested just now/);
  return screen.getByRole('region', { name: 'Test' });
};
const status = () => screen.getByRole('status').textContent;
const saved = {
  settings: {
    crms: [
      {
        id: 'example',
        connector: 'example',
        label: '',
        settings: { baseUrl: 'https://crm.example.com/' },
        staySignedIn: false,
      },
    ],
  },
  granted: ['https://crm.example.com/*'],
  credential: 'kept-key',
};

const kowalska: Contact = {
  id: '7',
  name: 'Anna Kowalska',
  kind: 'person',
  identifiers: [{ kind: 'phone', value: '+33199004217' }],
  fields: {},
  version: '1',
  updatedAt: '2026-11-20T09:00:00Z',
};

beforeEach(() => {
  location.hash = '#crms';
});
afterEach(cleanup);

describe('connecting a CRM', () => {
  it('saves the address, keeps the key apart from the settings, and tests at once', async () => {
    const { seen } = await show();
    type(address(), 'crm.example.com');
    type(key(), ' new-key ');
    press('Save');
    expect(seen.requested).toEqual([['https://crm.example.com/*']]);
    await waitFor(() => expect(status()).toBe('✓Saved. Everything works.'));
    expect(seen.settings.crms).toEqual([
      {
        ...{ id: 'example', connector: 'example', label: '', staySignedIn: false },
        settings: { baseUrl: 'https://crm.example.com/' },
      },
    ]);
    expect(seen).toMatchObject({ credential: 'new-key', stay: false });
    expect(JSON.stringify(seen.settings)).not.toContain('new-key');
    expect(screen.getByText(/tested just now/)).toBeTruthy();
    expect(key().value).toBe('');
    expect(key().type).toBe('password');
  });

  it('stays signed in only when told to', async () => {
    const { seen } = await show();
    type(address(), 'crm.example.com');
    type(key(), 'new-key');
    fireEvent.click(screen.getByLabelText('Stay signed in'));
    press('Save');
    await waitFor(() => expect(seen.stay).toBe(true));
    expect(seen.settings.crms[0]?.staySignedIn).toBe(true);
  });

  it('asks for nothing and saves nothing until every field is right', async () => {
    const { seen } = await show();
    type(address(), 'http://crm.example.com');
    press('Save');
    await screen.findByText(/not encrypted/);
    expect(screen.getByText('Type the key of the CRM.')).toBeTruthy();
    expect(address().getAttribute('aria-invalid')).toBe('true');
    expect(key().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(address());
    expect(seen).toMatchObject({ requested: [], events: [] });
  });

  it('saves and sends nothing where the browser is not allowed to reach the address', async () => {
    const { seen } = await show({ allows: false });
    type(address(), 'crm.example.com');
    type(key(), 'new-key');
    press('Save');
    await waitFor(() => expect(status()).toContain('Nothing was saved or sent'));
    expect(seen).toMatchObject({ events: [], connectedWith: [] });
    expect(key().value).toBe('new-key');
  });

  it('is saved although the test fails, and says so', async () => {
    const { seen } = await show({
      crm: {
        session: async () => {
          throw new CrmError({ code: 'signed-out' });
        },
      },
    });
    type(address(), 'crm.example.com');
    type(key(), 'wrong-key');
    press('Save');
    await waitFor(() => expect(status()).toContain('Saved, but the test failed: The key is refused'));
    expect(seen.settings.crms).toHaveLength(1);
  });
});

describe('the key at hand', () => {
  it('serves again where the field is left empty', async () => {
    const { seen } = await show(saved);
    press('Test');
    await waitFor(() => expect(status()).toContain('Everything works'));
    expect(seen.connectedWith).toEqual([
      { settings: { baseUrl: 'https://crm.example.com/' }, credential: 'kept-key' },
    ]);
    expect(key().value).toBe('');
  });

  it('serves too where the saved address is spelt another way, as by an automated set-up', async () => {
    const [crm] = saved.settings.crms;
    const spelt = { ...crm!, settings: { baseUrl: 'https://CRM.example.com' } };
    const { seen } = await show({ ...saved, settings: { crms: [spelt] } });
    press('Test');
    await waitFor(() => expect(status()).toContain('Everything works'));
    expect(seen.connectedWith[0]?.credential).toBe('kept-key');
  });

  it('is said to be kept for its own CRM and address alone', async () => {
    await show(saved);
    const hint = () =>
      document.getElementById(key().getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')?.textContent;
    expect(hint()).toContain('Kept.');
    type(address(), 'https://crm.example.com');
    await waitFor(() => expect(hint()).toContain('Kept.'));
    type(address(), 'https://other.example.com');
    await waitFor(() => expect(hint()).toBeUndefined());
    expect(key().placeholder).toBe('');
  });

  it('is never sent to another address', async () => {
    const { seen } = await show(saved);
    type(address(), 'evil.example.com');
    press('Test');
    await screen.findByText('Type the key again: the one at hand belongs to another address.');
    press('Save');
    expect(seen).toMatchObject({ connectedWith: [], requested: [], events: [] });
  });

  it('of the former address is forgotten before the new address is saved', async () => {
    const { seen } = await show(saved);
    type(address(), 'other.example.com');
    type(key(), 'other-key');
    press('Save');
    await waitFor(() => expect(status()).toContain('Saved'));
    expect(seen.events).toEqual(['signed out', 'settings', 'credential']);
    await waitFor(() => expect([...seen.granted]).toEqual(['https://other.example.com/*']));
  });

  it('is forgotten on Sign out', async () => {
    const { seen } = await show(saved);
    press('Sign out');
    await screen.findByText('Signed out. Type the key and save.');
    expect(seen.credential).toBeUndefined();
    await waitFor(() => expect(seen.events).toEqual(['signed out', 'told the CRM']));
  });

  it('goes with the CRM, its saved copies and its permission', async () => {
    const { seen } = await show(saved);
    press('Remove');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(seen.granted.size).toBe(0));
    expect(seen.settings.crms).toEqual([]);
    expect(seen.credential).toBeUndefined();
    expect(seen.cacheCleared).toEqual(['example']);
    expect(seen.events).toEqual(['signed out', 'told the CRM', 'settings']);
    await screen.findByRole('heading', { name: 'Connect a CRM' });
  });
});

describe('the test', () => {
  it('says line by line what works, with times', async () => {
    await show(saved);
    press('Test');
    const lines = within(await tested()).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent?.replace(/\d+ ms/, 'n ms'))).toEqual([
      '✓The address answersn ms',
      '✓Signed in as Ada Example',
      '✓Contacts can be readn ms',
      '✓Fields and campaigns of Example were read1 campaign',
      '–Phone searchNone of the contacts that were read has a phone number to try it with.not tried',
      '–Creating contactsThis CRM does not say who may. It is not known until the first contact is created.not known',
    ]);
  });

  it.each(crmErrorCodes.map((code) => [code]))('says %s in plain words, with what to do', async (code) => {
    await show({
      ...saved,
      crm: {
        session: async () => {
          throw new CrmError({ code: code as CrmErrorCode, retryAfterMs: 4_200 });
        },
      },
    });
    press('Test');
    const verdict = await tested();
    const { text, advice } = crmErrorWords({ code: code as CrmErrorCode, retryAfterMs: 4_200 });
    expect(verdict.textContent).toContain(text);
    expect(verdict.textContent).toContain(advice);
    expect(verdict.textContent).toContain('Contactsnot tried');
    expect(status()).toContain(text);
  });

  it('says how much could not be read, and that the rest works', async () => {
    const card = { of: 'contact', whole: true, path: '', expected: 'form' } as const;
    const name = { of: 'contact', whole: false, path: 'FN', expected: 'charset' } as const;
    await show({ ...saved, unread: [card, name, name] });
    press('Test');
    const verdict = within(await tested());
    verdict.getByText('Not all can be read: 1 contact and 2 parts of contacts or fields left out');
    verdict.getByText('Everything works, though not all contacts can be read whole');
  });

  it('says that reading contacts fails while the rest works', async () => {
    await show({
      ...saved,
      crm: {
        search: async () => {
          throw new CrmError({ code: 'not-allowed' });
        },
      },
    });
    press('Test');
    const verdict = await tested();
    expect(within(verdict).getByText('Contacts cannot be read', { selector: 'b' })).toBeTruthy();
    expect(verdict.textContent).toContain('Signed in as Ada Example');
  });

  it('finds a real contact by its number in another spelling, and shortens the name', async () => {
    const asked: Identifier[] = [];
    await show({
      ...saved,
      crm: {
        search: async () => ({ contacts: [kowalska] }),
        findByIdentifier: async (identifier) => {
          asked.push(identifier);
          return [kowalska];
        },
      },
    });
    press('Test');
    expect((await tested()).textContent).toContain('Anna K… is found by \u206601 99 00 42 17\u2069');
    expect(asked).toEqual([{ kind: 'phone', value: '+33199004217' }]);
    expect(document.body.textContent).not.toContain('Kowalska');
  });

  it('reads a contact whole where lists leave numbers out', async () => {
    await show({
      ...saved,
      crm: {
        search: async () => ({ contacts: [{ ...kowalska, identifiers: [] }] }),
        getContact: async () => kowalska,
        findByIdentifier: async () => [kowalska, { ...kowalska, id: '8' }],
      },
    });
    press('Test');
    const { textContent } = await tested();
    expect(textContent).toContain('Anna K… is found by');
    expect(textContent).toContain('With 1 more who have this number');
  });

  it('says when the number of a real contact does not find it', async () => {
    await show({
      ...saved,
      crm: { search: async () => ({ contacts: [kowalska] }), findByIdentifier: async () => [] },
    });
    press('Test');
    expect((await tested()).textContent).toContain('Anna K… is not found by');
    expect(status()).toContain('Contacts can be read, but not found by phone');
  });

  it.each([
    [true, 'Contacts can be created', 'Everything works'],
    [false, 'Contacts cannot be created', 'Reading works, creating does not'],
    ['unknown' as const, 'not known', 'Everything works'],
  ])('says who may create without creating: %s', async (mayCreate, line, headline) => {
    await show({ ...saved, crm: { mayCreate: async () => mayCreate } });
    press('Test');
    expect((await tested()).textContent).toContain(line);
    expect(status()).toContain(headline);
  });

  it('is marked as outdated once the form says something else', async () => {
    await show(saved);
    press('Test');
    await screen.findByText(/tested just now/);
    type(address(), 'other.example.com');
    await screen.findByText(/tested before your change/);
    type(address(), 'https://crm.example.com/');
    await screen.findByText(/tested just now/);
    type(key(), 'another-key');
    await screen.findByText(/tested before your change/);
  });

  it('is not shown under the form of another CRM', async () => {
    const { link } = createTestLink(saved);
    const other = { ...link.crms[0]!, id: 'other', label: 'Other CRM' };
    render(<OptionsPage link={{ ...link, crms: [...link.crms, other] }} />);
    await screen.findByRole('heading', { level: 1 });
    press('Test');
    await screen.findByText(/tested just now/);
    fireEvent.change(screen.getByLabelText('CRM'), { target: { value: 'other' } });
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Test' })).toBeNull());
    expect(status()).toBe('');
  });

  it('of an address that is then given up gives the permission back', async () => {
    const { seen } = await show(saved);
    type(address(), 'other.example.com');
    type(key(), 'other-key');
    press('Test');
    await waitFor(() => expect(status()).toContain('Everything works'));
    press('Discard changes');
    await waitFor(() => expect([...seen.granted]).toEqual(['https://crm.example.com/*']));
    expect(address().value).toBe('https://crm.example.com/');
    expect(seen.events).toEqual([]);
  });
});

describe('what is typed and not saved', () => {
  it('stays while another section is looked at, and while others change the settings', async () => {
    const { seen } = await show(saved);
    type(key(), 'half-a-k');
    location.hash = '#view';
    window.dispatchEvent(new Event('hashchange'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('View'));
    seen.tell();
    location.hash = '#crms';
    window.dispatchEvent(new Event('hashchange'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('CRM'));
    expect(key().value).toBe('half-a-k');
  });

  it('makes the browser ask before the page is left', async () => {
    await show(saved);
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    type(key(), 'half-a-k');
    await screen.findByText('Some changes are not saved yet.');
    expect(leave()).toBe(false);
    press('Discard changes');
    await waitFor(() => expect(leave()).toBe(true));
  });
});

describe('signing in at the CRM itself', () => {
  const fill = () => {
    type(address(), 'crm.example.com');
    type(screen.getByLabelText('Client ID') as HTMLInputElement, 'ringside');
  };

  it('takes the place of the key once there is a client ID, and shows the address to register', async () => {
    const { seen } = await show();
    fill();
    expect(screen.queryByLabelText('Key')).toBeNull();
    const redirect = screen.getByLabelText('Redirect address') as HTMLInputElement;
    expect(redirect.value).toMatch(/^https:\/\/.*chromiumapp\.org\/$/);
    press('Copy');
    await screen.findByRole('button', { name: 'Copied' });
    expect(seen.copied).toEqual([redirect.value]);
    press('Save');
    await screen.findByText('Sign in first.');
    expect(document.activeElement?.textContent).toContain('Sign in with Example CRM');
    expect(seen.events).toEqual([]);
  });

  it('keeps the tokens when they are saved, apart from the settings', async () => {
    const { seen } = await show();
    fill();
    press('Sign in with Example CRM');
    await waitFor(() => expect(status()).toContain('Signed in. Save to keep it.'));
    expect(seen.signedInWith).toEqual([
      {
        authorizeUrl: 'https://crm.example.com/authorize',
        tokenUrl: 'https://crm.example.com/token',
        clientId: 'ringside',
      },
    ]);
    expect(seen.events).toEqual([]);
    press('Save');
    await waitFor(() => expect(status()).toContain('Saved. Everything works.'));
    expect(seen.credential).toBe('new sign-in');
    expect(JSON.stringify(seen.settings)).not.toContain('new sign-in');
  });

  it('is to be done again for another address', async () => {
    const { seen } = await show();
    fill();
    press('Sign in with Example CRM');
    await waitFor(() => expect(status()).toContain('Signed in'));
    type(address(), 'other.example.com');
    press('Save');
    await screen.findByText('Sign in first.');
    expect(seen.events).toEqual([]);
  });

  it.each([
    ['not-allowed', 'the window was closed, or the CRM said no'],
    ['signed-out', 'did not accept this client ID'],
    ['unreachable', 'Not signed in:'],
  ] as const)('says what went wrong: %s', async (code, words) => {
    const { seen } = await show({ refusesSignIn: code });
    fill();
    press('Sign in with Example CRM');
    await waitFor(() => expect(status()).toContain(words));
    expect(seen.events).toEqual([]);
  });

  it('goes nowhere where the browser is not allowed to', async () => {
    const { seen } = await show({ allows: false });
    fill();
    press('Sign in with Example CRM');
    await waitFor(() => expect(status()).toContain('not allowed'));
    expect(seen.signedInWith).toEqual([]);
  });
});
