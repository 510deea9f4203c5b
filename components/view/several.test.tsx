import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactRef } from '../../lib/domain/contact/contact-ref.ts';
import type { ReplyTo, ViewCommand } from '../../lib/engine/commands/commands.ts';
import { elodie, grace } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Found = ReplyTo<Extract<ViewCommand, { type: 'contact.search' }>>;

const late = () => within(screen.getByRole('region', { name: 'Needs attention' }));
const form = () => within(screen.getByRole('form', { name: 'New contact' }));

describe('two CRMs at once', () => {
  it('are both named where they know the same person', () => {
    const view = showView(states['17-same-person']);
    expect(view.heading()).toBe('Élodie Marchand');
    expect(view.note()).toContain('Odoo and Tryton');
  });

  it('show the record of the other one from the menu', () => {
    const view = showView(states['17-same-person']);
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show the record in Tryton' }));
    expect(view.sent('contact.choose')).toMatchObject([{ contactId: contactRef('tryton', '31') }]);
  });

  it('are named with each of two persons, and a key chooses the one of its CRM', () => {
    const view = showView(states['17-two-persons']);
    const rows = within(screen.getByRole('list', { name: 'Matching contacts' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => /· (Odoo|Tryton)$/.exec(textContent ?? '')?.[1])).toEqual([
      'Odoo',
      'Tryton',
    ]);
    fireEvent.keyDown(document.body, { key: '2' });
    expect(view.sent('contact.choose')).toMatchObject([{ contactId: contactRef('tryton', '31') }]);
  });

  it('one that is silent, away or signed out of is said at the lower edge, and nothing else moves', () => {
    const plain = showView(states['17-same-person']).contact().getAllByRole('term').length;
    cleanup();
    for (const [name, words] of [
      ['17-one-silent', 'Tryton has not answered yet'],
      ['17-one-away', 'Tryton is too slow to answer'],
      ['17-one-signed-out', 'Not signed in to Tryton'],
    ] as const) {
      const view = showView(states[name]);
      expect(view.heading()).toBe('Élodie Marchand');
      expect(view.contact().getAllByRole('term')).toHaveLength(plain);
      expect(late().getByText(words)).toBeTruthy();
      cleanup();
    }
  });

  it('each say what is wrong with themselves where both fail, whichever failed first', () => {
    showView(states['17-both-fail']);
    const said = late()
      .getAllByText(/^(Odoo|Tryton) /)
      .map(({ textContent }) => textContent);
    expect(said).toEqual(['Tryton is too slow to answer', 'Odoo has a problem of its own']);
  });

  it('are signed in to one by one', () => {
    const signIn = vi.fn();
    showView(states['17-one-signed-out'], { actions: { signIn } });
    fireEvent.click(late().getByRole('button', { name: 'Sign in' }));
    expect(signIn).toHaveBeenCalledWith('tryton');
  });
});

describe('a new contact', () => {
  it('goes to the CRM that is chosen for it, and what was typed goes along', async () => {
    const view = showView(states['17-unmatched']);
    fireEvent.input(form().getByLabelText(/^E-mail/), { target: { value: 'marta@casa.example.com' } });
    await vi.advanceTimersByTimeAsync(201);
    expect(view.sent('draft.save')).toMatchObject([{ crm: 'odoo' }]);
    fireEvent.change(form().getByLabelText('Create in'), { target: { value: 'tryton' } });
    await vi.advanceTimersByTimeAsync(201);
    expect(view.sent('draft.save').slice(1)).toMatchObject([
      { crm: 'odoo', values: null },
      { crm: 'tryton', values: { email: 'marta@casa.example.com' } },
    ]);
    fireEvent.change(form().getByLabelText(/^Language/), { target: { value: 'en' } });
    fireEvent.submit(screen.getByRole('form', { name: 'New contact' }));
    await waitFor(() => expect(view.sent('contact.create')).toMatchObject([{ crm: 'tryton' }]));
  });

  it('is asked for no CRM where there is but one to choose', () => {
    showView(states['06-unmatched']);
    expect(form().queryByLabelText('Create in')).toBeNull();
  });
});

describe('a search', () => {
  const ask = async (query: string) => {
    const view = showView(states['17-same-person']);
    const slow = Promise.withResolvers<Found>();
    const found: Found = { ok: true, contacts: [{ ...grace, id: contactRef('tryton', '9') }] };
    view.link.answer('contact.search', (command) =>
      command.type === 'contact.search' && command.crm === 'odoo' ? slow.promise : found,
    );
    fireEvent.input(view.search(), { target: { value: query } });
    await vi.advanceTimersByTimeAsync(121);
    return { view, slow };
  };
  const results = () =>
    within(screen.getByRole('listbox', { name: 'Search results' })).getAllByRole('option');

  it('asks both, waits for neither, and adds what comes later below what is read', async () => {
    const { view, slow } = await ask('a');
    expect(view.sent('contact.search')).toMatchObject([{ crm: 'odoo' }, { crm: 'tryton' }]);
    await waitFor(() => expect(results()).toHaveLength(1));
    expect(results()[0]?.textContent).toContain('Tryton');
    expect(view.contact().getByText(/Looking in Odoo/)).toBeTruthy();
    slow.resolve({ ok: true, contacts: [elodie] });
    await waitFor(() => expect(results()).toHaveLength(2));
    expect(results().map((one) => /Odoo|Tryton/.exec(one.textContent ?? '')?.[0])).toEqual([
      'Tryton',
      'Odoo',
    ]);
  });

  it('says of the one that fails that it does, beside what the other found', async () => {
    const { view, slow } = await ask('a');
    slow.resolve({ ok: false, error: { code: 'unreachable' } });
    await waitFor(() => expect(view.contact().getByText(/Odoo does not answer/)).toBeTruthy());
    expect(results()).toHaveLength(1);
  });
});
