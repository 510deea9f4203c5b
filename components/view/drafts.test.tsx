import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { live, viewState } from '../fixtures/live.ts';
import { phone } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const state = states['06-unmatched'];
const key = state.front;
const form = () => within(screen.getByRole('form', { name: 'New contact' }));
const field = (label: RegExp) => form().getByLabelText<HTMLInputElement>(label);
const type = (label: RegExp, value: string) => fireEvent.input(field(label), { target: { value } });

describe('what the agent types', () => {
  it('is kept as a draft of its interaction soon after the last key', async () => {
    const view = showView(state);
    type(/^E-mail/, 'marta@');
    type(/^E-mail/, 'marta@casa.example.com');
    await vi.advanceTimersByTimeAsync(199);
    expect(view.sent('draft.save')).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(view.sent('draft.save')).toEqual([
      {
        type: 'draft.save',
        crm: 'odoo',
        key,
        form: 'new-contact',
        values: { email: 'marta@casa.example.com' },
      },
    ]);
    await waitFor(() => expect(form().getByText('Draft kept')).toBeTruthy());
  });

  it('is sent at once when a field is left, the page is hidden, or the view goes away', () => {
    const view = showView(state);
    type(/^Name/, 'M');
    fireEvent.blur(field(/^Name/));
    expect(view.sent('draft.save')).toHaveLength(1);
    type(/^Name/, 'Ma');
    window.dispatchEvent(new Event('pagehide'));
    expect(view.sent('draft.save')).toHaveLength(2);
    type(/^Name/, 'Mar');
    view.unmount();
    expect(view.sent('draft.save')).toHaveLength(3);
  });

  it('says so where it could not be kept', async () => {
    const view = showView(state);
    view.link.answer('draft.save', () => ({ ok: false, error: { code: 'unreachable' } }));
    type(/^Name/, 'M');
    await vi.advanceTimersByTimeAsync(201);
    await waitFor(() => expect(form().getByText('Draft not kept')).toBeTruthy());
  });

  it('comes back when the view is opened anew, and is never overwritten by an echo', async () => {
    const [interaction] = state.interactions;
    const kept = {
      ...state,
      interactions: [{ ...interaction!, drafts: { 'new-contact': { name: 'Dora Draft' } } }],
    };
    const view = showView(kept);
    expect(field(/^Name/).value).toBe('Dora Draft');
    type(/^Name/, 'Dora Drafter');
    view.link.set({
      ...kept,
      interactions: [{ ...kept.interactions[0]!, drafts: { 'new-contact': { name: 'Dora' } } }],
    });
    await waitFor(() => expect(field(/^Name/).value).toBe('Dora Drafter'));
  });

  it('stays with its interaction while another one is in front', async () => {
    const number = phone('+442079460123');
    const other = live('call-9', {
      identifier: number,
      resolution: { status: 'unmatched', identifier: number, at: 0, rejected: false },
    });
    const both = [state.interactions[0]!, other];
    const view = showView(viewState(both));
    type(/^Name/, 'Typed for the first');
    view.link.set(viewState(both, { front: other.key }));
    await waitFor(() => expect(field(/^Phone/).value).toBe('+44 20 7946 0123'));
    expect(field(/^Name/).value).toBe('');
    view.link.set(viewState(both));
    await waitFor(() => expect(field(/^Name/).value).toBe('Typed for the first'));
  });

  it('follows a number that arrives late, unless the agent typed another', async () => {
    const view = showView(state);
    const late = { ...state.interactions[0]!, identifier: phone('+12125550199') };
    const resolution = { ...late.resolution, identifier: late.identifier } as typeof late.resolution;
    view.link.set({ ...state, interactions: [{ ...late, resolution }] });
    await waitFor(() => expect(field(/^Phone/).value).toBe('+1 212 555 0199'));
  });
});

describe('creating', () => {
  const fill = () => {
    fireEvent.change(field(/^Language/), { target: { value: 'pt' } });
  };
  const submit = () => fireEvent.submit(screen.getByRole('form', { name: 'New contact' }));

  it('marks what is required and puts the cursor there', () => {
    const view = showView(state);
    type(/^Name/, '  ');
    submit();
    expect(form().getAllByText('Required field')).toHaveLength(2);
    expect(document.activeElement).toBe(field(/^Name/));
    expect(view.sent('contact.create')).toEqual([]);
  });

  it('sends the number as the engine knows it, not as it is spelt', () => {
    const view = showView(state);
    fill();
    submit();
    expect(view.sent('contact.create')).toMatchObject([
      {
        key,
        contact: {
          name: 'Marta Oliveira',
          identifiers: [{ kind: 'phone', value: '+12125550142' }],
          fields: { language: 'pt' },
        },
      },
    ]);
  });

  it('keeps everything when it fails, and tries again under the same id; other content has another', async () => {
    const view = showView(state);
    view.link.answer('contact.create', () => ({ ok: false, error: { code: 'server-error' } }));
    fill();
    submit();
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Not saved. Odoo has a problem'),
    );
    expect(field(/^Name/).value).toBe('Marta Oliveira');
    fireEvent.click(form().getByRole('button', { name: 'Try again' }));
    submit();
    await waitFor(() => expect(view.sent('contact.create')).toHaveLength(2));
    const [first, second] = view.sent('contact.create');
    expect(second).toEqual(first);
    await waitFor(() => expect(form().getByRole('button', { name: 'Try again' })).toBeTruthy());
    type(/^Name/, 'Marta de Oliveira');
    submit();
    const third = view.sent('contact.create')[2];
    expect(third).not.toMatchObject({ writeId: (first as { writeId: string }).writeId });
  });

  it('removes the draft once it is saved', async () => {
    const view = showView(state);
    type(/^Name/, 'Marta');
    fill();
    submit();
    await vi.advanceTimersByTimeAsync(201);
    await waitFor(() =>
      expect(view.sent('draft.save').at(-1)).toMatchObject({ form: 'new-contact', values: null }),
    );
  });
});
