import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../lib/domain/contact/contact.ts';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { live, matched, ready, viewState } from '../fixtures/live.ts';
import { elodie, grace, phone } from '../fixtures/people.ts';
import { showView } from '../testing/show-view-for-tests.ts';

afterEach(cleanup);

const paris = phone('+33199004217');
const london = phone('+442079460123');
const call = (contact: Contact = elodie, more: Parameters<typeof live>[1] = {}) =>
  live('call-1', { identifier: paris, mode: 'full', resolution: matched(contact, paris), ...more });
const other = live('call-2', { identifier: london, mode: 'full', resolution: matched(grace, london) });
const editor = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const open = async (field: string) => {
  fireEvent.click(screen.getByRole('button', { name: `Edit ${field}` }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy());
};
const type = (name: string, value: string) => fireEvent.input(editor(name), { target: { value } });
const save = (name: string) => fireEvent.keyDown(editor(name), { key: 'Enter' });
const changedBy = (fields: Contact['fields'], version = '2'): Contact => ({
  ...elodie,
  version,
  fields: { ...elodie.fields, ...fields },
});

describe('editing in place', () => {
  it('saves with Enter: only this field, with the version that was read', async () => {
    const view = showView(viewState([call()]));
    await open('job title');
    expect(document.activeElement).toBe(editor('Job title'));
    type('Job title', 'Site manager');
    save('Job title');
    expect(view.sent('contact.update')).toMatchObject([
      {
        contactId: 'odoo:c-102',
        version: '1',
        change: { fields: { jobTitle: 'Site manager' } },
        key: call().key,
      },
    ]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Edit job title' })).toBe(document.activeElement),
    );
  });

  it('cancels with Esc and writes nothing', async () => {
    const view = showView(viewState([call()]));
    await open('job title');
    type('Job title', 'Nonsense');
    fireEvent.keyDown(editor('Job title'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    expect(view.sent('contact.update')).toEqual([]);
    expect(screen.getByText('Head of facilities')).toBeTruthy();
  });

  it('offers no pen for what was too long to be kept whole, and says why', () => {
    const long = { ...elodie, cut: { fields: ['jobTitle'], identifiers: true } };
    showView(viewState([call(long)]));
    expect(screen.queryByRole('button', { name: 'Edit job title' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Edit e-mail' })).toBeNull();
    expect(screen.getAllByText(/Too long to be whole here. See it in Odoo/).length).toBeGreaterThan(1);
    expect(screen.getByRole('button', { name: 'Edit plan' })).toBeTruthy();
  });

  it('offers no pen for identifiers of which some could not be read, and says that', () => {
    showView(viewState([call({ ...elodie, cut: { identifiers: true, unread: true } })]));
    expect(screen.queryByRole('button', { name: 'Edit e-mail' })).toBeNull();
    expect(screen.getAllByText(/Not all of it can be read. See it in Odoo/).length).toBeGreaterThan(1);
    expect(screen.getByRole('button', { name: 'Edit job title' })).toBeTruthy();
    expect(screen.queryByText(/Too long/)).toBeNull();
  });

  it('says what is wrong under the field', async () => {
    const view = showView(viewState([call()]));
    await open('e-mail');
    type('E-mail', 'not an address');
    save('E-mail');
    await waitFor(() => expect(screen.getByText(/looks like name@example.com/)).toBeTruthy());
    expect(editor('E-mail').getAttribute('aria-invalid')).toBe('true');
    expect(view.sent('contact.update')).toEqual([]);
  });

  it('replaces the one identifier of its kind and leaves the others alone', async () => {
    const view = showView(viewState([call()]));
    await open('e-mail');
    type('E-mail', 'em@vauban.example.com');
    save('E-mail');
    expect(view.sent('contact.update')).toMatchObject([
      {
        change: {
          identifiers: [
            { kind: 'phone', value: '+33199004217' },
            { kind: 'email', value: 'em@vauban.example.com' },
            { kind: 'whatsapp' },
          ],
        },
      },
    ]);
  });

  it('edits a check box, a choice and a date', async () => {
    const view = showView(viewState([call()]));
    await open('sms reminders');
    fireEvent.click(editor('SMS reminders'));
    save('SMS reminders');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    await open('plan');
    fireEvent.change(editor('Plan'), { target: { value: 'basic' } });
    save('Plan');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    await open('installed');
    type('Installed', '2024-02-29');
    save('Installed');
    expect(view.sent('contact.update').map((command) => 'change' in command && command.change)).toEqual([
      { fields: { smsReminders: false } },
      { fields: { plan: 'basic' } },
      { fields: { installed: '2024-02-29' } },
    ]);
  });

  it.each<[field: string, label: string, typed: string, change: Contact['fields']]>([
    ['yearly value', 'Yearly value', '4,250.50', { yearlyValue: 4_250.5 }],
    ['units', 'Units', '14', { units: 14 }],
    ['units', 'Units', '', { units: null }],
    [
      'next service',
      'Next service',
      '2026-11-25T10:15',
      { nextService: new Date(2026, 10, 25, 10, 15).toISOString() },
    ],
    ['website', 'Website', 'https://new.example.com/', { website: 'https://new.example.com/' }],
    ['owner', 'Owner', 'Noor de Wit', { owner: 'Noor de Wit' }],
    ['note', 'Note', 'Ring twice', { note: 'Ring twice' }],
  ])('edits %s: %s %s', async (field, label, typed, fields) => {
    const view = showView(viewState([call()]));
    await open(field);
    type(label, typed);
    save(label);
    expect(view.sent('contact.update')).toMatchObject([{ change: { fields } }]);
  });

  it.each([
    ['units', 'Units', 'some', /number/],
    ['website', 'Website', 'http://plain.example.com', /https/],
  ])('says what is wrong with %s', async (field, label, typed, problem) => {
    const view = showView(viewState([call()]));
    await open(field);
    type(label, typed);
    save(label);
    await waitFor(() => expect(screen.getByText(problem, { selector: '.err' })).toBeTruthy());
    expect(view.sent('contact.update')).toEqual([]);
  });

  it('shows a number and a moment as this reader writes them, and writes nothing where they stay so', async () => {
    const view = showView(viewState([call({ ...elodie, fields: { ...elodie.fields, units: 12.5 } })]));
    await open('units');
    expect(editor('Units').value).toBe('12.5');
    save('Units');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    await open('next service');
    const at = new Date('2026-11-24T09:30:00Z');
    const two = (part: number) => String(part).padStart(2, '0');
    expect(editor('Next service').value).toBe(
      `2026-11-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`,
    );
    save('Next service');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
    expect(view.sent('contact.update')).toEqual([]);
  });

  it('edits a multiple choice by check boxes', async () => {
    const view = showView(viewState([call()]));
    await open('languages');
    fireEvent.click(screen.getByRole('checkbox', { name: 'English' }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'English' }).checked).toBe(false),
    );
    fireEvent.keyDown(screen.getByRole('checkbox', { name: 'English' }), { key: 'Enter' });
    expect(view.sent('contact.update')).toMatchObject([{ change: { fields: { languages: ['fr'] } } }]);
  });

  it('edits the name, by itself', async () => {
    const view = showView(viewState([call()]));
    await open('name');
    expect(document.activeElement).toBe(editor('Name'));
    expect(editor('Name').value).toBe('Élodie Marchand');
    type('Name', '  ');
    save('Name');
    await waitFor(() => expect(screen.getByText('Required field')).toBeTruthy());
    type('Name', 'Élodie Marchand-Roux ');
    save('Name');
    expect(view.sent('contact.update')).toMatchObject([
      { contactId: 'odoo:c-102', version: '1', change: { name: 'Élodie Marchand-Roux' } },
    ]);
    expect(view.sent('contact.update')[0]).not.toHaveProperty('change.fields');
  });

  it('has no pen for a name that is not whole', () => {
    showView(viewState([call({ ...elodie, cut: { name: true } })]));
    expect(screen.queryByRole('button', { name: 'Edit name' })).toBeNull();
  });

  it('edits one of several numbers and leaves the other where it is', async () => {
    const second = phone('+33612345678');
    const view = showView(
      viewState([call({ ...elodie, identifiers: [paris, second, ...elodie.identifiers.slice(1)] })]),
    );
    const pens = screen.getAllByRole('button', { name: 'Edit phone' });
    expect(pens).toHaveLength(2);
    fireEvent.click(pens[1]!);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy());
    type('Phone', '+33 6 99 99 99 99');
    save('Phone');
    expect(view.sent('contact.update')).toMatchObject([
      {
        change: {
          identifiers: [
            { kind: 'phone', value: '+33199004217' },
            { kind: 'phone', value: '+33 6 99 99 99 99' },
            { kind: 'email' },
            { kind: 'whatsapp' },
          ],
        },
      },
    ]);
  });

  describe('of one of several numbers', () => {
    const second = phone('+33612345678');
    const rest = elodie.identifiers.slice(1);
    const having = (...numbers: (typeof second)[]): Contact => ({
      ...elodie,
      version: '2',
      identifiers: [...numbers, ...rest],
    });
    const begin = async (contact: Contact, nth: number) => {
      const view = showView(viewState([call(contact)]));
      fireEvent.click(screen.getAllByRole('button', { name: 'Edit phone' })[nth]!);
      await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy());
      type('Phone', '+33699999999');
      return view;
    };

    it('goes on where the other one is gone meanwhile, and changes the one it was begun for', async () => {
      const view = await begin(having(paris, second), 1);
      view.link.set(viewState([call(having(second))]));
      await waitFor(() => expect(screen.queryByText('+33 1 99 00 42 17')).toBeNull());
      expect(editor('Phone').value).toBe('+33699999999');
      save('Phone');
      expect(view.sent('contact.update')).toMatchObject([
        { change: { identifiers: [{ value: '+33699999999' }, ...rest] } },
      ]);
    });

    it('asks where the one it was begun for is gone, and writes over no other', async () => {
      const view = await begin(having(paris, second), 1);
      view.link.set(viewState([call(having(paris))]));
      await waitFor(() => expect(screen.queryByText('+33 6 12 34 56 78')).toBeNull());
      expect(editor('Phone').value).toBe('+33699999999');
      save('Phone');
      fireEvent.click(await screen.findByRole('button', { name: 'Save mine' }));
      expect(view.sent('contact.update')).toMatchObject([
        { change: { identifiers: [paris, ...rest, { kind: 'phone', value: '+33699999999' }] } },
      ]);
    });

    it('goes on where it was the only one and another has come', async () => {
      const view = await begin(having(paris), 0);
      view.link.set(viewState([call(having(paris, second))]));
      await waitFor(() => expect(screen.getAllByText('+33 6 12 34 56 78').length).toBeGreaterThan(0));
      expect(editor('Phone').value).toBe('+33699999999');
      save('Phone');
      expect(view.sent('contact.update')).toMatchObject([
        { change: { identifiers: [{ value: '+33699999999' }, second, ...rest] } },
      ]);
    });

    it('shows what is on its way in its own row, and goes on from there', async () => {
      const changed = having(paris, phone('+33699999999')).identifiers;
      const write: Write = {
        ...{ id: 'w', kind: 'update' as const, status: 'waiting' as const, at: 1 },
        ...{ crm: 'odoo', contactId: elodie.id, change: { identifiers: changed } },
      };
      showView(viewState([call(having(paris, second), { writes: [write] })]));
      const fields = () => [...document.querySelectorAll('.sec .fields > div')].map((row) => row.textContent);
      expect(fields()[1]).toMatch(/\+33 6 99 99 99 99.*waiting/);
      fireEvent.click(screen.getAllByRole('button', { name: 'Edit phone' })[1]!);
      await waitFor(() => expect(editor('Phone').value).toBe('+33699999999'));
    });

    it('tells two of the same value by their scope', async () => {
      const [work, home] = ['work', 'home'].map((scope) => ({ ...second, scope }));
      const view = await begin(having(work!, home!), 1);
      save('Phone');
      expect(view.sent('contact.update')).toMatchObject([
        { change: { identifiers: [work, { value: '+33699999999', scope: 'home' }, ...rest] } },
      ]);
    });
  });

  it('says why a field cannot be changed', async () => {
    const view = showView(
      viewState([call()], { connections: [ready({ identifiers: ['phone'], unlink: false })] }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Why e-mail cannot be changed' }));
    await waitFor(() => expect(view.said()).toBe('Odoo has no place for this. Change it there.'));
    fireEvent.click(screen.getByRole('button', { name: 'Why phone cannot be changed' }));
    await waitFor(() => expect(view.said()).toMatch(/takes no number or address away/));
  });

  it('keeps what was typed when it is not saved, and tries again under the same id', async () => {
    const view = showView(viewState([call()]));
    view.link.answer('contact.update', () => ({ ok: false, error: { code: 'unreachable' } }));
    await open('job title');
    type('Job title', 'Site manager');
    save('Job title');
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(view.sent('contact.update')).toHaveLength(2));
    const [first, second] = view.sent('contact.update');
    expect(second).toEqual(first);
    expect(editor('Job title').value).toBe('Site manager');
    expect(screen.getByText('Not saved', { exact: true })).toBeTruthy();
  });

  it('retries by id what the engine knows as not saved', async () => {
    const view = showView(viewState([call()]));
    view.link.answer('contact.update', () => ({ ok: false, error: { code: 'unreachable' } }));
    await open('job title');
    type('Job title', 'Site manager');
    save('Job title');
    await screen.findByRole('button', { name: 'Try again' });
    const [command] = view.sent('contact.update');
    const id = command?.type === 'contact.update' ? command.writeId : '';
    view.link.set(
      viewState([
        call(elodie, { writes: [{ id, kind: 'update', status: 'not-saved', at: 0, about: 'jobTitle' }] }),
      ]),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(view.sent('write.retry')).toEqual([{ type: 'write.retry', key: call().key, writeId: id }]),
    );
    expect(view.sent('contact.update')).toHaveLength(1);
  });

  it('survives every new state, and saves with the newest version', async () => {
    const view = showView(viewState([call()]));
    await open('job title');
    type('Job title', 'Half wri');
    view.link.set(viewState([call(changedBy({ plan: 'basic' }))]));
    await waitFor(() => expect(screen.getByText('Basic')).toBeTruthy());
    expect(editor('Job title').value).toBe('Half wri');
    save('Job title');
    expect(view.sent('contact.update')).toMatchObject([{ version: '2' }]);
  });

  it('asks before it overwrites what somebody else changed meanwhile', async () => {
    const view = showView(viewState([call()]));
    await open('job title');
    type('Job title', 'Mine');
    view.link.set(viewState([call(changedBy({ jobTitle: 'Theirs' }))]));
    await waitFor(() => expect(editor('Job title').value).toBe('Mine'));
    save('Job title');
    expect(await screen.findByText('Theirs')).toBeTruthy();
    expect(view.sent('contact.update')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Save mine' }));
    expect(view.sent('contact.update')).toMatchObject([
      { version: '2', change: { fields: { jobTitle: 'Mine' } } },
    ]);
  });

  it('offers the newer value where the CRM says that ours is stale', async () => {
    const view = showView(viewState([call()]));
    view.link.answer('contact.update', () => {
      view.link.set(viewState([call(changedBy({ jobTitle: 'Theirs' }))]));
      return { ok: false, error: { code: 'conflict', stale: true } };
    });
    await open('job title');
    type('Job title', 'Mine');
    save('Job title');
    fireEvent.click(await screen.findByRole('button', { name: 'Take the newer' }));
    await waitFor(() => expect(screen.getByText('Theirs')).toBeTruthy());
    expect(view.sent('contact.update')).toHaveLength(1);
  });

  it('is never applied to another contact: it goes with its interaction and comes back with it', async () => {
    const view = showView(viewState([call(), other]));
    await open('job title');
    type('Job title', 'For Élodie only');
    view.link.set(viewState([call(), other], { front: other.key }));
    await waitFor(() => expect(view.heading()).toBe('Grace Okafor'));
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    view.link.set(viewState([call(), other]));
    await waitFor(() => expect(editor('Job title').value).toBe('For Élodie only'));
    expect(document.activeElement).not.toBe(editor('Job title'));
  });

  it('is never applied to the contact that takes this one’s place in the same interaction', async () => {
    const view = showView(viewState([call()]));
    await open('job title');
    type('Job title', 'For Élodie only');
    const chosen = call(grace, {
      resolution: matched(grace, paris, { reason: { by: 'chosen', identifier: paris } }),
    });
    view.link.set(viewState([chosen]));
    await waitFor(() => expect(view.heading()).toBe('Grace Okafor'));
    expect(screen.queryByDisplayValue('For Élodie only')).toBeNull();
    expect(view.sent('contact.update')).toEqual([]);
  });

  it('comes back from its draft in a view that is opened anew', async () => {
    const first = showView(viewState([call()]));
    await open('job title');
    type('Job title', 'Half wri');
    first.unmount();
    const [draft] = first.sent('draft.save');
    const values = draft?.type === 'draft.save' ? draft.values : null;
    showView(viewState([call(elodie, { drafts: { edit: values ?? {} } })]));
    expect(editor('Job title').value).toBe('Half wri');
  });
});
