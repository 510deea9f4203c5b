import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LiveInteraction } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { ContactCard } from '../card/ContactCard.tsx';
import { live, matched, viewState } from '../fixtures/live.ts';
import { elodie, grace, phone, samuel } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { createStillLink } from '../fixtures/still-link.ts';
import { showView } from '../testing/show-view-for-tests.ts';
import { identifierText } from '../words/identifier-words.ts';
import { shownResolution } from './state/shown-resolution.ts';

afterEach(cleanup);

const paris = phone('+33199004217');
const london = phone('+442079460123');
const call = (more: Parameters<typeof live>[1]): LiveInteraction =>
  live('call-1', { identifier: paris, ...more });

it('draws who was found by another reading of what the host told', () => {
  const told = call({
    identifier: { ...paris, readings: [london.value] },
    resolution: matched(grace, london),
  });
  expect(shownResolution(told).status).toBe('matched');
});

describe('a contact is drawn for its own interaction only', () => {
  const wrong: [string, LiveInteraction][] = [
    ['a match by the identifier of a previous caller', call({ resolution: matched(grace, london) })],
    [
      'a match by identifier for a call that has none',
      live('call-1', { resolution: matched(grace, london) }),
    ],
    [
      'a match whose reason names no identifier',
      call({ resolution: matched(grace, paris, { reason: { by: 'client-id' } }) }),
    ],
    [
      'a match by a reading that the caller’s text no longer has',
      call({ identifier: { ...paris, readings: ['+34199004217'] }, resolution: matched(grace, london) }),
    ],
    [
      'candidates for a text that might have been more numbers',
      call({
        resolution: {
          status: 'ambiguous',
          candidates: [grace, elodie],
          identifier: { ...paris, readings: [london.value] },
          freshness: { from: 'crm', at: 0 },
        },
      }),
    ],
    ['a contact the agent said no to', call({ rejected: [elodie.id], resolution: matched(elodie, paris) })],
    [
      'a ContactID the host did not name',
      call({
        facts: { contactId: 'other' },
        resolution: matched(elodie, paris, { reason: { by: 'contact-id' } }),
      }),
    ],
    [
      'candidates of another number',
      call({
        resolution: {
          status: 'ambiguous',
          candidates: [grace, elodie],
          identifier: london,
          freshness: { from: 'crm', at: 0 },
        },
      }),
    ],
    [
      'a saved copy of another number',
      call({
        resolution: {
          status: 'failed',
          error: { code: 'timeout' },
          attempt: 1,
          stale: {
            contact: grace,
            reason: { by: 'client-id', identifier: london },
            freshness: { from: 'cache', at: 0 },
          },
        },
      }),
    ],
  ];

  it.each(wrong)('not %s', (_, interaction) => {
    const view = showView(viewState([interaction]));
    const link = createStillLink(viewState([interaction]));
    const card = render(<ContactCard link={link} onHide={() => {}} onOpen={() => {}} />);
    for (const text of [view.container.textContent, card.container.textContent]) {
      expect(text).not.toContain('Grace');
      expect(text).not.toContain('Élodie');
    }
  });

  it('but the one the host named, followed through a merge, and the agent’s own choice', () => {
    const named = call({
      facts: { contactId: 'old' },
      resolution: matched(elodie, paris, { reason: { by: 'contact-id', mergedFrom: 'old' } }),
    });
    expect(shownResolution(named).status).toBe('matched');
    const chosen = call({
      rejected: [elodie.id],
      resolution: matched(elodie, paris, { reason: { by: 'chosen' } }),
    });
    expect(shownResolution(chosen).status).toBe('matched');
  });

  it('and no question to assign another call’s number', () => {
    const interaction = call({
      resolution: matched(samuel, paris, {
        reason: { by: 'chosen' },
        assignment: { status: 'offered', identifier: london, owners: [grace] },
      }),
    });
    showView(viewState([interaction]));
    expect(screen.queryByRole('group', { name: 'Assign client ID' })).toBeNull();
  });
});

describe('when another interaction comes to the front', () => {
  const first = live('call-1', { identifier: paris, resolution: matched(elodie, paris) });
  const second = live('call-2', { identifier: london, resolution: matched(grace, london) });

  it('nothing of the last contact stays anywhere on screen, the live region included', async () => {
    const view = showView(viewState([first, second]));
    expect(view.status()).toContain('Élodie');
    view.link.set(viewState([first, second], { front: second.key }));
    await waitFor(() => expect(view.heading()).toBe('Grace Okafor'));
    expect(screen.getByRole('region', { name: 'Contact' }).textContent).not.toContain('Élodie');
  });

  it('each match is announced once, also on the way back', async () => {
    const view = showView(viewState([first, second]));
    view.link.set(viewState([first, second], { front: second.key }));
    await waitFor(() => expect(view.status()).toBe('Grace Okafor. Phone matched exactly.'));
    view.link.set(viewState([first, second], { front: first.key }));
    await waitFor(() => expect(view.heading()).toBe('Élodie Marchand'));
    expect(view.status()).toBe('');
  });

  it('a result of the search begun for one is not chosen for the other', async () => {
    const view = showView(viewState([first, second]), { found: [samuel] });
    fireEvent.input(view.search(), { target: { value: 'sam' } });
    await screen.findByRole('option');
    view.link.set(viewState([first, second], { front: second.key }));
    await waitFor(() => expect(view.heading()).toBe('Grace Okafor'));
    expect(view.search().value).toBe('');
    expect(screen.queryByRole('option')).toBeNull();
    fireEvent.keyDown(view.search(), { key: 'Enter' });
    expect(view.sent('contact.choose')).toEqual([]);
    view.link.set(viewState([first, second], { front: first.key }));
    fireEvent.click(await screen.findByRole('option'));
    expect(view.sent('contact.choose')).toEqual([
      { type: 'contact.choose', key: first.key, contactId: samuel.id },
    ]);
  });
});

