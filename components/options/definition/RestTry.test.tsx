import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrmConnector } from '../../../lib/crms/crm.ts';
import minimal from '../../../lib/crms/definitions/minimal.json';
import rest from '../../../lib/crms/rest/connector.ts';
import { facts } from '../../../lib/crms/rest/facts.ts';
import { OptionsPage } from '../OptionsPage.tsx';
import { createTestLink } from '../state/create-test-link.ts';

const found = {
  data: [{ id: 7, name: 'Ngozi Okafor', phone: '020 7946 0123', email: '', company: 'Lifts' }],
};
const nobody = { data: [{ id: 8, name: 'Else', phone: '+49 20 79460123' }] };

/** The options page with the connector for any REST API, whose CRM answers with this. */
async function show(status: number, body: unknown) {
  const sent: Request[] = [];
  const answer: typeof fetch = async (input, init) => {
    sent.push(new Request(input, init));
    return Response.json(body, { status });
  };
  const test = createTestLink();
  // The page's own settings are unknown to it, as they are in the registry.
  const connector = { ...(rest as CrmConnector), ...facts };
  const original = globalThis.fetch;
  globalThis.fetch = answer;
  restore = () => {
    globalThis.fetch = original;
  };
  render(<OptionsPage link={{ ...test.link, crms: [connector] }} />);
  await screen.findByRole('heading', { level: 1 });
  return { ...test, sent };
}
let restore = (): void => {};

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const definition = () => screen.getByLabelText('Definition') as HTMLTextAreaElement;
const judged = () => screen.getByLabelText('The definition').textContent ?? '';
const made = () => within(screen.getByLabelText('Try it'));
function fillIn(change: object = {}) {
  type('Address', 'https://crm.example.com');
  type('Key, password or client secret', 's3cret-key');
  fireEvent.change(screen.getByLabelText('Country of national numbers'), { target: { value: 'GB' } });
  type('Definition', JSON.stringify({ ...minimal, ...change }));
}
function look(text: string, by = 'phone') {
  fireEvent.change(screen.getByLabelText('By what'), { target: { value: by } });
  if (by !== 'who') type('Look for', text);
  fireEvent.click(screen.getByRole('button', { name: 'Try' }));
}

beforeEach(() => {
  location.hash = '#crms';
});
afterEach(() => {
  cleanup();
  restore();
});

