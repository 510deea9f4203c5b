import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOfRef } from '../../lib/domain/contact/contact-ref.ts';
import type { Connection, Resolution } from '../../lib/domain/interaction/live.ts';
import { live, matched, ready, signedOut, viewState } from '../fixtures/live.ts';
import { elodie, fixtureNow, grace, person, phone } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });

describe('the view', () => {
  it.each(Object.entries(states))(
    'has both regions with one status each, one in the foot, and the search box in %s',
    (_, state) => {
      showView(state);
      for (const name of ['Contact', 'Interactions']) {
        const region = screen.getByRole('region', { name });
        expect(within(region).getAllByRole('status')).toHaveLength(1);
      }
      expect(screen.getByRole('searchbox', { name: 'Search contacts' })).toBeTruthy();
      expect(within(screen.getByRole('contentinfo')).getAllByRole('status')).toHaveLength(1);
      expect(screen.getAllByRole('status')).toHaveLength(3);
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    },
  );

  it('lists recent contacts when nothing is live', () => {
    const view = showView(states['01-idle']);
    expect(view.interactions().getByText('No live interaction')).toBeTruthy();
    expect(view.interactions().getByText('Desk and Odoo connected')).toBeTruthy();
    expect(view.contact().getAllByRole('listitem')).toHaveLength(6);
    expect(button('New contact')).toBeTruthy();
  });

  it('says that a host cannot be read, and what to do', () => {
    const { contact } = showView(states['01-idle-unreadable']);
    expect(contact().getByText('Ringside cannot read Desk')).toBeTruthy();
    expect(contact().getByText(/Sign in there, or reload its page/)).toBeTruthy();
    cleanup();
    const calm = showView(states['01-idle']);
    expect(calm.contact().queryByText(/cannot read|was open before/)).toBeNull();
  });

  it('writes the number, never a name, while it is looking', () => {
    const view = showView(states['02-resolving']);
    expect(view.heading()).toBe('+33 1 99 00 42 17');
    expect(view.contact().getByText('Looking in Odoo')).toBeTruthy();
    expect(view.contact().getByText('France')).toBeTruthy();
    expect(view.status()).toBe('');
  });

  it('shows who, from where and why, and says it once', () => {
    const view = showView(states['03-matched-reduced']);
    expect(view.heading()).toBe('Élodie Marchand');
    expect(view.status()).toBe('Élodie Marchand. Phone matched exactly.');
    expect(view.note()).toBe('Odoo · 2 min ago');
    expect(view.contact().getByText('was Comfort')).toBeTruthy();
    expect(view.contact().getByText('this call')).toBeTruthy();
    expect(view.contact().getByText('+33 1 99 00 42 17').closest('a')?.getAttribute('href')).toBe(
      'tel:+33199004217',
    );
    expect(screen.queryByRole('heading', { level: 2, name: 'Service contract' })).toBeNull();
  });

  it('shows the sections of this campaign and no other in the full view', () => {
    const { interactions, contact } = showView(states['04-matched-full']);
    expect(contact().getByRole('heading', { level: 2, name: 'Service contract' })).toBeTruthy();
    expect(contact().getByTitle('Field service only')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 2, name: 'Invoices' })).toBeNull();
    expect(interactions().getByRole('button', { name: /Held 01:24/ })).toBeTruthy();
  });

  it('follows a transfer to another campaign at once', async () => {
    const state = states['04-matched-full'];
    const view = showView(state);
    const [first, ...rest] = state.interactions;
    const moved = { ...first!, facts: { ...first!.facts, campaign: { id: 'billing', name: 'Billing' } } };
    view.link.set({ ...state, interactions: [moved, ...rest] });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'Invoices' })).toBeTruthy());
    expect(screen.queryByRole('heading', { level: 2, name: 'Service contract' })).toBeNull();
  });

  it('toggles the view by a command and not by itself', () => {
    const view = showView(states['03-matched-reduced']);
    fireEvent.click(button('Full view'));
    expect(view.sent('interaction.mode')).toEqual([
      {
        type: 'interaction.mode',
        key: view.link.sent.length ? states['03-matched-reduced'].front : '',
        mode: 'full',
      },
    ]);
    expect(button('Full view')).toBeTruthy();
  });

  it('lets the agent choose among several, with what tells them apart in full ink', () => {
    const view = showView(states['05-ambiguous']);
    const list = within(screen.getByRole('list', { name: 'Matching contacts' }));
    const rows = list.getAllByRole('button');
    expect(rows).toHaveLength(4);
    expect(rows[0]?.querySelector('em')?.textContent).toBe('Okafor Dental');
    expect(rows[2]?.textContent).toContain('no company');
    expect(view.status()).toBe('4 contacts have this number.');
    expect(view.sent('contact.choose')).toHaveLength(0);
    fireEvent.click(rows[1]!);
    expect(view.sent('contact.choose')).toEqual([
      { type: 'contact.choose', key: states['05-ambiguous'].front, contactId: 'odoo:c-202' },
    ]);
  });

  it('says that more have the number than there are to choose from', () => {
    const state = states['05-ambiguous'];
    const [one] = state.interactions;
    const resolution = { ...one!.resolution, more: true } as Resolution;
    const view = showView({ ...state, interactions: [{ ...one!, resolution }] });
    expect(view.status()).toBe('More than 4 contacts have this number.');
    expect(screen.getByText('Only 4 of them are shown. Search for the others by name.')).toBeTruthy();
    cleanup();
    showView(state);
    expect(screen.queryByText(/Only 4 of them/)).toBeNull();
  });

  it('offers a form with what the call says, and says so', () => {
    const view = showView(states['06-unmatched']);
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    expect(form.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Marta Oliveira');
    expect(form.getByLabelText<HTMLInputElement>(/^Phone/).value).toBe('+1 212 555 0142');
    expect(form.getAllByText('from the call')).toHaveLength(2);
    expect(view.status()).toBe('No contact has this number.');
    expect(view.contact().getByText('Search “', { exact: false })).toBeTruthy();
  });

  it('puts a WhatsApp id into a field of its own, and says that the ContactID is unknown', () => {
    const view = showView(states['06-unmatched-chat']);
    const form = within(screen.getByRole('form', { name: 'New contact' }));
    expect(form.getByLabelText<HTMLInputElement>(/^WhatsApp ID/).value).toBe('BR.55 1180 2247');
    expect(form.getAllByText('from the message')).toHaveLength(2);
    expect(view.note()).toBe('Odoo · just now · ContactID not in Odoo');
  });

  it('asks with the former owner, and sends the answer once with an id of its own', async () => {
    const view = showView(states['08a-assign']);
    const group = within(screen.getByRole('group', { name: 'Assign client ID' }));
    expect(group.getByText('Grace Okafor')).toBeTruthy();
    let finish: (() => void) | undefined;
    view.link.answer(
      'identifier.assign',
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ ok: false, error: { code: 'timeout' } });
        }),
    );
    fireEvent.click(group.getByRole('button', { name: 'Move it' }));
    fireEvent.click(group.getByRole('button', { name: 'Move it' }));
    fireEvent.click(group.getByRole('button', { name: 'Keep on both' }));
    expect(view.sent('identifier.assign')).toHaveLength(1);
    finish?.();
    fireEvent.click(await group.findByRole('button', { name: 'Try again' }));
    const [first, second] = view.sent('identifier.assign');
    expect(second).toEqual(first);
    expect(first).toMatchObject({ mode: 'move', contactId: 'odoo:c-203' });
  });

  it('asks simply where nobody has it', () => {
    const view = showView(states['08a-assign-nobody']);
    const group = within(screen.getByRole('group', { name: 'Assign client ID' }));
    expect(group.queryByRole('button', { name: 'Move it' })).toBeNull();
    fireEvent.click(group.getByRole('button', { name: 'Assign' }));
    expect(view.sent('identifier.assign')).toMatchObject([{ mode: 'add' }]);
    fireEvent.click(group.getByRole('button', { name: 'Not now' }));
    expect(view.sent('identifier.decline')).toHaveLength(1);
  });

  it('offers the undo of what was moved', () => {
    const view = showView(states['08b-assigned']);
    expect(view.contact().getByText('Moved from Grace Okafor')).toBeTruthy();
    fireEvent.click(button('Undo'));
    expect(view.sent('assignment.undo')).toMatchObject([{ assignmentId: 'a-1' }]);
  });

  it('marks a saved copy with its age and says what happens next', () => {
    const view = showView(states['09-failed']);
    expect(view.contact().getByText('Saved copy, 3 h old')).toBeTruthy();
    expect(screen.getByText('Odoo does not answer')).toBeTruthy();
    expect(screen.getByText('12 s')).toBeTruthy();
    expect(view.search().placeholder).toBe('Search saved copies');
    fireEvent.click(button('Try now'));
    expect(view.sent('resolve.again')).toHaveLength(1);
  });

  it('offers no way to ask a CRM before the time it named', () => {
    const state = states['09-failed'];
    const interactions = state.interactions.map((live) =>
      live.resolution.status === 'failed'
        ? {
            ...live,
            resolution: {
              ...live.resolution,
              error: { code: 'rate-limited' as const, retryAfterMs: 12_000 },
            },
          }
        : live,
    );
    showView({ ...state, interactions });
    expect(screen.getByText('12 s')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
  });

  it('has a plain message and two ways out without a copy', () => {
    showView(states['09-failed-no-copy']);
    expect(screen.getByText('Odoo does not allow this')).toBeTruthy();
    expect(screen.getByText('Search saved copies')).toBeTruthy();
    expect(button('New contact')).toBeTruthy();
  });

  it('offers a write that failed again, or to give it up', () => {
    const view = showView(states['09-not-saved']);
    expect(screen.getByText('Not saved')).toBeTruthy();
    fireEvent.click(button('Try again'));
    fireEvent.click(button('Give up'));
    expect(view.sent('write.retry')).toMatchObject([{ writeId: 'w-1' }]);
    expect(view.sent('write.discard')).toMatchObject([{ writeId: 'w-1' }]);
  });

  it('neither looks up nor offers to link a withheld number', () => {
    const view = showView(states['10-withheld']);
    expect(view.heading()).toBe('Number withheld');
    expect(screen.queryByRole('group', { name: 'Assign client ID' })).toBeNull();
    fireEvent.click(button('New contact'));
    expect(screen.getByRole('form', { name: 'New contact' })).toBeTruthy();
  });

  it('claims nothing of a caller whose number was not given, and still lets the agent search and create', () => {
    const view = showView(states['10-no-number']);
    expect(view.heading()).toBe('No number was given');
    expect(screen.getByText('Not looked up')).toBeTruthy();
    expect(screen.getByText('The host did not say who calls')).toBeTruthy();
    expect(screen.queryByText(/ithheld/)).toBeNull();
    expect(screen.getByText('No number was given.')).toBeTruthy();
    expect(view.interactions().getByText('No number')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Assign client ID' })).toBeNull();
    expect(button('Search contacts')).toBeTruthy();
    fireEvent.click(button('New contact'));
    const name = within(screen.getByRole('form', { name: 'New contact' })).getByLabelText<HTMLInputElement>(
      /^Name/,
    );
    expect(name.value).toBe('Marta Oliveira');
  });

  it('leads through the steps until a host and a CRM are there', () => {
    const allow = vi.fn();
    showView(states['11a-not-connected'], {
      actions: { allowHost: { origin: 'https://desk.example.com', allow } },
    });
    expect(screen.getByText('Step 2 of 3')).toBeTruthy();
    fireEvent.click(button('Allow on desk.example.com'));
    expect(allow).toHaveBeenCalledOnce();
  });

  describe('keeps the steps until the first call was shown', () => {
    const guide = (over = false) => {
      const firstRun = { isOver: () => over, end: vi.fn(() => (over = true)) };
      return { openOptions: vi.fn(), firstRun };
    };

    it('leads each button to its field', () => {
      const actions = guide();
      showView(states['11a-nothing-yet'], { actions });
      fireEvent.click(button('Connect a CRM'));
      cleanup();
      showView(states['11a-not-connected'], { actions });
      fireEvent.click(button('Connect a host'));
      cleanup();
      showView(states['11b-signed-out'], {
        actions: guide(true) && { ...actions, firstRun: guide(true).firstRun },
      });
      fireEvent.click(button('Sign in'));
      expect(actions.openOptions.mock.calls).toEqual([['crms'], ['hosts'], ['credential']]);
    });

    it('says of a refused key that it was refused, in its step, and of nothing that was deleted', () => {
      const actions = guide();
      const refused = viewState([], {
        connections: [signedOut({ crm: 'Companion CRM', at: fixtureNow })],
      });
      const view = showView(refused, { actions });
      expect(view.heading()).toBe('Three steps to the first pop');
      expect(screen.getByText('Companion CRM did not accept the key. It may be mistyped.')).toBeTruthy();
      fireEvent.click(button('Type the key again'));
      expect(actions.openOptions).toHaveBeenCalledWith('credential');
      cleanup();
      const call = live('call-1', { identifier: phone('+33199004217') });
      const during = showView({ ...refused, interactions: [call], front: call.key }, { actions });
      expect(during.container.textContent).toContain('the key was refused');
      expect(during.container.textContent).not.toMatch(/deleted|Nothing is lost/);
    });

    it('with a host that is not there too, and says what keeps its calls from being seen', () => {
      const actions = guide();
      const hosts = [
        { origin: 'https://a.example', label: 'Desk', status: 'reload', inbox: 'unknown' } as const,
      ];
      const view = showView(viewState([], { hosts }), { actions });
      expect(view.contact().getByText('Desk was open before Ringside')).toBeTruthy();
      expect(view.contact().getByText('Desk is connected.')).toBeTruthy();
      expect(screen.getByText('Step 3 of 3')).toBeTruthy();
      view.link.set(states['03-matched-reduced']);
      return waitFor(() => expect(actions.firstRun.end).toHaveBeenCalledOnce());
    });
  });

  it('takes a test call from a contact of the last ones, else from one that is found, and says where there is none', async () => {
    const takeTestCall = vi.fn();
    const firstRun = { isOver: () => false, end() {} };
    const hosts = states['01-idle'].hosts;
    const options = { actions: { takeTestCall, firstRun } };
    const found = showView(viewState([], { hosts }), {
      ...options,
      found: [person('c-1', 'No number'), grace],
    });
    expect(screen.getByText('Step 3 of 3')).toBeTruthy();
    fireEvent.click(button('Take a test call'));
    await waitFor(() => expect(takeTestCall).toHaveBeenCalledWith('+442079460123'));
    expect(found.sent('contact.search')).toHaveLength(1);
    cleanup();
    const nobody = showView(viewState([], { hosts }), options);
    fireEvent.click(button('Take a test call'));
    await waitFor(() => expect(nobody.said()).toMatch(/No contact with a phone number/));
    expect(takeTestCall).toHaveBeenCalledOnce();
  });

  it('loads a page anew that was open before, by a button', () => {
    const reloadHost = vi.fn();
    const host = { origin: 'https://a.example', label: 'Desk', status: 'reload', inbox: 'unknown' } as const;
    showView(viewState([], { hosts: [host] }), { actions: { reloadHost } });
    fireEvent.click(button('Reload'));
    expect(reloadHost).toHaveBeenCalledWith('https://a.example');
  });

  it('shows no contact while signed out, and what is kept', () => {
    const signIn = vi.fn();
    const view = showView(
      {
        ...states['03-matched-reduced'],
        connections: [signedOut({ agent: 'Noor de Wit' })],
      },
      { actions: { signIn } },
    );
    expect(view.container.textContent).not.toContain('Head of facilities');
    expect(view.heading()).toBe('+33 1 99 00 42 17');
    expect(view.search().disabled).toBe(true);
    fireEvent.click(button('Sign in'));
    expect(signIn).toHaveBeenCalledOnce();
    cleanup();
    showView(states['11b-signed-out']);
    expect(screen.getByText(/Nothing is lost\. Sign in again as Noor de Wit/)).toBeTruthy();
  });

  it('says of a CRM that is away that it is, on every interaction', () => {
    const state = states['05-ambiguous'];
    const away = { error: { code: 'unreachable' as const }, since: fixtureNow - 60_000 };
    const view = showView({ ...state, connections: [{ ...ready(), away } as Connection] });
    const late = within(screen.getByRole('region', { name: 'Needs attention' }));
    expect(late.getByText('Odoo does not answer')).toBeTruthy();
    fireEvent.click(late.getByRole('button', { name: 'Try now' }));
    expect(view.sent('resolve.again')).toHaveLength(1);
    view.link.set(state);
    return waitFor(() => expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull());
  });

  it('lets a finished interaction be removed', () => {
    const view = showView(states['12-finished']);
    expect(view.heading()).toBe('Élodie Marchand');
    fireEvent.click(button('Remove from the list'));
    expect(view.sent('interaction.dismiss')).toHaveLength(1);
  });

  it('says that the page of a call is gone, and until when it waits', () => {
    showView(states['13-host-gone']);
    expect(screen.getByText('The page of this call is gone')).toBeTruthy();
    expect(screen.getAllByText('42 s').length).toBeGreaterThan(0);
  });

  it('keeps what rings and the one in front in the rail, and lists the rest from the fourth on', async () => {
    const view = showView(states['04-many']);
    expect(view.interactions().getByRole('button', { name: /\+1 212 555 0142.*Ringing/ })).toBeTruthy();
    fireEvent.click(view.interactions().getByRole('button', { name: /\+3/ }));
    fireEvent.click(await screen.findByRole('button', { name: /Tomasz/ }));
    expect(view.sent('interaction.show')).toHaveLength(1);
    const state = states['04-many'];
    view.link.set({ ...state, front: state.interactions[4]!.key });
    await waitFor(() =>
      expect(view.interactions().getByRole('button', { current: true }).textContent).toContain('kwame'),
    );
  });

  it('says the reason in words for every way to a match', () => {
    const number = phone('+33199004217');
    const reasons = [
      [{ by: 'client-id', identifier: number, exact: false }, 'Phone matched'],
      [
        { by: 'client-id', identifier: number, exact: false, assumedCountry: 'IT' },
        'Phone matched, country assumed: Italy',
      ],
      [{ by: 'contact-id', contactIdFrom: 'header' }, 'ContactID from the host'],
      [{ by: 'created' }, 'Created by you'],
    ] as const;
    for (const [reason, words] of reasons) {
      const interaction = live('x', {
        identifier: number,
        facts: { contactId: idOfRef(elodie.id) },
        resolution: matched(elodie, number, { reason, freshness: { from: 'crm', at: fixtureNow } }),
      });
      const view = showView(viewState([interaction]));
      expect(view.contact().getByText(words)).toBeTruthy();
      cleanup();
    }
  });
});
