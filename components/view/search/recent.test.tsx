import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import { grace } from '../../fixtures/people.ts';
import { states } from '../../fixtures/states.ts';
import { showView } from '../../testing/show-view-for-tests.ts';

afterEach(cleanup);

describe('before anything is typed', () => {
  const recent = states['01-idle'].recent;
  const during: ViewState = { ...states['06-unmatched'], recent };
  const shown = () =>
    within(screen.getByRole('listbox', { name: 'Recent contacts' }))
      .getAllByRole('option')
      .map((option) => option.querySelector('b')?.textContent);

  it('the contacts of the last interactions are at hand, none of them chosen by a slip', () => {
    const view = showView(during);
    expect(recent.length).toBeGreaterThan(1);
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(view.search());
    expect(shown()).toEqual(recent.map(({ contact }) => contact.name));
    fireEvent.keyDown(view.search(), { key: 'Enter' });
    expect(view.sent('contact.choose')).toEqual([]);
    fireEvent.keyDown(view.search(), { key: 'ArrowDown' });
    fireEvent.keyDown(view.search(), { key: 'ArrowDown' });
    fireEvent.keyDown(view.search(), { key: 'Enter' });
    expect(view.sent('contact.choose')).toMatchObject([{ contactId: recent[1]?.contact.id }]);
    expect(view.sent('contact.search')).toEqual([]);
  });

  it('they come by a click and by the arrows, not with the focus alone, and Esc goes back', () => {
    const view = showView(during);
    const before = view.heading();
    fireEvent.focus(view.search());
    expect(view.heading()).toBe(before);
    fireEvent.keyDown(view.search(), { key: 'ArrowUp' });
    expect(screen.getAllByRole('option').at(-1)?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(view.search(), { key: 'Escape' });
    expect(view.heading()).toBe(before);
    fireEvent.click(view.search());
    expect(shown()).toHaveLength(recent.length);
  });

  it('they are gone with the first letter, and nobody is offered of a CRM that is not asked', async () => {
    const view = showView(during, { found: [grace] });
    view.link.answer('contact.search', () => new Promise(() => {}));
    fireEvent.click(view.search());
    fireEvent.input(view.search(), { target: { value: 'g' } });
    expect(screen.queryAllByRole('option')).toEqual([]);
    cleanup();
    const others = recent.map((one) => ({ ...one, contact: { ...one.contact, id: 'other:1' } }));
    const second = showView({ ...during, recent: others });
    fireEvent.click(second.search());
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
