import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ruleFileSchema } from '../../../lib/domain/host/host-rules.ts';
import { readRuleFile } from '../../../lib/domain/host/host-rules-problems.ts';
import type { TriedPage } from '../../../lib/domain/host/tried-rule.ts';
import { hostSettingsSchema } from '../../../lib/domain/settings.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';
import { templateNames, templateText } from './rule-templates.ts';

const version = { since: '2026-09-01', probe: '#phone', state: [{ is: 'active' }] };
const fileOf = (more: object = {}) => ({
  version: 1,
  id: 'mine',
  label: 'My desk',
  rules: [{ id: 'calls', read: 'dom', where: [{ host: 'desk.example' }], versions: [version], ...more }],
});
const pack = ruleFileSchema.parse({ ...fileOf(), id: 'shipped-phone', label: 'Shipped phone' });
const origin = 'https://desk.example';
const tabs = { [origin]: [{ id: 7, title: 'Desk' }] };

const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink({ packs: [pack], ...start });
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1, name: 'Rules' });
  return test.seen;
};
const editor = () => screen.getByLabelText<HTMLTextAreaElement>('Rules as JSON');
const type = (value: unknown) =>
  fireEvent.input(editor(), {
    target: { value: typeof value === 'string' ? value : JSON.stringify(value, null, 2) },
  });
const startFrom = (name: string) => {
  const select = screen.getByLabelText<HTMLSelectElement>('Start from a template or a file');
  const option = within(select).getByRole<HTMLOptionElement>('option', { name });
  fireEvent.change(select, { target: { value: option.value } });
};
const trial = () => within(screen.getByRole('region', { name: 'Try on the open tab' }));
const run = () => fireEvent.click(trial().getByRole('button', { name: 'Try' }));

beforeEach(() => {
  location.hash = '#rules';
});
afterEach(() => {
  cleanup();
});

describe('the templates', () => {
  it.each(templateNames)('%s is a file that can be used as it is', (name) => {
    expect(readRuleFile(templateText(name))).toMatchObject({ ok: true });
  });
});

