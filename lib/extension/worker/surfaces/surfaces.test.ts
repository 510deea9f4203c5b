import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noticeEnglish } from '../../../../components/words/en/notices.ts';
import type { HostInteraction } from '../../../domain/host/host-event.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import { defaultSettings, type Settings } from '../../../domain/settings.ts';
import { emptyViewState } from '../../../domain/view-state.ts';
import type { HostTab } from './plan-surfaces.ts';
import { createSurfaces, placeOfNotice, type SurfacesApi } from './surfaces.ts';

const live = (key: string, facts: Partial<HostInteraction> = {}, name?: string) =>
  // Only what surfaces look at.
  ({
    key,
    source: { origin: 'https://desk.example.com', adapter: 'host-protocol', tabId: 7, frameId: 0 },
    facts: { id: key, channel: 'phone', direction: 'inbound', state: 'offered', ...facts },
    resolution: name === undefined ? { status: 'resolving' } : { status: 'matched', contact: { name } },
  }) as unknown as LiveInteraction;

/** A worker's surfaces over a browser whose session outlives it. */
function start() {
  const world = {
    interactions: [] as LiveInteraction[],
    settings: defaultSettings as Settings,
    tab: {
      tabId: 7,
      windowId: 3,
      origin: 'https://desk.example.com',
      hidden: false,
      takesCard: true,
      cardSeen: false,
    } as HostTab,
  };
  const notices = new Map<string, { title: string; message: string }>();
  const badge = vi.fn(async () => {});
  const title = vi.fn(async (_: { title: string }) => {});
  const api = {
    action: { setBadgeText: badge, setTitle: title },
    runtime: { getURL: (path: string) => `chrome-extension://ours${path}` },
    notifications: {
      create: async (id: string, notice: { title: string; message: string }) => void notices.set(id, notice),
      clear: async (id: string) => void notices.delete(id),
    },
    storage: fakeBrowser.storage,
  };
  const setCard = vi.fn();
  const setCards = vi.fn();
  const surfaces = createSurfaces({
    state: () => ({ ...emptyViewState, interactions: world.interactions }),
    settings: () => world.settings,
    tabs: () => [world.tab],
    panelWindows: () => new Set(),
    setCard,
    setCards,
    words: () => noticeEnglish,
    api: api as unknown as SurfacesApi, // Only what is used.
  });
  const refresh = async (...interactions: LiveInteraction[]) => {
    world.interactions = interactions;
    surfaces.refresh();
    await Promise.resolve();
  };
  return { surfaces, world, notices, badge, title, setCard, setCards, refresh };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

describe('surfaces', () => {
  it('say on the button what the badge counts, and persons only where they may be told', async () => {
    vi.useFakeTimers();
    const { refresh, title, world } = start();
    const told = async (...interactions: LiveInteraction[]) => {
      await refresh(...interactions);
      vi.runAllTimers();
      return title.mock.lastCall?.[0].title;
    };
    const both = [
      live('a', {}, 'Ana'),
      live('b', { channel: 'chat', campaign: { name: 'Billing' } }),
      live('c', { state: 'finished' }),
    ];
    expect(await told(...both)).toBe('Ringside: 2 live\nCall\nBilling');
    world.settings = { ...world.settings, notifyPerson: true };
    expect(await told(...both)).toBe('Ringside: 2 live\nAna\nBilling');
    const many = Array.from({ length: 9 }, (_, index) => live(String(index)));
    expect((await told(...many))?.split('\n')).toHaveLength(7);
    expect(await told(live('c', { state: 'finished' }))).toBe('Ringside: nothing live');
  });

  it('know who is seen: on a card, or by whoever has a panel open', async () => {
    const { surfaces, refresh } = start();
    await refresh(live('a'));
    expect([surfaces.isShown('a'), surfaces.isShown('b')]).toEqual([true, false]);
    surfaces.hide('a');
    await refresh(live('a'));
    expect(surfaces.isShown('a')).toBe(false);
  });

  it('count what is live on the badge, once what is shown has been told', async () => {
    vi.useFakeTimers();
    const { refresh, badge, setCard } = start();
    await refresh(live('a'));
    await refresh(live('a'), live('b'));
    expect(setCard).toHaveBeenCalled();
    expect(badge).not.toHaveBeenCalled();
    vi.runAllTimers();
    await refresh(live('a'), live('b'));
    vi.runAllTimers();
    await refresh();
    vi.runAllTimers();
    expect(badge.mock.calls).toEqual([[{ text: '2' }], [{ text: '' }]]);
  });

  it('show the card, and take it away when the interaction ends or the agent hides it', async () => {
    const { surfaces, refresh, setCard, setCards } = start();
    await refresh(live('a'));
    expect(setCard).toHaveBeenLastCalledWith(7, 'shown', 'card');
    expect(setCards).toHaveBeenLastCalledWith(new Map([[7, 'a']]));
    surfaces.hide('a');
    await Promise.resolve();
    expect(setCard).toHaveBeenLastCalledWith(7, 'none', 'card');
    await refresh(live('a'), live('b'));
    expect(setCards).toHaveBeenLastCalledWith(new Map([[7, 'b']]));
    await refresh(live('b', { state: 'finished' }));
    expect(setCard).toHaveBeenLastCalledWith(7, 'none', 'card');
  });

  it('notify with channel and campaign, never with who it is', async () => {
    const { world, refresh, notices } = start();
    world.tab.hidden = true;
    await refresh(live('a', { campaign: { name: 'Sales<-' }, displayName: 'Élodie' }, 'Élodie Marchand'));
    expect([...notices.values()]).toMatchObject([{ title: 'Incoming call', message: 'Sales' }]);
    expect(JSON.stringify([...notices])).not.toContain('lodie');
    expect(placeOfNotice([...notices.keys()][0]!)).toEqual({ windowId: 3, tabId: 7 });
  });

  it('name the person where the setting allows it, once they are known, without marks that turn text over', async () => {
    const { world, refresh, notices } = start();
    world.tab.hidden = true;
    world.settings = { ...defaultSettings, notifyPerson: true };
    await refresh(live('a'));
    expect([...notices.values()]).toMatchObject([{ message: 'Click to see it in Ringside' }]);
    await refresh(live('a', {}, 'Élodie\u202e Marchand'));
    expect([...notices.values()]).toMatchObject([{ message: 'Élodie Marchand' }]);
  });

  it('take a notification back when the call is answered', async () => {
    const { world, refresh, notices } = start();
    world.tab.hidden = true;
    await refresh(live('a'));
    expect(notices.size).toBe(1);
    await refresh(live('a', { state: 'active' }));
    expect(notices.size).toBe(0);
  });

  it('notify when the page turns out to refuse the card', async () => {
    const { world, refresh, notices } = start();
    await refresh(live('a'));
    expect(notices.size).toBe(0);
    world.tab.takesCard = false;
    await refresh(live('a'));
    expect(notices.size).toBe(1);
  });

  it('keep hidden what the agent hid in the moment before the worker was killed', async () => {
    const first = start();
    await first.refresh(live('a'));
    first.surfaces.hide('a');
    const second = start();
    await second.surfaces.restore();
    await second.refresh(live('a'));
    expect(second.setCard).toHaveBeenLastCalledWith(7, 'none', 'card');
  });

  it('announce nothing twice after the worker was killed, and keep hidden what was hidden', async () => {
    const first = start();
    first.world.tab.hidden = true;
    await first.refresh(live('a'));
    first.surfaces.hide('b');
    await first.refresh(live('a'), live('b'));
    const second = start();
    await second.surfaces.restore();
    second.world.tab.hidden = true;
    await second.refresh(live('a'), live('b'));
    expect(second.notices.size).toBe(0);
    second.world.tab.hidden = false;
    await second.refresh(live('b'));
    expect(second.setCard).toHaveBeenLastCalledWith(7, 'none', 'card');
  });
});

it('a notification of somebody else names no place', () => {
  expect(placeOfNotice('nonsense')).toBeUndefined();
  expect(placeOfNotice('')).toBeUndefined();
});

describe('a folded card', () => {
  it('is one of that interaction: another has a whole one', async () => {
    const { surfaces, refresh, setCard } = start();
    await refresh(live('a', { state: 'active' }));
    surfaces.shape(7, 'pill');
    await refresh(live('a', { state: 'active' }));
    expect(setCard).toHaveBeenLastCalledWith(7, 'shown', 'pill');
    surfaces.shape(7, 'card');
    await refresh(live('a', { state: 'active' }));
    expect(setCard).toHaveBeenLastCalledWith(7, 'shown', 'card');
    surfaces.shape(7, 'pill');
    await refresh(live('b'));
    expect(setCard).toHaveBeenLastCalledWith(7, 'shown', 'card');
    await refresh();
    surfaces.shape(7, 'pill');
    await refresh(live('c'));
    expect(setCard).toHaveBeenLastCalledWith(7, 'shown', 'card');
  });
});
