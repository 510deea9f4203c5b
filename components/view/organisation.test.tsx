import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

afterEach(cleanup);

const why = (view: ReturnType<typeof showView>) => view.container.querySelector('.why b')?.textContent;

describe('a call from the number of an organisation', () => {
  it('offers its people under its name, and itself behind them; nobody is said to have the number', () => {
    const view = showView(states['18-organisation']);
    expect(why(view)).toBe('\u2068Atelier Vauban\u2069 has this number');
    expect(view.heading()).not.toContain('Renard');
    const list = within(screen.getByRole('list', { name: 'Matching contacts' }));
    const lines = list.getAllByRole('listitem').map((item) => item.textContent);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Number of Atelier Vauban · 3 people');
    for (const line of lines.slice(1)) expect(line).not.toContain('Number of');
    expect(lines[3]).toContain('Atelier Vauban');
    expect(lines[3]).toContain('Company');
    expect(view.container.textContent).not.toContain('matched');
  });

  it('chooses one of them by its key', () => {
    const view = showView(states['18-organisation']);
    fireEvent.keyDown(document.body, { key: '2' });
    expect(view.sent('contact.choose')).toMatchObject([{ contactId: 'odoo:c-602' }]);
  });

  it('shows an organisation in which there is nobody, and lets nobody write it', () => {
    const view = showView(states['18-organisation-alone']);
    expect(view.heading()).toBe('Atelier Vauban');
    expect(why(view)).toContain('Phone matched');
    expect(view.container.querySelectorAll('[data-edit]')).toHaveLength(0);
    expect(screen.queryByRole('button', { name: /Not this person/ })).toBeTruthy();
  });
});
