import * as z from 'zod/mini';
import type { CardShape } from '../../../domain/card-spot.ts';
import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import type { NoticeWords } from '../../../domain/interaction/notice-words.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { ViewState } from '../../../domain/view-state.ts';
import { browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';
import type { CardPlace } from '../hosts/host-page.ts';
import { afterPop } from './after-pop.ts';
import { noticeText, tooltipText } from './notice-text.ts';
import { type HostTab, planSurfaces } from './plan-surfaces.ts';

/** The part of the extension API used here. */
export type SurfacesApi = Pick<typeof browser, 'action' | 'notifications' | 'runtime' | 'storage'>;

export interface SurfacesParts {
  state: () => ViewState;
  settings: () => Settings;
  tabs: () => HostTab[];
  panelWindows: () => ReadonlySet<number>;
  /** Shows the card in a tab, keeps it at hand, or takes it away; safe to repeat. */
  setCard: (tabId: number, place: CardPlace, shape: CardShape) => void;
  /** What the cards show. */
  setCards: (cards: ReadonlyMap<number, string>) => void;
  /** In the agent's language. */
  words: () => NoticeWords;
  api?: SurfacesApi;
}

/** Badge, cards and notifications, kept as planned. */
export interface Surfaces {
  /** Call on every change; many at once are one piece of work. */
  refresh(): void;
  /** The agent hid the card of this interaction. */
  hide(key: string): void;
  /** The card of this tab wants to be so large, as long as it shows what it shows now. */
  shape(tabId: number, shape: CardShape): void;
  /** An agent can see this interaction: in a panel, or on a card. */
  isShown(key: string): boolean;
  /** Takes up what the last worker did, so that nothing is announced twice. Await it before the first refresh. */
  restore(): Promise<void>;
}

const memoryKey = 'surfaces';
const memorySchema = z.object({
  hidden: z.array(z.string()),
  announced: z.array(z.string()),
  /** Key of an interaction → its notification, the state it told of, and what it says. */
  notices: z.record(z.string(), z.object({ id: z.string(), state: z.string(), text: z.string() })),
});
type Notice = z.infer<typeof memorySchema>['notices'][string];

export function createSurfaces(parts: SurfacesParts): Surfaces {
  const api = parts.api ?? browser;
  let hidden = new Set<string>();
  let announced = new Set<string>();
  let notices = new Map<string, Notice>();
  let remembered = '';
  let cards: ReadonlyMap<number, string> = new Map();
  /** Tab → key of the interaction whose card is folded there. */
  const foldedCards = new Map<number, string>();
  let badge = 0;
  let shownBadge = -1;
  let tooltip = '';
  let shownTooltip = '';
  let scheduled = false;
  const setBadgeLater = afterPop(setBadge);
  const rememberLater = afterPop(remember);

  function refresh(): void {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      apply();
    });
  }

  function apply(): void {
    const state = parts.state();
    const settings = parts.settings();
    const panelWindows = parts.panelWindows();
    const plan = planSurfaces({ state, settings, tabs: parts.tabs(), panelWindows, hidden, announced });
    cards = plan.cards;
    parts.setCards(cards);
    for (const { tabId } of parts.tabs()) {
      const place = cards.has(tabId) ? 'shown' : plan.atHand.has(tabId) ? 'at-hand' : 'none';
      const folded = cards.has(tabId) && foldedCards.get(tabId) === cards.get(tabId);
      parts.setCard(tabId, place, folded ? 'pill' : 'card');
    }
    badge = plan.badge;
    tooltip = tooltipText(state.interactions, settings.notifyPerson, parts.words());
    setBadgeLater();
    for (const { live, tab } of plan.notify)
      notices.set(live.key, { id: noticeId(tab), state: live.facts.state, text: '' });
    announced = plan.announced;
    const keys = new Set(state.interactions.map(({ key }) => key));
    hidden = new Set([...hidden].filter((key) => keys.has(key)));
    for (const [key, notice] of notices) updateNotice(key, notice, state.interactions, settings);
    // A worker that is killed in the next moment must not notify again.
    if (plan.notify.length > 0) remember();
    else rememberLater();
  }

  function setBadge(): void {
    if (badge !== shownBadge) {
      shownBadge = badge;
      quietly(api.action.setBadgeText({ text: badge === 0 ? '' : String(badge) }));
    }
    if (tooltip !== shownTooltip) {
      shownTooltip = tooltip;
      quietly(api.action.setTitle({ title: tooltip }));
    }
  }

  /** A notification lives until its interaction moves on; the person's name comes when it is known and allowed. */
  function updateNotice(key: string, notice: Notice, all: LiveInteraction[], settings: Settings): void {
    const live = all.find((one) => one.key === key);
    if (live?.facts.state !== notice.state) {
      notices.delete(key);
      quietly(api.notifications.clear(notice.id));
      return;
    }
    const { title, message } = noticeText(live, settings.notifyPerson, parts.words());
    const text = `${title}\n${message}`;
    if (text === notice.text) return;
    notices.set(key, { ...notice, text });
    const iconUrl = api.runtime.getURL('/icon/128.png');
    quietly(api.notifications.create(notice.id, { type: 'basic', iconUrl, title, message }));
  }

  function remember(): void {
    const memory = { hidden: [...hidden], announced: [...announced], notices: Object.fromEntries(notices) };
    const text = JSON.stringify(memory);
    if (text === remembered) return;
    remembered = text;
    quietly(api.storage.session.set({ [memoryKey]: memory }));
  }

  return {
    refresh,
    hide(key) {
      hidden.add(key);
      // Their own click: it holds in another worker too, however soon.
      remember();
      refresh();
    },
    shape(tabId, shape) {
      const key = cards.get(tabId);
      if (key === undefined || shape === 'card') foldedCards.delete(tabId);
      else foldedCards.set(tabId, key);
      refresh();
    },
    isShown: (key) => parts.panelWindows().size > 0 || [...cards.values()].includes(key),
    async restore() {
      const stored = memorySchema.safeParse((await api.storage.session.get(memoryKey))[memoryKey]);
      if (!stored.success) return;
      hidden = new Set(stored.data.hidden);
      announced = new Set(stored.data.announced);
      notices = new Map(Object.entries(stored.data.notices));
    },
  };
}

/** Says where its interaction is, since a click must open the panel before anything can be looked up. */
function noticeId({ windowId, tabId }: HostTab): string {
  return `${windowId}:${tabId}:${crypto.randomUUID()}`;
}

/** The place a notification's id names. */
export function placeOfNotice(id: string): { windowId: number; tabId: number } | undefined {
  const [windowId, tabId] = id.split(':').map(Number);
  if (!Number.isInteger(windowId) || !Number.isInteger(tabId)) return undefined;
  return { windowId: windowId ?? -1, tabId: tabId ?? -1 };
}

/** A surface that fails must not stop the others. */
function quietly(done: Promise<unknown>): void {
  done.catch((error) => log('warn', 'a surface failed', { error }));
}
