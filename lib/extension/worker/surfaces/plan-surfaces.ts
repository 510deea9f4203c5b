import type { LiveInteraction } from '../../../domain/interaction/live.ts';
import type { Settings } from '../../../domain/settings.ts';
import type { ViewState } from '../../../domain/view-state.ts';

/** A host tab as far as surfaces go. */
export interface HostTab {
  tabId: number;
  windowId: number;
  /** Of its top frame, else of the frame that speaks. */
  origin: string;
  hidden: boolean;
  /** Its top frame is a host of ours that has not refused the card. */
  takesCard: boolean;
  /** The card stands in the page with our own page in it, so that what it shows was seen. */
  cardSeen: boolean;
}

export interface SurfaceSituation {
  state: ViewState;
  settings: Settings;
  tabs: HostTab[];
  /** Windows in which a panel is open. */
  panelWindows: ReadonlySet<number>;
  /** Keys of interactions whose card the agent hid. */
  hidden: ReadonlySet<string>;
  /** Keys of interactions the agent has been shown in some way: no notification any more. */
  announced: ReadonlySet<string>;
}

export interface SurfacePlan {
  /** How many interactions are live. */
  badge: number;
  /** Tab → key of the interaction its card shows; tabs without one show none. */
  cards: Map<number, string>;
  /** Tabs in which a card may be wanted at any moment: it is loaded, and not seen. */
  atHand: Set<number>;
  /** Interactions to notify of, with the tab they are in. */
  notify: { live: LiveInteraction; tab: HostTab }[];
  /** Keys that count as announced from now on. */
  announced: Set<string>;
}

/** Decides what is seen where, so that one interaction is announced once and nothing covers what the agent looks at (B6). */
export function planSurfaces(situation: SurfaceSituation): SurfacePlan {
  const { state, settings, tabs, panelWindows, hidden } = situation;
  const live = state.interactions.filter((one) => ringsOrTalks(one) && pops(one, settings));
  const announced = new Set(live.map(({ key }) => key).filter((key) => situation.announced.has(key)));
  const plan: SurfacePlan = {
    badge: live.length,
    cards: new Map(),
    atHand: new Set(),
    notify: [],
    announced,
  };
  const isSignedIn = state.connections.some(({ status }) => status === 'ready');
  const unwanted = new Set(settings.hosts.filter(({ noCard }) => noCard).map(({ origin }) => origin));
  for (const tab of tabs) {
    const own = live.filter(({ source }) => source.tabId === tab.tabId);
    if (panelWindows.has(tab.windowId)) {
      for (const { key } of own) announced.add(key);
      continue;
    }
    const wantsCard = settings.surface === 'card' && !unwanted.has(tab.origin);
    if (wantsCard && tab.takesCard && isSignedIn) plan.atHand.add(tab.tabId);
    // Who does not want the card over the page that they look at wants nothing else in its place.
    if (unwanted.has(tab.origin) && settings.surface === 'card' && !tab.hidden) continue;
    if (wantsCard && tab.takesCard && !tab.hidden) {
      const shown = pick(
        own.filter(({ key }) => !hidden.has(key)),
        state.front,
      );
      if (shown) plan.cards.set(tab.tabId, shown.key);
      if (shown && tab.cardSeen) announced.add(shown.key);
      continue;
    }
    if (settings.surface === 'badge') continue;
    for (const one of own) {
      if (announced.has(one.key)) continue;
      announced.add(one.key);
      // An agent knows of the call they make themselves.
      if (one.facts.direction !== 'outbound') plan.notify.push({ live: one, tab });
    }
  }
  return plan;
}

/** Somebody is ringing or talking. What is pending is nobody's yet; what is finished needs no card. */
export function ringsOrTalks({ facts }: LiveInteraction): boolean {
  return facts.state === 'offered' || facts.state === 'active' || facts.state === 'held';
}

function pops({ facts, source }: LiveInteraction, settings: Settings): boolean {
  if (facts.direction !== 'internal') return true;
  return settings.hosts.some(({ origin, popInternal }) => origin === source.origin && popInternal);
}

/** The one in front, else what rings, else what came last. */
function pick(own: LiveInteraction[], front: string | null): LiveInteraction | undefined {
  return (
    own.find(({ key }) => key === front) ??
    own.findLast(({ facts }) => facts.state === 'offered') ??
    own.at(-1)
  );
}
