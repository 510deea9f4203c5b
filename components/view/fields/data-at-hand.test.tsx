import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { live, matched, ready, viewState } from '../../fixtures/live.ts';
import { elodie, phone } from '../../fixtures/people.ts';
import { showView } from '../../testing/show-view-for-tests.ts';

const paris = phone('+33199004217');
const call = (contact: Contact = elodie) =>
  live('call-1', { identifier: paris, mode: 'full', resolution: matched(contact, paris) });
const copied: string[] = [];
let refuses = false;

beforeEach(() => {
  copied.length = 0;
  refuses = false;
  vi.stubGlobal('navigator', {
    ...navigator,
    language: 'en',
    languages: ['en'],
    clipboard: {
      writeText: async (text: string) => {
        if (refuses) throw new DOMException('no', 'NotAllowedError');
        copied.push(text);
      },
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a value', () => {
  it.each([
    ['phone', '+33199004217'],
    ['e-mail', 'elodie@vauban.example.com'],
    ['website', 'https://vauban.example.com/'],
    ['plan', 'Comfort Plus'],
    ['yearly value', '4180'],
    ['languages', 'French\nEnglish'],
    ['sms reminders', 'Yes'],
  ])('is copied by one click: %s', async (label, text) => {
    const view = showView(viewState([call()]));
    fireEvent.click(screen.getByRole('button', { name: `Copy ${label}` }));
    await waitFor(() => expect(view.said()).toMatch(/copied$/i));
    expect(copied).toEqual([text]);
  });

  it('is copied without what cannot be seen in it', async () => {
    const hostile = { ...elodie, fields: { ...elodie.fields, note: 'call\u202E me\u0007\u200B' } };
    showView(viewState([call(hostile)]));
    fireEvent.click(screen.getByRole('button', { name: 'Copy note' }));
    await waitFor(() => expect(copied).toEqual(['call me']));
  });

  it('is copied by Ctrl+C where its row has the focus and nothing is selected', async () => {
    const view = showView(viewState([call()]));
    fireEvent.keyDown(screen.getByRole('button', { name: 'Edit job title' }), { key: 'c', ctrlKey: true });
    await waitFor(() => expect(view.said()).toBe('Job title copied'));
    expect(copied).toEqual(['Head of facilities']);
    vi.spyOn(globalThis, 'getSelection').mockReturnValue({ toString: () => 'facil' } as Selection);
    fireEvent.keyDown(screen.getByRole('button', { name: 'Edit job title' }), { key: 'c', ctrlKey: true });
    expect(copied).toHaveLength(1);
  });

  it('has one stop of Tab, and the arrows go from the pen to the copy', () => {
    showView(viewState([call()]));
    const pen = screen.getByRole('button', { name: 'Edit job title' });
    const copy = screen.getByRole('button', { name: 'Copy job title' });
    expect([pen.tabIndex, copy.tabIndex]).toEqual([0, -1]);
    pen.focus();
    fireEvent.keyDown(pen, { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(copy);
    fireEvent.keyDown(copy, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(pen);
  });

  it('that could not be copied is said to be so', async () => {
    refuses = true;
    document.execCommand = () => false;
    const view = showView(viewState([call()]));
    fireEvent.click(screen.getByRole('button', { name: 'Copy phone' }));
    await waitFor(() => expect(view.said()).toMatch(/^Not copied/));
  });

  it('is copied through the page where a page around it forbids the clipboard', async () => {
    refuses = true;
    document.execCommand = (what) => {
      copied.push(`${what} ${(document.activeElement as HTMLTextAreaElement).value}`);
      return true;
    };
    const view = showView(viewState([call()]));
    fireEvent.click(screen.getByRole('button', { name: 'Copy phone' }));
    await waitFor(() => expect(view.said()).toBe('Phone copied'));
    expect(copied).toEqual(['copy +33199004217']);
    expect(document.querySelector('body > textarea')).toBeNull();
  });
});

describe('the record in the CRM', () => {
  const known = { ...elodie, recordUrl: 'https://odoo.example.com/web#id=7' };

  it('is opened by a click or O', () => {
    showView(viewState([call(known)]));
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: /Open in Odoo/ });
    expect(link.href).toBe(known.recordUrl);
    expect([link.target, link.rel]).toEqual(['_blank', 'noreferrer']);
    const click = vi.fn((event: Event) => event.preventDefault());
    link.addEventListener('click', click);
    fireEvent.keyDown(document.body, { key: 'o' });
    expect(click).toHaveBeenCalledOnce();
  });

  it('is not offered where the CRM has no page for it, or while a search covers the contact', async () => {
    const { rerender: _, ...view } = showView(viewState([call()]));
    expect(screen.queryByRole('link', { name: /Open in/ })).toBeNull();
    view.link.set(viewState([call(known)]));
    await waitFor(() => expect(screen.getByRole('link', { name: /Open in Odoo/ })).toBeTruthy());
    fireEvent.input(view.search(), { target: { value: 'gra' } });
    await waitFor(() => expect(screen.queryByRole('link', { name: /Open in/ })).toBeNull());
  });
});

describe('when they were last in touch', () => {
  const never: Contact = { ...elodie };
  delete never.lastInteraction;

  it('stands below the reason', () => {
    const view = showView(viewState([call()]));
    expect(screen.getByRole('region', { name: 'Last contact' }).textContent).toBe(
      'Spoke today, 14:28with you',
    );
    expect(view.container.querySelector('.why + .now')).toBeTruthy();
  });

  it.each([
    [true, 'Never spokeNothing is recorded in Odoo'],
    [false, 'Last contact not knownOdoo does not say when you last spoke'],
  ])('is never claimed to be never where the CRM says nothing of it: %s', (tells, words) => {
    showView(viewState([call(never)], { connections: [ready({ tellsLastInteraction: tells })] }));
    expect(screen.getByRole('region', { name: 'Last contact' }).textContent).toBe(words);
  });
});

describe('the full view of somebody of whom little is known', () => {
  const thin: Contact = { ...elodie, fields: { jobTitle: 'Head of facilities', plan: 'basic' } };

  it('folds what is empty, a line a section', async () => {
    showView(viewState([call(thin)]));
    expect(screen.queryByText('Website')).toBeNull();
    const fold = screen.getByRole('button', { name: '4 empty fields' });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(fold);
    await waitFor(() => expect(screen.getByText('Website')).toBeTruthy());
    expect(screen.getByRole('button', { name: 'Edit website' })).toBeTruthy();
  });

  it('leaves a value where it is when it is typed into an unfolded field, or taken away', async () => {
    const view = showView(viewState([call(thin)]));
    fireEvent.click(screen.getByRole('button', { name: '4 empty fields' }));
    await waitFor(() => expect(screen.getByText('Website')).toBeTruthy());
    const labels = () => [...view.container.querySelectorAll('.sec dt')].map((one) => one.textContent);
    const before = labels();
    const filled = { ...thin, fields: { ...thin.fields, jobTitle: null, website: 'https://a.example.com/' } };
    view.link.set(viewState([call(filled)]));
    await waitFor(() => expect(screen.getByText('a.example.com')).toBeTruthy());
    expect(labels()).toEqual(before);
  });

  it('shows a single empty field as it is', () => {
    showView(viewState([call({ ...elodie, fields: { ...elodie.fields, born: null, note: 'x' } })]));
    expect(screen.getByText('Born')).toBeTruthy();
  });

  it('keeps the places of the basic view', () => {
    const basic = { ...call({ ...elodie, fields: {} }), mode: 'reduced' as const };
    showView(viewState([basic]));
    expect(screen.queryByRole('button', { name: /empty field/ })).toBeNull();
    expect(screen.getByText('Plan')).toBeTruthy();
  });
});
