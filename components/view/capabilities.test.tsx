import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ready } from '../fixtures/live.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.queryByRole('button', { name });
const question = () => within(screen.getByRole('group', { name: 'Assign client ID' }));

describe('a CRM that makes no contacts', () => {
  it('is offered none, wherever a new one could begin', async () => {
    const view = showView(states['06-unmatched-no-create'], { found: [] });
    expect(screen.queryByRole('form', { name: 'New contact' })).toBeNull();
    expect(view.contact().getByText('New contacts are made in Odoo itself.')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'c' });
    fireEvent.input(view.search(), { target: { value: 'mar' } });
    await waitFor(() => expect(view.contact().getByText(/No contact in Odoo fits/)).toBeTruthy());
    expect(button(/New contact/)).toBeNull();
  });

  it.each(['01-idle', '05-ambiguous', '10-withheld', '10-no-number', '09-failed-no-copy'] as const)(
    'is offered none in %s either',
    (name) => {
      showView({ ...states[name], connections: [ready({ create: false })] });
      expect(button(/New contact/)).toBeNull();
      fireEvent.keyDown(document.body, { key: 'c' });
      expect(screen.queryByRole('form', { name: 'New contact' })).toBeNull();
      fireEvent.click(button('More')!);
      expect(within(screen.getByRole('dialog', { name: 'More' })).queryByText('New contact')).toBeNull();
    },
  );
});

describe('a CRM that takes no changes', () => {
  it('has no pens', () => {
    showView(states['04-read-only']);
    expect(button(/^Edit/)).toBeNull();
    cleanup();
    showView(states['04-matched-full']);
    expect(screen.getAllByRole('button', { name: /^Edit/ }).length).toBeGreaterThan(3);
  });

  it('has one where a number may be added though none may be taken away', () => {
    showView({ ...states['04-matched-full'], connections: [ready({ unlink: false })] });
    expect(button('Edit phone')).toBeNull();
    expect(button('Edit job title')).toBeTruthy();
  });
});

describe('a CRM that has no place for this kind of client ID', () => {
  it('says so of who cannot be found by it', () => {
    const view = showView(states['06-unmatched-not-held']);
    expect(view.contact().getByText('Odoo has no place for Telegram IDs')).toBeTruthy();
    expect(button('Again')).toBeNull();
  });

  it('shows it in the form, says that it is not kept, and does not send it', async () => {
    const view = showView(states['06-unmatched-not-held']);
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    expect(form.getByText('not kept')).toBeTruthy();
    expect(form.getByText('marta.o')).toBeTruthy();
    expect(form.getByText(/Odoo holds phone numbers and e-mail addresses only/)).toBeTruthy();
    fireEvent.change(form.getByRole('combobox'), { target: { value: 'pt' } });
    fireEvent.submit(screen.getByRole('form', { name: 'New contact' }));
    await waitFor(() => expect(view.sent('contact.create')).toHaveLength(1));
    expect(view.sent('contact.create')[0]).toMatchObject({
      contact: { name: 'Marta Oliveira', identifiers: [] },
    });
  });

  it('offers no assignment and says why', () => {
    showView(states['08a-assign-impossible']);
    expect(question().getByText('Odoo has no place for Telegram IDs')).toBeTruthy();
    expect(question().getByText(/An administrator can choose a field for them/)).toBeTruthy();
    expect(question().queryByRole('button')).toBeNull();
  });

  it('asks for the fields it holds only', () => {
    showView({ ...states['06-unmatched'], connections: [ready({ identifiers: ['phone'] })] });
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    expect(form.getByLabelText(/^Phone/)).toBeTruthy();
    expect(form.queryByLabelText(/^E-mail/)).toBeNull();
  });
});

describe('a CRM that links in part', () => {
  it('offers to move where nothing can be added', () => {
    showView(states['08a-assign-move-only']);
    expect(question().getByRole('button', { name: 'Move it' })).toBeTruthy();
    expect(question().queryByRole('button', { name: 'Keep on both' })).toBeNull();
    expect(question().queryByText(/Keep on both/)).toBeNull();
  });

  it('offers to keep on both where nothing can be taken away', () => {
    showView({ ...states['08a-assign'], connections: [ready({ move: false })] });
    expect(question().getByRole('button', { name: 'Keep on both' })).toBeTruthy();
    expect(question().queryByRole('button', { name: 'Move it' })).toBeNull();
  });

  it('says that nobody may assign where the kind alone is not the reason', () => {
    const state = states['08a-assign-impossible'];
    showView({ ...state, connections: [ready({ link: false, move: false })] });
    expect(question().getByText('Odoo lets nobody assign client IDs from here')).toBeTruthy();
  });

  it('says that an assignment cannot be undone here', () => {
    showView(states['08b-assigned-for-good']);
    expect(question().queryByRole('button')).toBeNull();
    expect(question().getByText(/only Odoo itself can undo it/)).toBeTruthy();
  });
});

describe('a CRM that cannot be searched', () => {
  it('lets the saved copies be searched, and calls them that', async () => {
    const view = showView(states['04-read-only']);
    view.link.answer('contact.search', () => ({ ok: true, contacts: [], cached: true }));
    expect(view.search().placeholder).toBe('Search saved copies');
    fireEvent.input(view.search(), { target: { value: 'mar' } });
    await waitFor(() =>
      expect(view.contact().getByText('Odoo cannot be searched from here; no saved copy fits')).toBeTruthy(),
    );
  });
});
