import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ruleFileSchema } from '../../../lib/domain/host/host-rules.ts';
import { hostSettingsSchema } from '../../../lib/domain/settings.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const rule = {
  id: 'calls',
  read: 'dom',
  where: [{ host: '*' }],
  versions: [{ since: '2026-09-01', probe: '#phone', state: [{ is: 'active' }] }],
};
const file = (id: string, label: string, more: object = {}) => ({
  version: 1,
  id,
  label,
  rules: [{ ...rule, ...more }],
});
const pack = ruleFileSchema.parse({
  ...file('shipped-phone', 'Shipped phone'),
  tried: [{ on: '2026-11-21', how: 'By hand.' }],
});
const mine = ruleFileSchema.parse(file('mine', 'My desk', { where: [{ host: 'desk.example' }] }));

const show = async (start: Parameters<typeof createTestLink>[0] = {}) => {
  const test = createTestLink({ packs: [pack], ...start });
  render(<OptionsPage link={test.link} />);
  await screen.findByRole('heading', { level: 1, name: 'Rules' });
  return test.seen;
};
const paste = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  fireEvent.input(screen.getByLabelText('Rules as JSON'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Check and add' }));
};
const list = () => within(screen.getByRole('list', { name: 'Rule files' }));
const status = () => screen.getByRole('status').textContent;

beforeEach(() => {
  location.hash = '#rules';
});
afterEach(cleanup);

describe('the rules of hosts', () => {
  it('lists what ships, with when it was tried, and switches it off and on', async () => {
    const seen = await show();
    const list = screen.getByRole('list', { name: 'Rule files' });
    expect(list.textContent).toContain('Shipped · any host · tried 2026-11-21');
    expect(within(list).queryByRole('button', { name: 'Remove Shipped phone' })).toBeNull();
    const box = screen.getByLabelText('Use Shipped phone');
    fireEvent.click(box);
    await waitFor(() => expect(seen.settings.rulesOff).toEqual(['shipped-phone']));
    fireEvent.click(screen.getByLabelText('Use Shipped phone'));
    await waitFor(() => expect(seen.settings.rulesOff).toEqual([]));
  });

  it('adds pasted rules, and empties the field', async () => {
    const seen = await show();
    paste(file('mine', 'My desk'));
    await waitFor(() => expect(seen.settings.rules.map(({ id }) => id)).toEqual(['mine']));
    await list().findByText('My desk');
    await waitFor(() => expect(status()).toContain('My desk was added.'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Rules as JSON').value).toBe('');
  });

  it('adds rules from a file', async () => {
    const seen = await show();
    const input = screen.getByLabelText('Or a file');
    const files = [new File([JSON.stringify(file('mine', 'My desk'))], 'mine.json')];
    Object.defineProperty(input, 'files', { value: files });
    fireEvent.change(input);
    await waitFor(() => expect(seen.settings.rules).toHaveLength(1));
  });

  it('says what is wrong and where, and changes nothing', async () => {
    const seen = await show();
    paste(
      file('mine', 'My desk', {
        versions: [{ ...rule.versions[0], clientId: { at: '.x', match: '(a+)+' } }],
      }),
    );
    const region = await screen.findByRole('region', { name: 'What is wrong with the rules' });
    expect(region.textContent).toContain('rules.0.versions.0.clientId.match');
    expect(region.textContent).toContain('no repetition of a group that repeats or chooses');
    expect(seen.events).toEqual([]);
    paste('{');
    await screen.findByText('This is not JSON (line 1).');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Rules as JSON').value).toBe('{');
  });

  it('asks before it replaces a file of one’s own', async () => {
    const seen = await show({ settings: { rules: [mine] } });
    paste(file('mine', 'My new desk'));
    expect(seen.settings.rules[0]?.label).toBe('My desk');
    const dialog = await screen.findByRole('dialog', { name: 'Replace My desk?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(seen.events).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Check and add' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(seen.settings.rules.map(({ label }) => label)).toEqual(['My new desk']));
    await waitFor(() => expect(status()).toContain('My new desk was replaced.'));
  });

  it('asks before it removes a file, and then forgets that it was off', async () => {
    const seen = await show({ settings: { rules: [mine], rulesOff: ['mine', 'shipped-phone'] } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove My desk' }));
    expect(seen.settings.rules).toHaveLength(1);
    const dialog = await screen.findByRole('dialog', { name: 'Remove My desk?' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(seen.settings.rules).toEqual([]));
    expect(seen.settings.rulesOff).toEqual(['shipped-phone']);
    await list().findByText('Shipped phone');
  });

  it('shows an own file in the place of the shipped one with its id', async () => {
    const own = ruleFileSchema.parse(file('shipped-phone', 'Mended phone'));
    await show({ settings: { rules: [own] } });
    expect(list().queryByText('Shipped phone')).toBeNull();
    expect(screen.getByRole('list', { name: 'Rule files' }).textContent).toContain(
      'Your own, in the place of the shipped one',
    );
  });

  it('keeps what could not be saved', async () => {
    const seen = await show();
    seen.savingFails = true;
    paste(file('mine', 'My desk'));
    await waitFor(() => expect(status()).toContain('Not saved'));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Rules as JSON').value).toContain('"mine"');
  });

  it('changes nothing where the settings are read-only', async () => {
    await show({ readOnly: true, settings: { rules: [mine] } });
    for (const name of ['Check and add', 'Remove My desk'])
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Use My desk').disabled).toBe(true);
  });
});

describe('the rules of one host', () => {
  const hosts = ['https://desk.example', 'https://other.example'].map((origin) =>
    hostSettingsSchema.parse({ origin }),
  );

  it('are those that fit it, and can be left out there alone', async () => {
    const seen = await show({ settings: { hosts, rules: [mine] } });
    expect(screen.getAllByLabelText('My desk')).toHaveLength(1);
    const [first] = screen.getAllByLabelText('Shipped phone');
    if (first) fireEvent.click(first);
    await waitFor(() =>
      expect(seen.settings.hosts.map(({ rulesOff }) => rulesOff)).toEqual([['shipped-phone'], undefined]),
    );
    expect(seen.settings.rulesOff).toEqual([]);
  });
});
