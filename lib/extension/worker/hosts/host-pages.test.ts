import { describe, expect, it } from 'vitest';
import type { Strategy } from '../../../domain/host/host-diagnostics.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import { defaultSettings, hostSettingsSchema } from '../../../domain/settings.ts';
import type { PermissionsApi } from '../../browser/permissions.ts';
import { hostTabs } from '../surfaces/host-tabs.ts';
import { missingHosts } from '../surfaces/missing-hosts.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { hostStatuses } from './host-statuses.ts';

const origin = 'https://desk.example.com';
const opened = (late: boolean) => ({ instance: 'i', late });

describe('the status of a host', () => {
  const host = hostSettingsSchema.parse({ origin });
  const page = { origin, opened: opened(false), heard: false, inbox: 'unknown' as const, strategies: [] };
  const rule = (state: Strategy['state'], name = 'desk/calls') => ({
    ...page,
    strategies: [
      { adapter: 'sip-websocket', state: 'ready' as const },
      { adapter: 'dom-rules', rule: name, state },
    ],
  });
  it.each([
    ['absent without a page', [], 'absent'],
    ['connected with a page', [page], 'connected'],
    ['asking for a reload where the page was open before', [{ ...page, opened: opened(true) }], 'reload'],
    [
      'connected where such a page can be read all the same',
      [{ ...page, opened: opened(true), heard: true }],
      'connected',
    ],
    ['connected where its rule can be read', [rule('ready')], 'connected'],
    ['not readable where a rule for it does not fit', [rule('cannot-read')], 'unreadable'],
    [
      'connected where the rule can be read in another frame or tab',
      [rule('cannot-read'), rule('ready'), rule('elsewhere')],
      'connected',
    ],
    [
      'not readable where only another rule can be read',
      [rule('cannot-read'), rule('ready', 'desk/chats')],
      'unreadable',
    ],
    ['connected where a rule is for other pages', [rule('elsewhere')], 'connected'],
    ['absent with a page of another origin', [{ ...page, origin: `${origin}.evil.example` }], 'absent'],
  ] as const)('is %s', (_, pages, status) => {
    expect(hostStatuses([host], [...pages])).toEqual([
      { origin, label: 'desk.example.com', status, inbox: 'unknown' },
    ]);
  });

  it('tells how the agent uses the inbox', () => {
    const [status] = hostStatuses([{ ...host, label: 'Desk' }], [{ ...page, inbox: 'docked' }, page]);
    expect(status).toMatchObject({ label: 'Desk', inbox: 'docked' });
  });
});

describe('host tabs', () => {
  const frame = {
    tabId: 7,
    windowId: 1,
    origin: 'https://desk.example.com',
    frameId: 0,
    hidden: false,
    cardBlocked: false,
    cardSeen: true,
  };
  it('take the card in their top frame, unless it was refused', () => {
    const within = { ...frame, frameId: 4, origin: 'https://inbox.example.com' };
    expect(hostTabs([within, frame])[0]?.origin).toBe(frame.origin);
    expect(hostTabs([frame, { ...frame, frameId: 4, cardSeen: false }])).toEqual([
      { tabId: 7, windowId: 1, origin: frame.origin, hidden: false, takesCard: true, cardSeen: true },
    ]);
    expect(hostTabs([{ ...frame, cardBlocked: true }])[0]?.takesCard).toBe(false);
    expect(hostTabs([{ ...frame, frameId: 4 }])[0]).toMatchObject({ takesCard: false, cardSeen: false });
  });
});

describe('missing hosts', () => {
  const live = (state: string, tabId: number, hostGoneUntil?: number) =>
    ({ facts: { state }, source: { tabId, frameId: 0 }, hostGoneUntil }) as unknown as LiveInteraction; // Only what is looked at.
  it('are the frames of live interactions that did not connect again', () => {
    const interactions = [
      live('active', 7),
      live('held', 7),
      live('offered', 8),
      live('finished', 9),
      live('active', 10, 1),
    ];
    expect(missingHosts(interactions, [{ tabId: 8, frameId: 0 }])).toEqual([{ tabId: 7, frameId: 0 }]);
    expect(
      missingHosts(interactions, [
        { tabId: 8, frameId: 0 },
        { tabId: 7, frameId: 0 },
      ]),
    ).toEqual([]);
    expect(missingHosts([live('active', 7)], [{ tabId: 7, frameId: 3 }])).toHaveLength(1);
  });
});

describe('allowed hosts', () => {
  it('are those that are configured, granted and safe to work with', async () => {
    const granted = ['https://desk.example.com/*', 'http://desk.example.org/*'];
    const contains = async ({ origins }: { origins: string[] }) =>
      origins.every((one) => granted.includes(one));
    const api = { permissions: { contains } } as unknown as PermissionsApi; // Nothing else is called.
    const hosts = [origin, 'https://revoked.example.com', 'http://desk.example.org'].map((one) => ({
      ...hostSettingsSchema.parse({ origin }),
      origin: one,
    }));
    const allowed = await allowedHosts({ ...defaultSettings, hosts }, api);
    expect([...allowed.keys()]).toEqual([origin]);
  });
});
