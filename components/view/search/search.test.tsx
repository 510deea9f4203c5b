import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { FoundBy } from '../../../lib/domain/search/found.ts';
import type { ReplyTo, ViewCommand } from '../../../lib/engine/commands/commands.ts';
import { signedOut } from '../../fixtures/live.ts';
import { elodie, found, grace, person } from '../../fixtures/people.ts';
import { states } from '../../fixtures/states.ts';
import { showView } from '../../testing/show-view-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const state = states['06-unmatched'];
type View = ReturnType<typeof showView>;
const ask = async (view: View, query: string) => {
  fireEvent.input(view.search(), { target: { value: query } });
  await vi.advanceTimersByTimeAsync(401);
};
const list = () => within(screen.getByRole('listbox', { name: 'Search results' }));
const names = () =>
  list()
    .getAllByRole('option')
    .map((option) => option.querySelector('b')?.textContent);

describe('the search', () => {
  const queries = (view: View) =>
    view.sent('contact.search').map((command) => command.type === 'contact.search' && command.query);

  it('asks for the first letter at once, for what is typed meanwhile once that is answered, and marks what was found, accents folded', async () => {
    const view = showView(state, { found });
    for (const query of ['m', 'ma', 'mar']) fireEvent.input(view.search(), { target: { value: query } });
    expect(queries(view)).toEqual(['m']);
    await waitFor(() => expect(names()).toHaveLength(7));
    expect(queries(view)).toEqual(['m', 'mar']);
    expect(view.contact().getByText('7 contacts in Odoo, best first')).toBeTruthy();
    const marks = [...screen.getByRole('listbox').querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['Mar', 'Mar', 'Mar', 'mar', 'Mar', 'mar', 'mar']);
  });

  it('waits for no answer longer than a moment', async () => {
    const view = showView(state);
    view.link.answer('contact.search', () => new Promise(() => {}));
    for (const query of ['m', 'ma', 'mar']) fireEvent.input(view.search(), { target: { value: query } });
    await vi.advanceTimersByTimeAsync(350);
    expect(queries(view)).toEqual(['m']);
    await vi.advanceTimersByTimeAsync(100);
    expect(queries(view)).toEqual(['m', 'mar']);
  });

  it('drops the late answer to an earlier question', async () => {
    const view = showView(state);
    const waiting = new Map<string, (contacts: Contact[]) => void>();
    view.link.answer(
      'contact.search',
      (command) =>
        new Promise<ReplyTo<Extract<ViewCommand, { type: 'contact.search' }>>>((resolve) => {
          if (command.type === 'contact.search')
            waiting.set(command.query, (contacts) => resolve({ ok: true, contacts }));
        }),
    );
    await ask(view, 'gra');
    await ask(view, 'élo');
    waiting.get('élo')?.([elodie]);
    await waitFor(() => expect(names()).toEqual(['Élodie Marchand']));
    waiting.get('gra')?.([grace]);
    await vi.advanceTimersByTimeAsync(50);
    expect(names()).toEqual(['Élodie Marchand']);
  });

  it('does not choose by Enter what answers an earlier question', async () => {
    const view = showView(state, { found: [grace] });
    await ask(view, 'gra');
    await waitFor(() => expect(names()).toEqual(['Grace Okafor']));
    fireEvent.input(view.search(), { target: { value: 'élo' } });
    fireEvent.keyDown(view.search(), { key: 'Enter' });
    expect(view.sent('contact.choose')).toEqual([]);
  });

  it('moves by arrows, names the active one, and shows it by Enter', async () => {
    const view = showView(state, { found });
    await ask(view, 'mar');
    await waitFor(() => expect(names()).toHaveLength(7));
    fireEvent.keyDown(view.search(), { key: 'ArrowDown' });
    fireEvent.keyDown(view.search(), { key: 'ArrowDown' });
    await waitFor(() =>
      expect(list().getByRole('option', { selected: true }).textContent).toContain('María'),
    );
    expect(view.search().getAttribute('aria-activedescendant')).toBe(
      list().getByRole('option', { selected: true }).id,
    );
    fireEvent.keyDown(view.search(), { key: 'Enter' });
    expect(view.sent('contact.choose')).toEqual([
      { type: 'contact.choose', key: state.front, contactId: 'odoo:c-502' },
    ]);
    await waitFor(() => expect(view.search().value).toBe(''));
  });

  it('goes back by Esc to what was there, with everything typed', async () => {
    const view = showView(state, { found });
    fireEvent.input(screen.getByLabelText(/^E-mail/), { target: { value: 'half@' } });
    await ask(view, 'mar');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    fireEvent.keyDown(view.search(), { key: 'Escape' });
    await waitFor(() => expect(screen.getByRole('form', { name: 'New contact' })).toBeTruthy());
    expect(screen.getByLabelText<HTMLInputElement>(/^E-mail/).value).toBe('half@');
  });

  it('says what it did not find, what are saved copies, and what failed', async () => {
    const view = showView(state, { found: [] });
    await ask(view, 'nobody');
    await waitFor(() => expect(view.contact().getByText('No contact in Odoo fits “nobody”')).toBeTruthy());
    view.link.answer('contact.search', () => ({ ok: true, contacts: [elodie], cached: true }));
    await ask(view, 'elo');
    await waitFor(() => expect(view.contact().getByText('1 saved copy; Odoo does not answer')).toBeTruthy());
    view.link.answer('contact.search', () => ({ ok: false, error: { code: 'rate-limited' } }));
    await ask(view, 'elod');
    await waitFor(() => expect(view.contact().getByText('Odoo is asked too often')).toBeTruthy());
    expect(screen.queryByRole('listbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(view.sent('contact.search')).toHaveLength(4);
  });

  it('says how many there are, and what it found among the saved copies besides', async () => {
    const view = showView(state);
    const answer = (reply: object) =>
      view.link.answer('contact.search', () => ({ ok: true, contacts: [elodie, grace], ...reply }));
    answer({ total: 134 });
    await ask(view, 'a');
    await waitFor(() =>
      expect(view.contact().getByText('2 of 134 contacts in Odoo, best first')).toBeTruthy(),
    );
    answer({ more: true });
    await ask(view, 'ab');
    await waitFor(() =>
      expect(view.contact().getByText('2 contacts in Odoo, best first; there are more')).toBeTruthy(),
    );
    answer({ why: { [grace.id]: { by: 'name', mistyped: true, copy: true } } });
    await ask(view, 'abc');
    await waitFor(() =>
      expect(view.contact().getByText('1 contact in Odoo; 1 more among the saved copies')).toBeTruthy(),
    );
    answer({ contacts: [grace], why: { [grace.id]: { by: 'name', copy: true } } });
    await ask(view, 'abcd');
    await waitFor(() =>
      expect(
        view.contact().getByText('No contact in Odoo fits “abcd”; 1 more among the saved copies'),
      ).toBeTruthy(),
    );
    answer({ cached: true, total: 41 });
    await ask(view, 'abcde');
    await waitFor(() =>
      expect(view.contact().getByText('41 saved copies; Odoo does not answer')).toBeTruthy(),
    );
  });

  it('says by what each was found, where that is not the name', async () => {
    const telegram = { kind: 'telegram', value: 'ana_r' } as const;
    const contact = person('c-9', 'Nobody Named', {
      identifiers: [telegram],
      fields: { company: 'Atelier Vauban', city: 'Paris', owner: 'Paula Duarte' },
    });
    const view = showView(state);
    const line = async (query: string, why: FoundBy) => {
      view.link.answer('contact.search', () => ({
        ok: true,
        contacts: [contact],
        why: { [contact.id]: why },
      }));
      await ask(view, query);
      await waitFor(() => expect(view.search().value).toBe(query));
      await vi.advanceTimersByTimeAsync(1);
      return screen.getByRole('option').querySelector('.facts')?.textContent;
    };
    expect(await line('a', { by: 'name' })).toBe('Atelier Vauban, Paris');
    expect(await line('ab', { by: 'name', mistyped: true })).toBe('Similar spelling · Atelier Vauban, Paris');
    expect(await line('abc', { by: 'field', key: 'company' })).toBe('Atelier Vauban, Paris');
    expect(await line('abd', { by: 'field', key: 'owner' })).toBe('Owner: Paula Duarte');
    expect(await line('abe', { by: 'identifier', identifier: telegram })).toBe('Telegram ID: ana_r');
    expect(await line('abf', { by: 'elsewhere' })).toBe('Another field in Odoo');
    expect(await line('abg', { by: 'name', mistyped: true, copy: true })).toBe(
      'Similar spelling · Saved copy · Atelier Vauban, Paris',
    );
  });

  it('takes what was searched for over into a new contact', async () => {
    const view = showView(states['03-matched-reduced'], { found: [] });
    await ask(view, 'Nadia B');
    fireEvent.click(await screen.findByRole('button', { name: /New contact.*Nadia B/ }));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Nadia B'));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(view.heading()).toBe('Élodie Marchand'));
  });

  it('finds digits through the spaces of a number', async () => {
    const contact = person('c-9', 'Nobody Named', {
      identifiers: [{ kind: 'phone', value: '+33199004217' }],
    });
    const view = showView(state, { found: [contact] });
    await ask(view, '990042');
    await waitFor(() =>
      expect(screen.getByRole('listbox').querySelector('mark')?.textContent).toBe('99 00 42'),
    );
  });

  it('opens a contact to look at when nothing is live, with every section, and the way back', async () => {
    const view = showView(states['01-idle'], { found });
    view.link.answer('contact.get', () => ({ ok: true, contact: { ...elodie, version: '7' } }));
    await ask(view, 'elo');
    await waitFor(() => expect(names()).toHaveLength(7));
    fireEvent.click(list().getAllByRole('option')[1]!);
    await waitFor(() => expect(view.heading()).toBe('Élodie Marchand'));
    expect(view.sent('contact.choose')).toEqual([]);
    expect(screen.getByRole('heading', { level: 2, name: 'Service contract' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Invoices' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(view.heading()).toBe('Recent contacts'));
  });

  it('lets results leave the screen at sign-out', async () => {
    const view = showView(states['01-idle'], { found });
    await ask(view, 'mar');
    await waitFor(() => expect(names()).toHaveLength(7));
    view.link.set({ ...states['01-idle'], connections: [signedOut()], recent: [] });
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(view.container.textContent).not.toContain('Marta');
  });
});
