import { render, screen, within } from '@testing-library/preact';
import { h } from 'preact';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { fixtureNow } from '../fixtures/people.ts';
import { createStillLink } from '../fixtures/still-link.ts';
import { ContactView } from '../view/ContactView.tsx';
import type { ViewActions } from '../view/state/view-context.ts';

/** Draws a state and gives a test what it needs: the link, and the parts by the names that people find them by. */
export function showView(state: ViewState, options: { found?: Contact[]; actions?: ViewActions } = {}) {
  const link = createStillLink(state, options.found);
  const clock = () => fixtureNow;
  const { actions } = options;
  const view = render(h(ContactView, { link, surface: 'panel', clock, ...(actions && { actions }) }));
  return {
    ...view,
    link,
    contact: () => within(screen.getByRole('region', { name: 'Contact' })),
    interactions: () => within(screen.getByRole('region', { name: 'Interactions' })),
    search: () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search contacts' }),
    /** What is told of the one in front, and of those that ring behind it. */
    status: () => within(screen.getByRole('region', { name: 'Contact' })).getByRole('status').textContent,
    ringing: () =>
      within(screen.getByRole('region', { name: 'Interactions' })).getByRole('status').textContent,
    /** What the foot tells of what was just done. */
    said: () => within(screen.getByRole('contentinfo')).getByRole('status').textContent,
    heading: () => screen.getByRole('heading', { level: 1 }).textContent,
    /** The second line of the why bar. */
    note: () => view.container.querySelector('.why .note')?.textContent,
    /** Commands of one type, as they were sent. */
    sent: (type: string) => link.sent.filter((command) => command.type === type),
  };
}