describe('the editor of a definition', () => {
  it('starts from what ships, and judges what is typed by its path', async () => {
    await show(200, found);
    fireEvent.change(screen.getByLabelText('Start from an example'), { target: { value: '1' } });
    expect(definition().value).toContain('"DOLAPIKEY"');
    expect(judged()).toContain('Dolibarr: this can be used');
    expect(judged()).toContain('Finds by phone, e-mail · searches · creates · edits · links · 6 fields');
    type('Definition', definition().value.replace('"id": "id"', '"id": "a..b"'));
    expect(judged()).toContain('session.id');
    expect(definition().getAttribute('aria-invalid')).toBe('true');
    type('Definition', '{');
    expect(judged()).toContain('This is not JSON');
  });

  it('asks before it replaces what a person wrote', async () => {
    await show(200, found);
    type('Definition', '{"version": 1}');
    fireEvent.change(screen.getByLabelText('Start from an example'), { target: { value: '0' } });
    expect(definition().value).toBe('{"version": 1}');
    fireEvent.click(screen.getByRole('button', { name: 'Replace' }));
    expect(definition().value).toContain('The least that is needed');
  });

  it('opens a file, and saves it with the CRM as it was written', async () => {
    const { seen } = await show(200, found);
    const text = `${JSON.stringify(minimal)}\n`;
    fireEvent.change(screen.getByLabelText('Open a definition from a file'), {
      target: { files: [new File([text], 'own.json')] },
    });
    await waitFor(() => expect(definition().value).toBe(text));
    type('Address', 'https://crm.example.com');
    type('Key, password or client secret', 's3cret-key');
    fireEvent.change(screen.getByLabelText('Country of national numbers'), { target: { value: 'GB' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(seen.settings.crms[0]?.settings.definition).toBe(text.trim()));
    expect(JSON.stringify(seen.settings)).not.toContain('s3cret-key');
  });
});

describe('trying a definition', () => {
  it('does not say that there is nobody where more come into question than were looked at', async () => {
    await show(200, nobody);
    fillIn({ list: { ...minimal.list, limit: 1 } });
    look('020 7946 0123');
    await waitFor(() => expect(made().getByText(/^More contacts come into question/)).toBeTruthy());
    expect(made().queryByText('Nobody')).toBeNull();
  });

  it('shows the request, the reply and the contact, and no secret', async () => {
    const { seen, sent } = await show(200, found);
    fillIn();
    look('020 7946 0123');
    expect(seen.requested).toEqual([['https://crm.example.com/*']]);
    await waitFor(() => expect(made().getByText('Ngozi Okafor')).toBeTruthy());
    expect(sent[0]?.url).toBe('https://crm.example.com/api/contacts?limit=50&phone=%2B442079460123');
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer s3cret-key');
    expect(made().getByText('https://crm.example.com/api/contacts')).toBeTruthy();
    expect(made().getByText('phone=+442079460123')).toBeTruthy();
    expect(made().getByText(/^authorization: Bearer ••••••$/i)).toBeTruthy();
    await waitFor(() =>
      expect((made().getByLabelText('Reply') as HTMLTextAreaElement).value).toContain('"company": "Lifts"'),
    );
    expect(made().getByText('Lifts')).toBeTruthy();
    expect(document.body.innerHTML).not.toContain('s3cret-key');
    expect(seen.settings.crms).toEqual([]);
  });

  it('says plainly that nobody carries it, though somebody came back', async () => {
    await show(200, nobody);
    fillIn();
    look('020 7946 0123');
    await waitFor(() => expect(made().getByText('Nobody')).toBeTruthy());
  });

  it.each([
    [200, { nothing: [] }, 'The reply is not what the definition says', 'bad-reply'],
    [401, {}, 'The key is refused', 'signed-out'],
    [404, {}, 'The CRM has nothing at this path', 'not-found'],
    [400, {}, 'The CRM does not accept the request', 'invalid'],
  ])('says what a %i with %j is', async (status, body, text, code) => {
    await show(status, body);
    fillIn();
    look('Okafor', 'text');
    await waitFor(() => expect(made().getByText(text)).toBeTruthy());
    expect(made().getByText(code)).toBeTruthy();
  });

  it('asks who is signed in, and gets by ContactID', async () => {
    const { sent } = await show(200, { id: 'u-1', name: 'Ada Lund' });
    fillIn();
    look('', 'who');
    await waitFor(() => expect(made().getByText('Signed in as Ada Lund (u-1)')).toBeTruthy());
    look('7/..', 'id');
    await waitFor(() => expect(sent.at(-1)?.url).toBe('https://crm.example.com/api/contacts/7%2F..'));
  });

  it('leads to the sign-in page where the definition says that one signs in by code', async () => {
    await show(200, found);
    const login = 'https://login.example.com/';
    const auth = { kind: 'code', authorizeUrl: `${login}yes`, tokenUrl: `${login}token`, scope: 'contacts' };
    fillIn();
    type('User name or client ID', 'client-7');
    type('Definition', JSON.stringify({ ...minimal, auth }));
    expect(screen.getByRole('button', { name: 'Sign in with REST API' })).toBeTruthy();
    expect(screen.queryByLabelText('Key, password or client secret')).toBeNull();
  });

  it('sends nothing for what is no phone number, and nothing by a definition that is wrong', async () => {
    const { sent, seen } = await show(200, found);
    fillIn();
    look('123');
    await waitFor(() => expect(made().getByText(/This is no phone number/)).toBeTruthy());
    fillIn({ record: {} });
    look('020 7946 0123');
    await waitFor(() => expect(screen.getByText('This CRM cannot use that.')).toBeTruthy());
    expect(sent).toEqual([]);
    expect(seen.requested).toHaveLength(1);
  });
});
