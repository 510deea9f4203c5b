import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Write } from '../../lib/domain/interaction/live.ts';
import type { ViewState } from '../../lib/domain/view-state.ts';
import { states } from '../fixtures/states.ts';
import { showView } from '../testing/show-view-for-tests.ts';

afterEach(cleanup);

const failed = states['09-failed'];
const foot = () => within(document.querySelector<HTMLElement>('.foot')!);
const withWrites = (state: ViewState, writes: Write[]): ViewState => ({
  ...state,
  interactions: state.interactions.map((live) => ({ ...live, writes })),
});
const waitingWrite = (kind: Write['kind'], more: Partial<Write> = {}): Write => ({
  id: 'w-9',
  kind,
  status: 'waiting',
  at: 1,
  since: 1,
  ...more,
});

it('says at the lower edge what waits, and in the foot how much', () => {
  showView(failed);
  const late = within(screen.getByRole('region', { name: 'Needs attention' }));
  expect(late.getByText('Wants the visit before noon')).toBeTruthy();
  expect(late.getByText('Next service')).toBeTruthy();
  expect(foot().getByRole('button', { name: '2 waiting' })).toBeTruthy();
  expect(foot().queryByText('Saved')).toBeNull();
  expect(screen.queryByText(/^Not saved/)).toBeNull();
});

it('covers no more of what is read with it, however many wait', () => {
  const { writes } = failed.interactions[0]!;
  showView(withWrites(failed, [...writes, waitingWrite('update', { about: 'company', since: 2 })]));
  const late = within(screen.getByRole('region', { name: 'Needs attention' }));
  expect(late.getAllByRole('listitem')).toHaveLength(2);
  expect(foot().getByRole('button', { name: '3 waiting' })).toBeTruthy();
});

it('shows the value that waits in its field, marked, and not the one before', () => {
  const [live] = failed.interactions;
  showView({ ...failed, interactions: [{ ...live!, mode: 'full' }] });
  const row = screen.getByText('Next service', { selector: 'dt' }).parentElement!;
  expect(row.textContent).toContain('25 Nov');
  expect(row.textContent).not.toContain('24 Nov');
  expect(within(row).getByText('waiting')).toBeTruthy();
});

it('opens the list with the keyboard, sends one now or gives it up, and gives the focus back', async () => {
  const view = showView(failed);
  const button = foot().getByRole('button', { name: '2 waiting' });
  button.focus();
  fireEvent.click(button);
  const list = await screen.findByRole('dialog', { name: 'Waiting to be saved' });
  await waitFor(() => expect(document.activeElement).toBe(list));
  fireEvent.click(within(list).getAllByRole('button', { name: 'Send now' })[0]!);
  fireEvent.click(within(list).getAllByRole('button', { name: 'Give up' })[1]!);
  const { key } = failed.interactions[0]!;
  expect(view.sent('write.retry')).toEqual([{ type: 'write.retry', key, writeId: 'w-4' }]);
  expect(view.sent('write.discard')).toEqual([{ type: 'write.discard', key, writeId: 'w-5' }]);
  fireEvent.keyDown(list, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Waiting to be saved' })).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(foot().getByRole('button', { name: '2 waiting' })));
});

it('says in the list for which CRM each waits, where there are several', () => {
  const list = (state: ViewState) => {
    showView(state);
    fireEvent.click(foot().getByRole('button', { name: /waiting$/ }));
    const rows = within(screen.getByRole('dialog', { name: 'Waiting to be saved' })).getAllByRole('listitem');
    return rows.map(({ textContent }) => /waits for (Odoo|Tryton)/.exec(textContent ?? '')?.[1]);
  };
  expect(list(states['17-both-wait'])).toEqual(['Odoo', 'Tryton']);
  cleanup();
  expect(list(failed)).toEqual([undefined, undefined]);
});

it('says in the list whose a write is that is not of the one on screen', async () => {
  const loose = waitingWrite('update', { about: 'jobTitle', whose: 'Grace Okafor' });
  showView({ ...failed, writes: [loose] });
  fireEvent.click(foot().getByRole('button', { name: '3 waiting' }));
  const list = await screen.findByRole('dialog', { name: 'Waiting to be saved' });
  expect(within(list).getAllByText('Grace Okafor')).toHaveLength(1);
  expect(within(list).queryByText('Élodie Marchand')).toBeNull();
});

it('a new contact that waits says so in its place, and is not offered again', () => {
  const state = states['06-unmatched'];
  showView(withWrites(state, [waitingWrite('create', { about: 'Marta Oliveira' })]));
  const form = within(screen.getByRole('form', { name: 'New contact' }));
  expect(form.getByText(/^Waiting\. It is sent by itself/)).toBeTruthy();
  expect(form.queryByRole('button', { name: 'Create contact' })).toBeNull();
});

it('an assignment that waits says so in its place, and is not offered again', () => {
  const state = states['08a-assign'];
  const { resolution } = state.interactions[0]!;
  const contactId = resolution.status === 'matched' ? resolution.contact.id : '';
  showView(withWrites(state, [waitingWrite('assign', { contactId })]));
  const question = within(screen.getByRole('group', { name: 'Assign client ID' }));
  expect(question.getByText(/^Waiting/)).toBeTruthy();
  expect(question.queryAllByRole('button')).toEqual([]);
});

it('closes an edit whose write waits, and begins the next one from its value', async () => {
  const [live] = failed.interactions;
  const view = showView({ ...failed, interactions: [{ ...live!, mode: 'full', writes: [] }] });
  view.link.answer('contact.update', () => ({ ok: true, waiting: true }));
  fireEvent.click(screen.getByRole('button', { name: /Edit job title/i }));
  const input = await screen.findByLabelText<HTMLInputElement>('Job title');
  fireEvent.input(input, { target: { value: 'Site manager' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(screen.queryByLabelText('Job title')).toBeNull());
  const [sent] = view.sent('contact.update');
  if (sent?.type !== 'contact.update') throw new Error('nothing was sent');
  const { writeId: id, contactId, change } = sent;
  const write = waitingWrite('update', { id, contactId, change, about: 'jobTitle' });
  view.link.set({ ...failed, interactions: [{ ...live!, mode: 'full', writes: [write] }] });
  fireEvent.click(await screen.findByRole('button', { name: /Edit job title/i }));
  expect((await screen.findByLabelText<HTMLInputElement>('Job title')).value).toBe('Site manager');
});

it('says of what nobody can find out that it may be saved already', () => {
  const state = states['09-not-saved-loose'];
  const [first] = state.writes;
  showView({ ...state, writes: [{ ...first!, unknown: true }] });
  expect(screen.getByText(/Not known whether it was saved/)).toBeTruthy();
});
