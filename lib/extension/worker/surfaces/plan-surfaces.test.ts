import { describe, expect, it } from 'vitest';
import type { HostInteraction } from '../../../domain/host/host-event.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import { defaultSettings, hostSettingsSchema } from '../../../domain/settings.ts';
import { emptyViewState, type ViewState } from '../../../domain/view-state.ts';
import { planSurfaces, type SurfaceSituation } from './plan-surfaces.ts';

const origin = 'https://desk.example.com';
const live = (key: string, facts: Partial<HostInteraction> = {}, tabId = 7) =>
  // Only what the plan looks at.
  ({
    key,
    source: { origin, adapter: 'host-protocol', tabId, frameId: 0 },
    facts: { id: key, channel: 'phone', direction: 'inbound', state: 'offered', ...facts },
  }) as unknown as LiveInteraction;
const tab = { tabId: 7, windowId: 1, origin, hidden: false, takesCard: true, cardSeen: true };

const situation: SurfaceSituation = {
  state: emptyViewState,
  settings: defaultSettings,
  tabs: [tab],
  panelWindows: new Set(),
  hidden: new Set(),
  announced: new Set(),
};

function plan(interactions: LiveInteraction[], change: Partial<SurfaceSituation> & { front?: string } = {}) {
  const { front = null, ...rest } = change;
  const state = { ...emptyViewState, interactions, front };
  const { badge, cards, notify, announced } = planSurfaces({ ...situation, state, ...rest });
  return { badge, cards: [...cards], notify: notify.map((one) => one.live.key), announced: [...announced] };
}

describe('surfaces', () => {
  it('show a ringing call on the card of its tab, and count it', () => {
    expect(plan([live('a')])).toEqual({ badge: 1, cards: [[7, 'a']], notify: [], announced: ['a'] });
  });

  it('leave a host alone that wants no card: a notification only where its page is out of sight', () => {
    const host = hostSettingsSchema.parse({ origin, noCard: true });
    const settings = { ...defaultSettings, hosts: [host] };
    expect(plan([live('a')], { settings })).toMatchObject({ badge: 1, cards: [], notify: [] });
    expect(plan([live('a')], { settings, tabs: [{ ...tab, hidden: true }] })).toMatchObject({
      cards: [],
      notify: ['a'],
    });
    const ready = { status: 'ready' } as unknown as ViewState['connections'][number]; // Only what the plan looks at.
    const state = { ...emptyViewState, connections: [ready] };
    expect(planSurfaces({ ...situation, state, settings }).atHand).toEqual(new Set());
    expect(planSurfaces({ ...situation, state }).atHand).toEqual(new Set([7]));
    const elsewhere = [{ ...tab, origin: 'https://other.example.com' }];
    expect(plan([live('a')], { settings, tabs: elsewhere })).toMatchObject({ cards: [[7, 'a']] });
  });

  it('show nothing over the page where a panel is open in its window', () => {
    expect(plan([live('a')], { panelWindows: new Set([1]) })).toMatchObject({
      badge: 1,
      cards: [],
      notify: [],
    });
    expect(plan([live('a')], { panelWindows: new Set([2]) })).toMatchObject({ cards: [[7, 'a']] });
  });

  it('show nothing of what is pending, finished or closed', () => {
    const over = (['pending', 'finished', 'closed'] as const).map((state) => live(state, { state }));
    expect(plan(over)).toEqual({ badge: 0, cards: [], notify: [], announced: [] });
  });

  it('count an interaction as announced when its card is there, not before', () => {
    expect(plan([live('a')], { tabs: [{ ...tab, cardSeen: false }] })).toMatchObject({
      cards: [[7, 'a']],
      announced: [],
    });
  });

  it('have a card at hand where one may be wanted: signed in, no panel, and a page that takes it', () => {
    const connections = [{ id: 'main', status: 'ready' }] as ViewState['connections']; // Nothing else is looked at.
    const atHand = (change: Partial<SurfaceSituation> = {}, state: Partial<ViewState> = { connections }) => [
      ...planSurfaces({ ...situation, state: { ...emptyViewState, ...state }, ...change }).atHand,
    ];
    expect(atHand()).toEqual([7]);
    expect(atHand({ tabs: [{ ...tab, hidden: true }] })).toEqual([7]);
    expect(atHand({}, { connections: [] })).toEqual([]);
    expect(atHand({ panelWindows: new Set([1]) })).toEqual([]);
    expect(atHand({ tabs: [{ ...tab, takesCard: false }] })).toEqual([]);
    expect(atHand({ settings: { ...defaultSettings, surface: 'badge' } })).toEqual([]);
  });

  it('notify where the tab is hidden or the page refuses the card, once', () => {
    const hidden = { tabs: [{ ...tab, hidden: true }] };
    expect(plan([live('a')], hidden)).toMatchObject({ cards: [], notify: ['a'] });
    expect(plan([live('a')], { tabs: [{ ...tab, takesCard: false }] })).toMatchObject({ notify: ['a'] });
    expect(plan([live('a')], { ...hidden, announced: new Set(['a']) })).toMatchObject({ notify: [] });
  });

  it('do not notify of a call that the agent makes', () => {
    expect(plan([live('a', { direction: 'outbound' })], { tabs: [{ ...tab, hidden: true }] }).notify).toEqual(
      [],
    );
  });

  it('follow the setting', () => {
    expect(plan([live('a')], { settings: { ...defaultSettings, surface: 'notification' } })).toMatchObject({
      cards: [],
      notify: ['a'],
    });
    expect(plan([live('a')], { settings: { ...defaultSettings, surface: 'badge' } })).toMatchObject({
      badge: 1,
      cards: [],
      notify: [],
    });
  });

  it('show the one in front, else the one that rings, else the last', () => {
    const active = live('active', { state: 'active' });
    const held = live('held', { state: 'held' });
    const ringing = live('ringing');
    expect(plan([active, ringing, held], { front: 'active' }).cards).toEqual([[7, 'active']]);
    expect(plan([active, ringing, held]).cards).toEqual([[7, 'ringing']]);
    expect(plan([active, held]).cards).toEqual([[7, 'held']]);
  });

  it('do not show what the agent hid, and come back for another call', () => {
    const hidden = new Set(['a']);
    expect(plan([live('a')], { hidden }).cards).toEqual([]);
    expect(plan([live('a'), live('b')], { hidden, front: 'a' }).cards).toEqual([[7, 'b']]);
  });

  it('keep to each tab what is its own', () => {
    const tabs = [tab, { ...tab, tabId: 8 }];
    expect(plan([live('a'), live('b', {}, 8)], { tabs, front: 'b' }).cards).toEqual([
      [7, 'a'],
      [8, 'b'],
    ]);
  });

  it('leave out internal calls unless their host is set to pop them', () => {
    const internal = live('a', { direction: 'internal' });
    expect(plan([internal])).toMatchObject({ badge: 0, cards: [] });
    const hosts = [hostSettingsSchema.parse({ origin, popInternal: true })];
    expect(plan([internal], { settings: { ...defaultSettings, hosts } })).toMatchObject({
      cards: [[7, 'a']],
    });
  });
});
