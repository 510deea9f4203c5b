import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channels } from '../../lib/domain/host/host-event.ts';
import { noticeText } from '../../lib/extension/worker/surfaces/notice-text.ts';
import { Unreachable } from '../../widget/Unreachable.tsx';
import { Widget } from '../../widget/Widget.tsx';
import { ContactCard } from '../card/ContactCard.tsx';
import { diagnostics } from '../fixtures/diagnostics-for-tests.ts';
import { live } from '../fixtures/live.ts';
import { fixtureNow, found } from '../fixtures/people.ts';
import { states } from '../fixtures/states.ts';
import { createStillLink } from '../fixtures/still-link.ts';
import { optionsScenes } from '../gallery/options-scenes.ts';
import { OptionsPage } from '../options/OptionsPage.tsx';
import { createTestLink } from '../options/state/create-test-link.ts';
import { speakPseudo } from '../testing/pseudo-language.ts';
import { showView } from '../testing/show-view-for-tests.ts';
import { inCyrillic, untranslated } from '../testing/untranslated-for-tests.ts';
import { speak } from './language/language.ts';
import { noticeWords } from './notice-words.ts';
import { sharedWords } from './shared-words.ts';
import { viewWords } from './view-words.ts';

beforeEach(speakPseudo);
afterEach(() => {
  cleanup();
  speak([]);
  location.hash = '';
});

