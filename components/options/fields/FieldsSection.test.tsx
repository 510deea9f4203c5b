import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const workspace: Workspace = {
  name: 'Example',
  region: 'GB',
  campaigns: [{ id: 'sales', name: 'Sales' }],
  fields: [
    { key: 'phone', label: 'Phone', type: 'phone', identifier: 'phone', reduced: true },
    { key: 'title', label: 'Job title', type: 'text' },
    { key: 'language', label: 'Language', type: 'text', required: true },
    { key: 'score', label: 'Score', type: 'number', readOnly: true },
  ],
  sections: [
    { id: 'details', label: 'Details', fields: ['phone', 'title'] },
    { id: 'more', label: 'More', fields: ['language', 'score'] },
  ],
};
const connected = {
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
const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink({ ...connected, crm: { workspace: async () => workspace }, ...start });
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1, name: 'Fields and sections' });
  return test;
};
const editor = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = await show(start);
  await screen.findByRole('list', { name: 'Fields of Details' });
  return test;
};
const fieldsOf = (name: string) =>
  within(screen.getByRole('list', { name: `Fields of ${name}` }))
    .queryAllByRole('button', { name: /^Move/ })
    .map((button) => button.getAttribute('aria-label')?.replace('Move ', ''));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const status = () => screen.getByRole('status').textContent;
const arrangement = ({ seen }: ReturnType<typeof createTestLink>) => seen.settings.crms[0]?.arrangement;
const preview = () => screen.getByRole('region', { name: 'Preview' }).textContent ?? '';
const saveNow = async () => {
  press('Save');
  await waitFor(() => expect(status()).toContain('Saved. Views that are open show it already.'));
};

beforeEach(() => {
  location.hash = '#fields';
});
afterEach(cleanup);