describe('whose fields are shown', () => {
  const drawn = Object.entries(states).filter(
    ([name, { interactions }]) =>
      !/^(01-idle|11a)/.test(name) && !name.startsWith('02') && interactions.length > 0,
  ) as [string, ViewState][];

  it.each(drawn)('is said by the one heading that stays: %s', (_, state) => {
    const view = showView(state);
    const { key, resolution, identifier } = state.interactions[0]!;
    const stale = resolution.status === 'failed' ? resolution.stale : undefined;
    const contact = resolution.status === 'matched' ? resolution.contact : stale?.contact;
    const nobody = resolution.status === 'no-number' ? 'No number was given' : 'Number withheld';
    const whole = contact?.name ?? (identifier ? identifierText(identifier) : nobody);
    expect(state.front).toBe(key);
    const named = view.container.querySelector('[aria-label="Contact"] > .named > h1');
    expect(named?.getAttribute('title')).toBe(
      state.connections[0]?.status === 'ready' ? whole : identifierText(identifier!),
    );
    expect(view.container.querySelectorAll('h1')).toHaveLength(1);
  });

  it('is said over the form of a new contact too', async () => {
    const view = showView(viewState([call({ resolution: matched(elodie, paris) })]));
    fireEvent.keyDown(document.body, { key: 'c' });
    await waitFor(() => expect(view.heading()).toBe('New contact'));
    const named = view.container.querySelector('.named');
    expect(named?.textContent).toContain('+33 1 99 00 42 17');
    fireEvent.input(screen.getByLabelText(/^Name/), { target: { value: 'Nora New' } });
    await waitFor(() => expect(named?.textContent).toContain('Nora New'));
  });

  describe('and reading begins at the top', () => {
    const scrolled = () => {
      const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
      return () => scrollTo.mock.calls.length;
    };
    const first = live('call-1', { identifier: paris, resolution: matched(elodie, paris) });
    const second = live('call-2', { identifier: london, resolution: matched(grace, london) });
    const both = (front: LiveInteraction, one = first) => viewState([one, second], { front: front.key });
    afterEach(() => vi.restoreAllMocks());

    it('when another interaction comes to the front', async () => {
      const view = showView(both(first));
      const times = scrolled();
      view.link.set(both(second));
      await waitFor(() => expect(view.heading()).toBe('Grace Okafor'));
      expect(times()).toBe(1);
    });

    it('when the same interaction is of somebody else', async () => {
      const view = showView(both(first));
      const times = scrolled();
      view.link.set(both(first, { ...first, resolution: matched(samuel, paris) }));
      await waitFor(() => expect(view.heading()).toBe('Samuel Okafor'));
      expect(times()).toBe(1);
    });

    it('when a search or a form takes the place of the contact, and when it is gone', async () => {
      const view = showView(both(first), { found: [samuel] });
      const times = scrolled();
      fireEvent.input(view.search(), { target: { value: 'sam' } });
      await screen.findByRole('option');
      fireEvent.keyDown(view.search(), { key: 'Escape' });
      await waitFor(() => expect(view.heading()).toBe('Élodie Marchand'));
      fireEvent.keyDown(document.body, { key: 'c' });
      await waitFor(() => expect(view.heading()).toBe('New contact'));
      expect(times()).toBe(3);
    });

    it('but not when the same person was read anew, or another call rings behind', async () => {
      const view = showView(viewState([first]));
      const times = scrolled();
      const newer = { ...elodie, fields: { ...elodie.fields, jobTitle: 'Director' } };
      view.link.set(both(first, { ...first, resolution: matched(newer, paris) }));
      await waitFor(() => expect(view.interactions().getAllByRole('button')).toHaveLength(2));
      expect(times()).toBe(0);
    });
  });
});

describe('what a CRM or a host writes', () => {
  it('is text and nothing else', () => {
    const hostile = '<img src=x onerror=alert(1)>\u202E';
    const number = phone('+33199004217');
    const contact = {
      ...elodie,
      name: hostile,
      fields: { ...elodie.fields, website: 'javascript:alert(1)', note: hostile },
    };
    const view = showView(
      viewState([live('x', { identifier: number, mode: 'full', resolution: matched(contact, number) })]),
    );
    expect(view.container.querySelector('img')).toBeNull();
    expect(view.heading()).toBe('<img src=x onerror=alert(1)>');
    for (const link of view.container.querySelectorAll('a'))
      expect(link.getAttribute('href')).toMatch(/^(https:|tel:|mailto:)/);
  });
});

describe('the card', () => {
  it('shows who and why, and sends nothing', () => {
    const state = states['03-matched-reduced'];
    const link = createStillLink(state);
    let [hidden, opened] = [0, 0];
    render(<ContactCard link={link} onHide={() => hidden++} onOpen={() => opened++} />);
    expect(screen.getByRole('region', { name: 'Contact' }).textContent).toContain(
      'Phone matched exactly · Odoo',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Hide the card' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open panel' }));
    expect([hidden, opened, link.sent.length]).toEqual([1, 1, 0]);
  });

  it('draws nothing for an interaction that is gone', () => {
    const { container } = render(
      <ContactCard
        link={createStillLink(states['03-matched-reduced'])}
        interactionKey="gone"
        onHide={() => {}}
        onOpen={() => {}}
      />,
    );
    expect(container.textContent).toBe('');
  });
});