describe('the pseudo-language', () => {
  it('brackets every message, lengthens it and leaves what stands in it alone', () => {
    expect(viewWords().save).toMatch(/^⟦Såvë .+⟧$/);
    expect(sharedWords().reasons.lookingIn('Odoo')).toMatch(/^⟦Løøkïñg ïñ Odoo .+⟧$/);
    expect(viewWords().body.searchFor(7).slice(0, 3)).toEqual(['⟦', 'Sëårçh “', 7]);
    const long = 'Ringside cannot read Desk';
    expect(viewWords().host.cannotRead('Desk').length).toBeGreaterThanOrEqual(long.length * 1.4);
  });

  it.each(Object.entries(states))('leaves no text of the view out: %s', (_, state) => {
    const { container } = showView(inCyrillic(state));
    expect(untranslated(container)).toEqual([]);
  });

  it('names fields and sections that nobody named', () => {
    const state = states['04-matched-full'];
    const [connection] = state.connections;
    const workspace = connection?.workspace;
    const nameless = <One extends object>(list: One[]) => list.map((one) => ({ ...one, label: '' }));
    const bare = workspace && {
      ...workspace,
      fields: nameless(
        workspace.fields.filter(({ key }) => ['phone', 'email', 'jobTitle', 'owner'].includes(key)),
      ),
      sections: nameless(workspace.sections.filter(({ id }) => id === 'details')),
    };
    const { container } = showView(
      inCyrillic({ ...state, connections: [{ ...connection!, workspace: bare ?? null }] }),
    );
    expect(container.textContent).toContain('⟦Jøb tïtlë');
    expect(untranslated(container)).toEqual([]);
  });

  it('leaves the keys as they are: C goes into the form of an unknown caller', () => {
    const { container } = showView(states['06-unmatched']);
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(document.activeElement).toBe(container.querySelector('form input'));
  });

  it('leaves no text of the widget out', async () => {
    const unreachable = render(h(Unreachable, { onAgain() {} }));
    expect(unreachable.container.textContent).toContain('⟦');
    expect(untranslated(unreachable.container)).toEqual([]);
    cleanup();
    const link = createStillLink(inCyrillic(states['11b-signed-out']));
    const signIn = { openSignIn: () => false, signInUrl: '/sign-in', signedIn: signal(false) };
    const widget = render(h(Widget, { link, ...signIn }));
    fireEvent.click(widget.getByRole('button', { name: viewWords().signIn }));
    await waitFor(() => expect(widget.container.querySelector('.widget-notice a')).toBeTruthy());
    expect(untranslated(widget.container)).toEqual([]);
  });

  it('leaves no text of a notification out', () => {
    for (const channel of channels) {
      const { campaign: _, ...facts } = live('1', { facts: { channel } }).facts;
      const said = noticeText({ ...live('1'), facts }, false, noticeWords());
      for (const text of [said.title, said.message]) expect(text).toMatch(/^⟦.+⟧$/);
    }
  });

  it.each([
    ['the menu', '04-matched-full', '.more > button'],
    ['a field that is edited', '04-matched-full', '[data-edit="jobTitle"]'],
    ['the list of interactions', '04-many', '.rail-more > button'],
    ['a contact that was opened', '01-idle', '.people .pick'],
    ['a new contact of no call', '01-idle', '.foot .btn'],
  ] as const)('leaves no text of %s out', async (_, name, press) => {
    const { container } = showView(inCyrillic(states[name]), { actions: { openOptions() {}, signIn() {} } });
    const button = container.querySelector(press);
    fireEvent.click(button ?? container);
    await waitFor(() => expect(button).toBeTruthy());
    expect(untranslated(container)).toEqual([]);
  });

  it('leaves no text of problems and of a search out', async () => {
    const { container } = showView(inCyrillic(states['06-unmatched']), { found: inCyrillic(found) });
    fireEvent.submit(container.querySelector('form') ?? container);
    await waitFor(() => expect(container.querySelector('.err')?.textContent).toMatch(/^⟦/));
    expect(untranslated(container)).toEqual([]);
    const search = container.querySelector<HTMLInputElement>('input[type="search"]');
    fireEvent.input(search ?? container, { target: { value: 'mar' } });
    await waitFor(() => expect(container.querySelector('[role="option"]')).toBeTruthy());
    expect(untranslated(container)).toEqual([]);
  });

  it.each(Object.entries(states))('leaves no text of the card out: %s', (_, state) => {
    const link = createStillLink(inCyrillic(state));
    const clock = () => fixtureNow;
    const { container } = render(h(ContactCard, { link, clock, onHide() {}, onOpen() {} }));
    expect(untranslated(container)).toEqual([]);
  });

  it.each(Object.entries(optionsScenes))('leaves no text of the options page out: %s', async (_, scene) => {
    const container = (await showOptions(scene.start, scene.hash)).container as HTMLElement;
    await waitFor(() => expect(scene.act?.(container) ?? true).toBe(true));
    await waitFor(() => expect(container.querySelector('#crms [aria-busy="true"]')).toBeNull());
    expect(untranslated(container)).toEqual([]);
  });

  it.each(['[id^="crm-edit-"]', '#crm-add', '.danger'])(
    'leaves no text of the options page out: several CRMs, and what %s opens and finds wrong',
    async (press) => {
      const { start, hash } = optionsScenes['16-crms']!;
      const { container } = await showOptions(start, hash);
      fireEvent.click(container.querySelector(`#crms ${press}`) ?? container);
      if (press === '.danger') await waitFor(() => expect(container.querySelector('dialog')).toBeTruthy());
      else {
        await waitFor(() => expect(container.querySelector('#crms form')).toBeTruthy());
        const address = container.querySelector<HTMLInputElement>('#crm-baseUrl');
        fireEvent.input(address ?? container, { target: { value: 'https://customers.example.com' } });
        const label = container.querySelector<HTMLInputElement>('#crm-label');
        fireEvent.input(label ?? container, {
          target: { value: press === '#crm-add' ? '' : 'x'.repeat(99) },
        });
        fireEvent.submit(container.querySelector('#crms form') ?? container);
        await waitFor(() => expect(container.querySelector('#crm-label-error')).toBeTruthy());
      }
      expect(untranslated(container)).toEqual([]);
    },
  );

  it('leaves no text of the options page out: hosts, rules, diagnostics and all else', async () => {
    const host = { origin: 'https://desk.example.com', label: 'Desk' };
    const { container } = await showOptions(
      {
        settings: {
          hosts: [{ ...host, trustContactIdHeader: true, campaignHeader: 'X-Campaign', popInternal: false }],
          crms: [
            {
              ...{ id: 'example', connector: 'example', label: 'Sales CRM', staySignedIn: false },
              settings: { baseUrl: 'https://crm.example.com/' },
            },
          ],
        },
        diagnostics,
      },
      'hosts',
    );
    for (const button of container.querySelectorAll('.plain[aria-expanded], .danger'))
      fireEvent.click(button);
    await waitFor(() => expect(container.querySelector('#diagnostics .events')).toBeTruthy());
    expect(container.querySelectorAll('#diagnostics section:last-of-type .verdictline')).toHaveLength(3);
    expect(untranslated(container)).toEqual([]);
  });
});

async function showOptions(start: Parameters<typeof createTestLink>[0], hash: string) {
  location.hash = hash;
  const { link } = createTestLink(inCyrillic(start));
  const named = { ...link, adapters: inCyrillic(link.adapters), crms: inCyrillic(link.crms), version: '1' };
  const crms = named.crms.map((connector) => ({
    ...connector,
    connect: (context: Parameters<typeof connector.connect>[0]) => {
      const crm = connector.connect(context);
      return { ...crm, workspace: async () => inCyrillic(await crm.workspace({})) };
    },
  }));
  const view = render(h(OptionsPage, { link: { ...named, crms } }));
  await waitFor(() => expect(view.container.querySelector('#crms form, #crms .crms')).toBeTruthy());
  if (hash === 'fields') await waitFor(() => expect(view.container.querySelector('.arrange')).toBeTruthy());
  return view;
}
