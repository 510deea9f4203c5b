import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactRef } from '../../lib/domain/contact/contact-ref.ts';
import type { Connection } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { ready, signedOut, viewState } from '../fixtures/live.ts';
import { fixtureCrm } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const signedIn = (owner: string, state: ViewState = states['06-unmatched']): ViewState => ({
  ...state,
  connections: [{ ...ready(), owner } as Connection],
});
const left: ViewState = { ...states['06-unmatched'], connections: [signedOut({ at: 1 })] };
const name = () =>
  within(screen.getByRole('form', { name: 'New contact' })).getByLabelText<HTMLInputElement>(/^Name/);

describe('what one agent typed', () => {
  it.each([
    ['signed out in between', [left, signedIn('ben')]],
    ['at once, as after a lost connection', [signedIn('ben')]],
  ])('is not there for the next one: %s', async (_, steps) => {
    const view = showView(signedIn('ana'));
    fireEvent.input(name(), { target: { value: 'Typed by Ana' } });
    for (const state of steps) view.link.set(state);
    await vi.advanceTimersByTimeAsync(500);
    await waitFor(() => expect(name().value).toBe('Marta Oliveira'));
    expect(view.container.textContent).not.toContain('Typed by Ana');
    // What waited to be kept is kept for them, and not in the name of another.
    const kept = view.link.sent.flatMap(({ type }, index) =>
      type === 'draft.save' ? [view.link.owners[index]] : [],
    );
    expect(kept).toEqual([{ [fixtureCrm]: 'ana' }]);
  });

  it('comes back with its agent, from where it was kept', async () => {
    const view = showView(signedIn('ana'));
    fireEvent.input(name(), { target: { value: 'Typed by Ana' } });
    view.link.set(left);
    await waitFor(() => expect(screen.queryByRole('form', { name: 'New contact' })).toBeNull());
    const [interaction] = states['06-unmatched'].interactions;
    const kept = {
      ...interaction!,
      drafts: { [contactRef(fixtureCrm, 'new-contact')]: { name: 'Typed by Ana' } },
    };
    view.link.set(signedIn('ana', { ...states['06-unmatched'], interactions: [kept] }));
    await waitFor(() => expect(name().value).toBe('Typed by Ana'));
  });

  it('stays when the CRM says who has been signed in all along', async () => {
    const { agent: _, ...nameless } = ready() as Extract<Connection, { status: 'ready' }>;
    const view = showView({ ...states['06-unmatched'], connections: [{ ...nameless, owner: 'sign-in' }] });
    fireEvent.input(name(), { target: { value: 'Typed by Ana' } });
    view.link.set(signedIn('ana'));
    await vi.advanceTimersByTimeAsync(0);
    expect(name().value).toBe('Typed by Ana');
  });
});

describe('a write of no interaction that was not saved', () => {
  const { writes } = states['09-not-saved-loose'];

  it('is in sight with nothing live, and whoever is in front', () => {
    for (const state of [
      states['09-not-saved-loose'],
      viewState(states['03-matched-reduced'].interactions, { writes }),
    ]) {
      showView(state);
      const region = within(screen.getByRole('region', { name: 'Not saved' }));
      expect(region.getByText('New contact Marta Oliveira')).toBeTruthy();
      expect(screen.getByText('Not saved', { selector: 'footer *' })).toBeTruthy();
      cleanup();
    }
  });

  it('says whose it is, since nobody else on screen does', () => {
    showView(states['09-not-saved-loose']);
    const items = within(screen.getByRole('region', { name: 'Not saved' })).getAllByRole('listitem');
    expect(items[1]?.textContent).toContain('Not saved: Change of Job title, for Élodie Marchand. ');
  });

  it('is tried again and given up without an interaction', () => {
    const view = showView(states['09-not-saved-loose']);
    const region = within(screen.getByRole('region', { name: 'Not saved' }));
    fireEvent.click(region.getAllByRole('button', { name: 'Try again' })[0]!);
    fireEvent.click(region.getAllByRole('button', { name: 'Give up' })[0]!);
    expect(view.sent('write.retry')).toEqual([{ type: 'write.retry', key: null, writeId: 'w-2' }]);
    expect(view.sent('write.discard')).toEqual([{ type: 'write.discard', key: null, writeId: 'w-2' }]);
  });
});
