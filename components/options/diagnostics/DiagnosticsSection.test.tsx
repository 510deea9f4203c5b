import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrmSettings } from '../../../lib/domain/settings.ts';
import { diagnostics } from '../../fixtures/diagnostics-for-tests.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const crm: CrmSettings = {
  ...{ id: 'example', connector: 'example', label: 'Sales CRM', staySignedIn: false },
  settings: { baseUrl: 'https://crm.example.com/' },
};
const show = async (start: Parameters<typeof createTestLink>[0] = { diagnostics }) => {
  const test = createTestLink(start);
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1, name: 'Diagnostics' });
  await screen.findByRole('button', { name: 'Copy report' });
  return test.seen;
};
const page = (name: string) => within(screen.getByRole('region', { name }));
const rows = (name: string) =>
  page(name)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.replace(/\s+/g, ' '));

beforeEach(() => {
  location.hash = '#diagnostics';
});
afterEach(cleanup);

describe('the host diagnostics', () => {
  it('say what can be done where no host page is open', async () => {
    await show({});
    expect(screen.getByText(/No host page is open/)).toBeTruthy();
  });

  it('show who sees what in each page that is open, and no page that is gone', async () => {
    await show();
    const desk = rows('https://desk.example.com, tab 7');
    expect(desk).toContain('✓SIP over WebSockethas seen 12 events');
    expect(desk).toContain('✓Page ruleshas seen 1 event');
    expect(desk).toContain('✓Page rules, desk/callscan read this page');
    expect(desk).toContain('!Page rules, desk/callsclientId: .nummer found nothing in 3 of 3 calls');
    expect(desk).toContain('✕uContactcould not start in this page');
    expect(desk).toContain('–Running, nothing seen: Host protocol, Page rules, desk/mail (for other pages)');
    expect(screen.queryByRole('region', { name: /left\.example/ })).toBeNull();
  });

  it('answer first, in one sentence, and fold what is behind it where all is well', async () => {
    await show();
    const desk = page('https://desk.example.com, tab 7');
    expect(
      desk.getByText(
        /^What goes on in this page is seen: 13 events by SIP over WebSocket and Page rules, the last at \d/,
      ),
    ).toBeTruthy();
    expect(desk.getAllByRole('group')[0]?.hasAttribute('open')).toBe(true);
    cleanup();
    const [first] = diagnostics.pages;
    const well = { ...first!, strategies: first!.strategies.slice(0, 3) };
    await show({ diagnostics: { ...diagnostics, pages: [well] } });
    expect(page('https://desk.example.com, tab 7').getAllByRole('group')[0]?.hasAttribute('open')).toBe(
      false,
    );
    cleanup();
    await show({ diagnostics: { ...diagnostics, pages: [{ ...well, seen: {}, events: [] }] } });
    expect(screen.getByText('This page can be read; nothing has gone on in it yet')).toBeTruthy();
  });

  it('list the last events, the newest first, and why some were dropped', async () => {
    await show();
    const list = page('https://desk.example.com, tab 7').getByRole('list', { name: 'Last events' });
    const events = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replace(/^[\d:]+/, ''));
    expect(events).toEqual([
      'inbox dockedHost protocol',
      'active, phone, inbound #e0d155Page rules',
      'offered, phone, inbound #3fa9c1ContactID left out: its header is not trusted on this hostSIP over WebSocket',
      'finished (missed), phone, inbound #77a0c4SIP over WebSocket',
      'offered, phone, inbound, number withheld #77a0c4SIP over WebSocket',
      'dropped unreadnot valid at interaction.clientId.kindHost protocol',
      'offered, phone, internal #91be02internal call: does not pop on this hostSIP over WebSocket 2×',
      'dropped unreadtoo many at once 500×',
    ]);
  });

  it('say plainly that a page cannot be read, or has to be loaded again, and what to do', async () => {
    await show();
    const unread = page('https://chat.example.com, tab 9');
    expect(unread.getByText('Cannot read this page.')).toBeTruthy();
    expect(unread.getByText(/the rule chat\/list does not find/)).toBeTruthy();
    const late = page('https://phone.example.com, tab 11, frame 4');
    expect(late.getByText('Reload needed.')).toBeTruthy();
  });

  it('say that rows are found and none can be seen, where nothing was seen', async () => {
    const [desk] = diagnostics.pages;
    if (!desk) throw new Error('no page in the fixture');
    const strategies = [{ adapter: 'dom-rules', rule: 'desk/chats', state: 'unseen' as const }];
    const bare = { ...desk, strategies, dropped: {}, events: [] };
    const pages = [
      { ...bare, tabId: 31, seen: {} },
      { ...bare, tabId: 32 },
    ];
    await show({ diagnostics: { pages, interactions: [] } });
    const narrow = page('https://desk.example.com, tab 31');
    expect(narrow.getByText('Rows found, none visible.')).toBeTruthy();
    expect(narrow.getByText(/make its window wider/)).toBeTruthy();
    for (const tab of [31, 32])
      expect(rows(`https://desk.example.com, tab ${tab}`)).toContain(
        '–Page rules, desk/chatscan read this page: rows found, none visible',
      );
    expect(page('https://desk.example.com, tab 32').queryByText('Rows found, none visible.')).toBeNull();
  });

  it('tell a page that is connected and not served, and a tab that hangs, from no page at all', async () => {
    const [desk] = diagnostics.pages;
    if (!desk) throw new Error('no page in the fixture');
    const bare = { ...desk, strategies: [], seen: {}, dropped: {}, events: [] };
    const pages = [
      { ...bare, tabId: 21, unserved: 'not-allowed' as const },
      { ...bare, tabId: 22, unserved: 'not-entered' as const },
    ];
    await show({ diagnostics: { pages, interactions: [] } });
    expect(screen.queryByText(/No host page is open/)).toBeNull();
    expect(page('https://desk.example.com, tab 21').getByText('Connected, but not served.')).toBeTruthy();
    expect(page('https://desk.example.com, tab 22').getByText('Open, but not answering.')).toBeTruthy();
  });

  it('tell which adapter told what of a live interaction', async () => {
    await show();
    const live = screen.getByRole('region', { name: 'Live interactions' });
    const terms = [...live.querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]);
    expect(terms).toEqual([
      ['Seen by', 'SIP over WebSocket #3fa9c1, Page rules #e0d155'],
      ['ClientID', 'SIP over WebSocket'],
      ['name', 'Page rules'],
      ['campaign', 'SIP over WebSocket'],
    ]);
  });

  it('say by CRM what of its answers could not be read, under the name that people know, last first', async () => {
    await show({ diagnostics, settings: { crms: [crm] } });
    expect(rows('Sales CRM')).toEqual([
      '–Contact left out: id, of another form than expected3 times, last 20 Nov',
      '–Left out of a contact: phones.additionalPhones[].number, text expected2 times, last 20 Nov',
      '–Field left out: birthday.label, text expected1 time, last 20 Nov',
    ]);
    expect(page('Sales CRM').getByText('Not all that it answers can be read')).toBeTruthy();
    cleanup();
    await show();
    expect(screen.queryByText('Not all that it answers can be read')).toBeNull();
  });

  it('are copied as plain text that says all of it', async () => {
    const seen = await show({ diagnostics, settings: { crms: [crm] } });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('was copied'));
    const report = seen.copied[0] ?? '';
    for (const words of [
      'Ringside 0.1.0, diagnostics of',
      'https://desk.example.com, tab 7, since',
      'SIP over WebSocket: has seen 12 events',
      'Left out: internal 2×, not valid 1×, too many at once 500×, ContactID not trusted 1×',
      'clientId: .nummer found nothing in 3 of 3 calls',
      'Host protocol: dropped unread - not valid at interaction.clientId.kind',
      'Cannot read this page. On it the rule chat/list',
      'https://phone.example.com, tab 11, frame 4',
      'Reload needed',
      'active, phone, inbound (https://desk.example.com, tab 7)',
      'name: Page rules',
      'Sales CRM: Not all that it answers can be read',
      'Left out of a contact: phones.additionalPhones[].number, text expected (2 times, last ',
    ])
      expect(report).toContain(words);
    expect((screen.getByLabelText('Report') as HTMLTextAreaElement).value.split('\n').slice(1)).toEqual(
      report.split('\n').slice(1),
    );
  });

  it('say where the report can be had when the browser does not let it be copied', async () => {
    const seen = await show();
    seen.copyingFails = true;
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('What the report says'));
  });

  it('are cleared by the worker, and follow what it stores', async () => {
    const seen = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(seen.diagnosticsCleared).toBe(1));
    seen.diagnostics = { ...diagnostics, pages: [] };
    seen.tell();
    await waitFor(() => expect(screen.getByText(/No host page is open/)).toBeTruthy());
  });
});
