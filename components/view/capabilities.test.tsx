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

describe('an agent who may create no contacts', () => {
  it('is told so in place of the form, and is offered none anywhere', async () => {
    const view = showView(states['06-unmatched-may-not-create'], { found: [] });
    expect(screen.queryByRole('form', { name: 'New contact' })).toBeNull();
    expect(view.contact().getByText(/You are not allowed to create contacts in Odoo/)).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'c' });
    fireEvent.input(view.search(), { target: { value: 'mar' } });
    await waitFor(() => expect(view.contact().getByText(/No contact in Odoo fits/)).toBeTruthy());
    expect(button(/New contact/)).toBeNull();
  });

  it('is told so where a number is withheld', () => {
    const barred = { ...ready(), mayNotCreate: true as const };
    const view = showView({ ...states['10-withheld'], connections: [barred] });
    expect(view.contact().getByText(/You are not allowed to create contacts in Odoo/)).toBeTruthy();
    expect(button(/New contact/)).toBeNull();
  });

  it('has the form of another CRM where that one lets them', () => {
    const other = { ...ready(), id: 'second', crm: 'Desk' };
    showView({ ...states['06-unmatched'], connections: [{ ...ready(), mayNotCreate: true }, other] });
    expect(screen.getByRole('form', { name: 'New contact' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Create in/ })).toBeNull();
  });

  it('keeps what was refused among what is not saved, to be tried again once it is allowed', async () => {
    const view = showView(states['06-unmatched']);
    view.link.answer('contact.create', () => ({ ok: false, error: { code: 'not-allowed' } }));
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    fireEvent.input(form.getByLabelText(/^Name/), { target: { value: 'Marta Oliveira' } });
    fireEvent.change(form.getByRole('combobox'), { target: { value: 'pt' } });
    fireEvent.submit(screen.getByRole('form', { name: 'New contact' }));
    await waitFor(() => expect(view.sent('contact.create')).toHaveLength(1));
    const { writeId, key } = view.sent('contact.create')[0] as { writeId: string; key: string };
    const [live] = states['06-unmatched'].interactions;
    const refused = {
      ...{ id: writeId, kind: 'create' as const, status: 'not-saved' as const, at: 1 },
      error: { code: 'not-allowed' as const },
      about: 'Marta Oliveira',
      crm: ready().id,
    };
    view.link.set({
      ...states['06-unmatched'],
      connections: [{ ...ready(), mayNotCreate: true }],
      interactions: [{ ...live!, writes: [refused] }],
    });
    await waitFor(() => expect(screen.getByText(/Odoo does not allow this/)).toBeTruthy());
    fireEvent.click(button('Try again')!);
    expect(view.sent('write.retry')).toMatchObject([{ key, writeId }]);
  });
});

describe('what was saved otherwise', () => {
  it('is said to be saved, with what the CRM made of it, until it was seen', () => {
    const view = showView(states['09-saved-otherwise']);
    const late = within(screen.getByRole('region', { name: 'Needs attention' }));
    expect(late.getByText(/Odoo changed what you typed or left it out: Job title/)).toBeTruthy();
    expect(late.getByText(/Odoo took long/)).toBeTruthy();
    expect(screen.queryByText(/Not saved/)).toBeNull();
    fireEvent.click(late.getAllByRole('button', { name: 'OK' })[0]!);
    expect(view.sent('write.discard')).toMatchObject([{ writeId: 'w-6' }]);
  });
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