describe('before there are fields', () => {
  it.each([
    ['no CRM is connected', { settings: {} }, 'No CRM is connected yet.'],
    ['nobody is signed in', { settings: connected.settings, granted: connected.granted }, 'Signed out of'],
  ])('says that %s, and where to go', async (_, start, words) => {
    const { link } = createTestLink(start);
    render(<OptionsPage link={link} />);
    const note = await screen.findByText(words, { exact: false });
    expect(note.querySelector('a')?.getAttribute('href')).toBe('#crms');
  });

  it('says why the CRM does not tell them, and asks again', async () => {
    let failing = true;
    await show({
      crm: {
        workspace: async () => {
          if (failing) throw new CrmError({ code: 'timeout' });
          return workspace;
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('does not answer in time');
    failing = false;
    press('Try again');
    await screen.findByRole('list', { name: 'Fields of Details' });
  });
});

describe('arranging', () => {
  it('begins with what the CRM says, and keeps nothing until it is saved', async () => {
    const test = await editor();
    expect(fieldsOf('Details')).toEqual(['Phone', 'Job title']);
    expect(fieldsOf('More')).toEqual(['Language', 'Score']);
    expect(arrangement(test)).toBeUndefined();
    expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull();
  });

  it('moves a field with the arrow keys, also into the next section, and keeps the focus on it', async () => {
    const test = await editor();
    const grip = () => screen.getByRole('button', { name: 'Move Phone' });
    fireEvent.keyDown(grip(), { key: 'ArrowDown' });
    expect(fieldsOf('Details')).toEqual(['Job title', 'Phone']);
    expect(status()).toContain('Phone: 2 of 2 in Details.');
    fireEvent.keyDown(grip(), { key: 'ArrowDown' });
    expect(fieldsOf('Details')).toEqual(['Job title']);
    expect(fieldsOf('More')).toEqual(['Phone', 'Language', 'Score']);
    expect(document.activeElement).toBe(grip());
    fireEvent.keyDown(grip(), { key: 'ArrowUp' });
    expect(fieldsOf('Details')).toEqual(['Job title', 'Phone']);
    await saveNow();
    expect(arrangement(test)?.sections[0]?.fields).toEqual(['title', 'phone']);
  });

  it('hides a field, but offers that for none that is required', async () => {
    const test = await editor();
    const section = (name: string) => screen.getByLabelText(`Section of ${name}`) as HTMLSelectElement;
    expect([...section('Language').options].map(({ text }) => text)).not.toContain('Not shown');
    fireEvent.change(section('Score'), { target: { value: '2' } });
    expect(fieldsOf('Not shown')).toEqual(['Score']);
    await waitFor(() => expect(preview()).not.toContain('Score'));
    await saveNow();
    expect(arrangement(test)?.hidden).toEqual(['score']);
  });

  it('says what is in the reduced view and what a new contact is asked for', async () => {
    const test = await editor();
    const inForm = (name: string) =>
      screen.getByLabelText(`${name} in the New contact form`) as HTMLInputElement;
    fireEvent.click(screen.getByLabelText('Job title in the reduced view'));
    fireEvent.click(inForm('Job title'));
    expect([inForm('Phone'), inForm('Language')].map((box) => [box.checked, box.disabled])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect([inForm('Score').checked, inForm('Score').disabled]).toEqual([false, true]);
    await saveNow();
    expect(arrangement(test)?.fields.title).toEqual({ reduced: true, onCreate: true });
  });

  it('adds, names, moves and removes sections, and loses no field', async () => {
    await editor();
    press('Add a section');
    const names = () =>
      screen.getAllByLabelText('Name of the section').map((input) => (input as HTMLInputElement).value);
    expect(names()).toEqual(['Details', 'More', 'New section']);
    const added = screen.getAllByLabelText('Name of the section')[2] as HTMLInputElement;
    await waitFor(() => expect(document.activeElement).toBe(added));
    fireEvent.input(added, { target: { value: 'Contract' } });
    press('Move Contract up');
    expect(names()).toEqual(['Details', 'Contract', 'More']);
    press('Remove More; its fields go to its neighbour');
    expect(fieldsOf('Contract')).toEqual(['Language', 'Score']);
  });

  it('limits a section to campaigns, in one direction or both, and shows that in the preview', async () => {
    const test = await editor();
    const [input] = screen.getAllByLabelText('Only in') as [HTMLInputElement];
    fireEvent.input(input, { target: { value: 'Renewals ->' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(screen.getByText('Renewals, outbound')).toBeTruthy();
    await waitFor(() => expect(preview()).not.toContain('Job title'));
    fireEvent.change(screen.getByLabelText('Campaign of the preview'), { target: { value: 'Renewals ->' } });
    await waitFor(() => expect(preview()).toContain('Job title'));
    await saveNow();
    expect(arrangement(test)?.sections[0]?.campaigns).toEqual(['Renewals ->']);
    press('Remove Renewals, outbound from Details');
    expect(screen.queryByText('Renewals, outbound')).toBeNull();
  });

  it('saves no section without a name, and goes to it', async () => {
    const test = await editor();
    const [first] = screen.getAllByLabelText('Name of the section') as [HTMLInputElement];
    fireEvent.input(first, { target: { value: ' ' } });
    press('Save');
    await waitFor(() => expect(status()).toContain('Nothing was saved: a section has no name.'));
    expect(document.activeElement).toBe(first);
    expect(arrangement(test)).toBeUndefined();
  });

  it('goes back to what the CRM says', async () => {
    const test = await editor();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Phone' }), { key: 'ArrowDown' });
    await saveNow();
    press('Back to Example CRM’s own');
    await waitFor(() => expect(fieldsOf('Details')).toEqual(['Phone', 'Job title']));
    expect(arrangement(test)).toBeUndefined();
  });

  it('says that a server arranges its fields itself', async () => {
    await editor({ connector: { ownSections: true } });
    expect(screen.getByText(/says how its fields are arranged, for every agent/)).toBeTruthy();
  });

  it('shows the view itself, out of reach of keys and readers', async () => {
    await editor();
    await waitFor(() => expect(preview()).toContain('Anna Example'));
    await waitFor(() => expect(preview()).toContain('Job title'));
    expect(screen.getByRole('region', { name: 'Preview' }).querySelector('[inert] .panel')).toBeTruthy();
  });
});

describe('the fields of several CRMs', () => {
  const [first] = connected.settings.crms;
  const second = {
    ...first!,
    id: 'second',
    label: 'Second',
    settings: { baseUrl: 'https://b.example.com/' },
  };
  const two = {
    settings: { crms: [first!, second] },
    granted: ['https://crm.example.com/*', 'https://b.example.com/*'],
    credential: { example: 'key-1', second: 'key-2' },
  };
  const chosen = () => screen.getByLabelText('CRM', { selector: '#fields-crm' }) as HTMLSelectElement;
  const choose = async (id: string) => {
    fireEvent.change(chosen(), { target: { value: id } });
    await waitFor(() => expect(chosen().value).toBe(id));
    await screen.findByRole('list', { name: 'Fields of Details' });
  };
  const step = () =>
    fireEvent.keyDown(screen.getByRole('button', { name: 'Move Phone' }), { key: 'ArrowDown' });

  it('are those of the first, or of the one that a link names', async () => {
    await editor(two);
    expect(chosen().value).toBe('example');
    expect([...chosen().options].map(({ text }) => text)).toEqual(['Example CRM', 'Second']);
    location.hash = '#fields:second';
    window.dispatchEvent(new Event('hashchange'));
    await waitFor(() => expect(chosen().value).toBe('second'));
    cleanup();
    await editor(two);
    expect(chosen().value).toBe('second');
  });

  it('are arranged each for itself, and what is not saved of one stays while another is shown', async () => {
    const { seen } = await editor(two);
    step();
    await waitFor(() => expect(fieldsOf('Details')).toEqual(['Job title', 'Phone']));
    await choose('second');
    expect(fieldsOf('Details')).toEqual(['Phone', 'Job title']);
    expect(screen.getByText('Some changes are not saved yet.')).toBeTruthy();
    step();
    await saveNow();
    expect(seen.settings.crms[0]).toEqual(first);
    expect(seen.settings.crms[1]?.arrangement?.sections[0]?.fields).toEqual(['title', 'phone']);
    await choose('example');
    expect(fieldsOf('Details')).toEqual(['Job title', 'Phone']);
    press('Discard changes');
    await waitFor(() => expect(fieldsOf('Details')).toEqual(['Phone', 'Job title']));
    expect(screen.queryByText('Some changes are not saved yet.')).toBeNull();
  });

  it('are not asked of one that nobody is signed in to', async () => {
    await show({ ...two, credential: { second: 'key-2' } });
    await screen.findByText(/Example CRM/, { selector: 'p' });
    await choose('second');
  });

  it('are asked for with the tokens of the sign-in, where somebody signed in at the CRM itself', async () => {
    const signedIn = { ...second, settings: { ...second.settings, oauthClientId: 'ringside' } };
    const test = createTestLink({
      ...two,
      settings: { crms: [signedIn] },
      crm: { workspace: async () => workspace },
    });
    const opened = vi.spyOn(test.link, 'openSignIn');
    render(<OptionsPage link={test.link} />);
    await screen.findByRole('list', { name: 'Fields of Details' });
    expect(opened.mock.calls).toEqual([['second', 'key-2']]);
  });
});