describe('the editor of rules', () => {
  it('begins from a template, from what ships and from what is one’s own', async () => {
    const own = ruleFileSchema.parse(fileOf());
    await show({ settings: { rules: [own] } });
    startFrom('Window messages');
    expect(JSON.parse(editor().value)).toMatchObject({ id: 'my-messages' });
    startFrom('Shipped phone');
    expect(JSON.parse(editor().value)).toEqual(pack);
    startFrom('My desk');
    expect(JSON.parse(editor().value)).toEqual(own);
    expect(document.activeElement).toBe(editor());
  });

  it('asks before it replaces what somebody wrote', async () => {
    await show();
    startFrom('Window messages');
    type('{ "mine": 1 }');
    startFrom('Shipped phone');
    const dialog = await screen.findByRole('dialog', {
      name: 'Put Shipped phone in the place of what you wrote?',
    });
    expect(editor().value).toBe('{ "mine": 1 }');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(editor().value).toBe('{ "mine": 1 }');
    startFrom('Shipped phone');
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Replace' }));
    expect(JSON.parse(editor().value)).toEqual(pack);
  });

  it('says while it is typed what is wrong and at which line, and goes there', async () => {
    await show();
    expect(screen.queryByRole('region', { name: 'What is wrong with the rules' })).toBeNull();
    type('{\n  "version": 1,\n  oops\n}');
    expect(screen.getByText('This is not JSON (line 3).')).toBeTruthy();
    type(fileOf({ versions: [{ ...version, rwos: '.call' }] }));
    const wrong = within(screen.getByRole('region', { name: 'What is wrong with the rules' }));
    const line =
      editor()
        .value.split('\n')
        .findIndex((one) => one.includes('rwos')) + 1;
    expect(wrong.getByText('rules.0.versions.0.rwos')).toBeTruthy();
    expect(editor().getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(wrong.getByRole('button', { name: `Go to line ${line}` }));
    expect(document.activeElement).toBe(editor());
    expect(editor().value.slice(editor().selectionStart, editor().selectionEnd).trim()).toBe(
      '"rwos": ".call"',
    );
    type(fileOf());
    expect(screen.getByRole('region', { name: 'My desk can be used.' }).textContent).toContain('1 rule');
    expect(editor().getAttribute('aria-invalid')).toBeNull();
  });

  it('opens in a window of its own with what is being written', async () => {
    const seen = await show();
    type(fileOf());
    fireEvent.click(screen.getByRole('button', { name: 'Open beside the page' }));
    await waitFor(() => expect(editor().value).toBe(''));
    expect(seen.events).toEqual(['beside']);
    cleanup();
    history.replaceState(null, '', '?beside#rules');
    await show();
    expect(JSON.parse(editor().value)).toMatchObject({ id: 'mine' });
    expect(screen.queryByRole('button', { name: 'Open beside the page' })).toBeNull();
    expect(screen.queryByRole('list', { name: 'Rule files' })).toBeNull();
    expect(localStorage.length).toBe(0);
    history.replaceState(null, '', location.pathname);
  });
});

describe('a trial on an open tab', () => {
  const page = (found: number): TriedPage => ({
    key: 'a',
    top: true,
    address: 'desk.example/inbox',
    rules: [
      {
        id: 'calls',
        reading: 'reads',
        version: '2026-09-01',
        selectors: [
          { path: 'versions.0.probe', selector: '#phone', known: true, found, seen: 1, texts: ['Ann Roux'] },
          { path: 'versions.0.rows', selector: ':::', known: false, found: 0, seen: 0, texts: [] },
        ],
        rows: [{ state: 'offered', begins: false, looked: true, texts: { clientId: '+33612345678' } }],
      },
    ],
  });

  it('asks for the page of the rule, shows what each selector finds, and follows the page', async () => {
    const seen = await show({ tabs });
    type(fileOf());
    expect(trial().getByLabelText<HTMLInputElement>('Address of the page').value).toBe(origin);
    run();
    await waitFor(() => expect(seen.trials).toHaveLength(1));
    expect(seen.requested).toEqual([[`${origin}/*`]]);
    expect(seen.trials[0]).toMatchObject({ tabId: 7, rules: [{ id: 'calls' }] });
    expect(trial().getByText('Waiting for the page…')).toBeTruthy();
    act(() => seen.trials[0]?.tell([page(1)]));
    const found = within(trial().getByRole('region', { name: 'Selectors of calls' }));
    const rows = () => found.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows()[1]).toBe('versions.0.probe#phone11Ann Roux');
    expect(rows()[2]).toBe('versions.0.rows:::00The browser does not know this selector');
    expect(trial().getByRole('list', { name: 'Interactions of calls' }).textContent).toContain(
      'offeredclientId +33612345678the agent looks at itbegins nothing by itself',
    );
    act(() => seen.trials[0]?.tell([page(2)]));
    expect(rows()[1]).toBe('versions.0.probe#phone21Ann Roux');
    expect(seen.events).toEqual([]);
  });

  it('is run anew with each change that can be used, and not with others', async () => {
    const seen = await show({ tabs });
    type(fileOf());
    run();
    await waitFor(() => expect(seen.trials).toHaveLength(1));
    type('{');
    await waitFor(() => expect(seen.trials[0]?.signal.aborted).toBe(true));
    expect(seen.trials).toHaveLength(1);
    expect(trial().getByText(/nothing to try until/)).toBeTruthy();
    type(fileOf({ versions: [{ ...version, probe: '#other' }] }));
    await waitFor(() => expect(seen.trials).toHaveLength(2));
    expect(seen.trials[1]).toMatchObject({ tabId: 7, rules: [{ versions: [{ probe: '#other' }] }] });
  });

  it('stops, and gives back the permission that it asked for', async () => {
    const seen = await show({ tabs });
    type(fileOf());
    run();
    await waitFor(() => expect(seen.trials).toHaveLength(1));
    fireEvent.click(trial().getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(seen.trials[0]?.signal.aborted).toBe(true));
    await waitFor(() => expect([...seen.granted]).toEqual([]));
  });

  it('keeps the permission of a host that is connected', async () => {
    const hosts = [hostSettingsSchema.parse({ origin })];
    const seen = await show({ tabs, settings: { hosts }, granted: [`${origin}/*`] });
    type(fileOf());
    run();
    await waitFor(() => expect(seen.trials).toHaveLength(1));
    fireEvent.click(trial().getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(seen.trials[0]?.signal.aborted).toBe(true));
    expect([...seen.granted]).toEqual([`${origin}/*`]);
  });

  it('lets one choose among several tabs', async () => {
    const both = { [origin]: [...(tabs[origin] ?? []), { id: 9, title: '' }] };
    const seen = await show({ tabs: both });
    type(fileOf());
    run();
    const select = await trial().findByLabelText<HTMLSelectElement>('Which tab');
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Desk', 'Tab 9']);
    fireEvent.change(select, { target: { value: '9' } });
    await waitFor(() => expect(seen.trials.at(-1)?.tabId).toBe(9));
    expect(seen.trials[0]?.signal.aborted).toBe(true);
  });

  it.each([
    [{ tabs: {} }, /No tab is open at/],
    [{ tabs, allows: false }, /was not allowed to let Ringside read/],
    [{ tabs, entersNoTab: true }, /lets no script into this tab/],
  ])('says why there is none (%#)', async (start, words) => {
    await show(start);
    type(fileOf());
    run();
    await waitFor(() => expect(trial().getByText(words)).toBeTruthy());
  });

  it('is of rules that read what stands in a page', async () => {
    await show({ tabs });
    startFrom('JSON over WebSocket');
    expect(trial().getByText(/None of these rules reads what stands in a page/)).toBeTruthy();
    expect(trial().getByRole<HTMLButtonElement>('button', { name: 'Try' }).disabled).toBe(true);
  });
});
