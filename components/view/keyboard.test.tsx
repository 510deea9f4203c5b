import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewState } from '../fixtures/live.ts';
import { states } from '../fixtures/states.ts';
import { setSingleKeys, singleKeys } from '../parts/single-keys.ts';
import { showView } from '../testing/show-view-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const press = (key: string, more: KeyboardEventInit & { target?: Element } = {}) => {
  const { target = document.body, ...init } = more;
  fireEvent.keyDown(target, { key, ...init });
};
const ambiguous = states['05-ambiguous'];
const idle = states['01-idle'];

describe('keys', () => {
  it('1 to 9 choose the candidate with that number, and no other', () => {
    const view = showView(ambiguous);
    press('5');
    expect(view.sent('contact.choose')).toEqual([]);
    press('3');
    expect(view.sent('contact.choose')).toMatchObject([{ contactId: 'odoo:c-203', key: ambiguous.front }]);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }, { repeat: true }])(
    'do nothing with %j',
    (modifier) => {
      const view = showView(ambiguous);
      press('1', modifier);
      expect(view.sent('contact.choose')).toEqual([]);
    },
  );

  it('do nothing where the agent has switched them off, but Esc', async () => {
    setSingleKeys(false);
    try {
      const view = showView(ambiguous);
      press('1');
      press('?');
      expect(view.sent('contact.choose')).toEqual([]);
      expect(screen.queryByRole('dialog')).toBeNull();
      fireEvent.click(screen.getByRole('button', { name: 'More' }));
      await waitFor(() => expect(screen.getByRole('dialog')).toBeTruthy());
      expect(screen.queryByText('Choose a matching contact')).toBeNull();
      press('Escape');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    } finally {
      setSingleKeys(true);
    }
  });

  it('are switched off and on in the list of keys, and stay so', async () => {
    showView(ambiguous);
    press('?');
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Single keys do something' });
    fireEvent.click(box);
    expect(localStorage.getItem('single-keys')).toBe('off');
    expect(singleKeys.value).toBe(false);
    fireEvent.click(box);
    expect(localStorage.getItem('single-keys')).toBeNull();
  });

  it.each([
    ['Cyrillic', 'т', 'KeyN'],
    ['Greek', 'ν', 'KeyN'],
    ['Hebrew', 'מ', 'KeyN'],
    ['Arabic', 'ى', 'KeyN'],
  ])('are found by their place on a %s keyboard', (_, key, code) => {
    const view = showView(states['03-matched-reduced']);
    press(key, { code });
    expect(view.sent('contact.reject')).toHaveLength(1);
  });

  it('of digits are found where a keyboard has signs, and where it has digits of its own', () => {
    const view = showView(ambiguous);
    press('&', { code: 'Digit1' });
    press('٢', { code: 'Digit2' });
    expect(view.sent('contact.choose')).toHaveLength(2);
  });

  it.each([
    ['a letter that means something else', 'b', 'KeyN'],
    ['a sign where a letter is elsewhere', ';', 'KeyP'],
    ['a key without a sign', 'F5', 'KeyN'],
  ])('are not taken by their place alone: %s', (_, key, code) => {
    const view = showView(states['03-matched-reduced']);
    press(key, { code });
    expect(view.sent('contact.reject')).toEqual([]);
    expect(view.sent('interaction.pin')).toEqual([]);
  });

  it('go to the next and the previous interaction, round and round', () => {
    const state = states['04-many'];
    const view = showView(state);
    const keys = state.interactions.map(({ key }) => key);
    const at = keys.indexOf(state.front ?? '');
    press('.');
    press(',');
    expect(view.sent('interaction.show')).toMatchObject([
      { key: keys.at((at + 1) % keys.length) },
      { key: keys.at(at - 1) },
    ]);
  });

  it('of the whole browser stand in the list as they are now', async () => {
    const keyBindings = async () => [
      { name: 'next-interaction' as const, keys: 'Alt+Period' },
      { name: 'not-this-person' as const, keys: '' },
    ];
    showView(ambiguous, { actions: { keyBindings } });
    press('?');
    await waitFor(() => expect(screen.getByText('Alt+Period')).toBeTruthy());
    expect(screen.getByText('Next interaction')).toBeTruthy();
  });

  it('do nothing while the agent types', () => {
    const view = showView(states['06-unmatched']);
    const name = screen.getByLabelText(/^Name/);
    press('n', { target: name });
    press('s', { target: name });
    expect(view.sent('contact.search')).toEqual([]);
    expect(view.search().value).toBe('');
  });

  it('are not taken for 600 ms after another interaction came to the front by itself', async () => {
    const view = showView(idle);
    view.link.set(ambiguous);
    await waitFor(() => expect(screen.getByRole('list', { name: 'Matching contacts' })).toBeTruthy());
    press('1');
    await vi.advanceTimersByTimeAsync(599);
    press('1');
    expect(view.sent('contact.choose')).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    press('1');
    expect(view.sent('contact.choose')).toHaveLength(1);
  });

  it('are taken at once after the agent went there', async () => {
    const [first] = states['03-matched-reduced'].interactions;
    const [second] = ambiguous.interactions;
    const both = [first!, second!];
    const view = showView(viewState(both));
    fireEvent.click(view.interactions().getByRole('button', { name: /7946/ }));
    view.link.set(viewState(both, { front: second!.key }));
    await waitFor(() => expect(screen.getByRole('list', { name: 'Matching contacts' })).toBeTruthy());
    press('1');
    expect(view.sent('contact.choose')).toHaveLength(1);
  });

  it('N says not this person, writes nothing and opens the search', () => {
    const view = showView(states['03-matched-reduced']);
    press('n');
    expect(view.sent('contact.reject')).toMatchObject([{ contactId: 'odoo:c-102' }]);
    expect(document.activeElement).toBe(view.search());
  });

  it('N does nothing where no contact is on screen', () => {
    const view = showView(ambiguous);
    press('n');
    expect(view.link.sent).toEqual([]);
  });

  it('/ goes to the search, S searches for the caller’s name, C opens the form', async () => {
    const view = showView(states['06-unmatched']);
    press('s');
    expect(view.search().value).toBe('Marta Oliveira');
    await vi.advanceTimersByTimeAsync(121);
    expect(view.sent('contact.search')).toEqual([
      { type: 'contact.search', crm: 'odoo', query: 'Marta Oliveira' },
    ]);
    cleanup();
    const withheld = showView(states['10-withheld']);
    press('/');
    expect(document.activeElement).toBe(withheld.search());
    press('c');
    await waitFor(() => expect(screen.getByRole('form', { name: 'New contact' })).toBeTruthy());
  });

  it('P pins, ? lists the keys, Esc closes the list and gives the focus back', async () => {
    const view = showView(states['03-matched-reduced']);
    press('p');
    expect(view.sent('interaction.pin')).toMatchObject([{ pinned: true }]);
    press('?', { shiftKey: true });
    await waitFor(() => expect(screen.getByRole('dialog', { name: 'More' })).toBeTruthy());
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the focus', () => {
  it('goes to the heading of the contact when what had it is gone', async () => {
    const view = showView(ambiguous);
    screen.getAllByRole('button', { name: /Okafor/ })[0]?.focus();
    view.link.set(states['03-matched-reduced']);
    await waitFor(() => expect(view.heading()).toBe('Élodie Marchand'));
    expect(document.activeElement?.textContent).toBe('Élodie Marchand');
  });

  it('is never taken from a field being typed in', async () => {
    const state = states['06-unmatched'];
    const view = showView(state);
    const name = screen.getByLabelText<HTMLInputElement>(/^Name/);
    name.focus();
    fireEvent.input(name, { target: { value: 'Marta O' } });
    const [interaction] = state.interactions;
    const ringing = states['02-resolving'].interactions[0]!;
    view.link.set({
      ...state,
      interactions: [{ ...interaction!, drafts: { 'new-contact': { name: 'older' } } }, ringing],
    });
    await waitFor(() => expect(view.interactions().getByText(/Ringing/)).toBeTruthy());
    expect(document.activeElement).toBe(name);
    expect(name.value).toBe('Marta O');
  });
});
