import { loadCrmConnector } from '../../crms/load-connector.ts';
import { firstSpot, spotTowards } from '../../domain/card-spot.ts';
import { rulesFor } from '../../domain/host-rules-for.ts';
import type { NoticeWords } from '../../domain/interaction/notice-words.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { languageTag } from '../../domain/text/languages.ts';
import { emptyViewState } from '../../domain/view-state.ts';
import { dropFormerCache } from '../../engine/cache/former-cache.ts';
import { hasDue, isSendingByItself } from '../../engine/live/due.ts';
import { hostFacts } from '../../hosts/facts.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import { onPermissionsChanged } from '../browser/permissions.ts';
import { protectStorage } from '../browser/trusted-storage.ts';
import { createDiagnostics } from '../diagnostics/diagnostics.ts';
import { onDiagnosticsClear } from '../diagnostics/diagnostics-store.ts';
import { loadSettings } from '../storage/settings.ts';
import { keepHostLanguage } from '../views/dress-page.ts';
import { changeHost, connectHost } from './change-host.ts';
import { connectPort } from './connect-port.ts';
import { holdUpdate } from './hold-update.ts';
import { createApplyHosts } from './hosts/apply-hosts.ts';
import { firstOfSession } from './hosts/first-of-session.ts';
import { createHostProgress } from './hosts/host-progress.ts';
import { hostStatuses } from './hosts/host-statuses.ts';
import { reloadLate } from './hosts/reload-late.ts';
import { rulePacks } from './hosts/rule-packs.ts';
import { createHostPorts } from './hosts/serve-host-port.ts';
import { createTestCall } from './hosts/test-call.ts';
import { type RunningEngine, startEngine } from './start-engine.ts';
import { afterPop } from './surfaces/after-pop.ts';
import { hostTabs } from './surfaces/host-tabs.ts';
import { listenToClicks } from './surfaces/listen-to-clicks.ts';
import { listenToCommands } from './surfaces/listen-to-commands.ts';
import { missingHosts } from './surfaces/missing-hosts.ts';
import { openPanel } from './surfaces/open-panel.ts';
import { ringsOrTalks } from './surfaces/plan-surfaces.ts';
import { createViewPorts } from './surfaces/serve-view-port.ts';
import { createSurfaces } from './surfaces/surfaces.ts';
import { welcome } from './welcome.ts';

const alarm = 'tick';
/** By then every page that is still there has connected to a new worker. */
const reconnectMs = 5_000;

/**
 * The background worker. Browsers start it on an event and kill it at any moment: every listener is registered before
 * the first `await`, and nothing that must last is only here. `noticeWords`: in the agent's language, whichever that is by then.
 */
export function startWorker(noticeWords: () => NoticeWords): void {
  void protectStorage().catch((error) => log('error', 'storage is open to content scripts', { error }));
  const life = new AbortController().signal;
  const progress = createHostProgress();
  const diagnostics = createDiagnostics({ adapters: hostFacts.map(({ id }) => id) });
  let running: RunningEngine | undefined;
  let toldHosts = '';
  let busy: boolean | undefined;
  const keepAlarmLater = afterPop(keepAlarm);
  /** As the hosts were allowed last. */
  let hostSettings = defaultSettings;

  const { taken, running: started } = startEngine({
    loadConnector: loadCrmConnector,
    adapter: (id) => hostFacts.find((one) => one.id === id),
    onDropped: diagnostics.noted,
    onUnread: diagnostics.unread,
    onSettings: () => void applyHosts(),
    signal: life,
  });
  const engine = started.then((all) => all.engine);
  const hostPorts = createHostPorts({
    engine: taken,
    progress,
    diagnostics,
    onChange: refresh,
    onLanguage(said) {
      const tag = languageTag(said);
      if (tag !== undefined) void keepHostLanguage(tag);
    },
    onCardPlaced: (origin, cardAt) => changeHost(origin, () => ({ cardAt })),
    rulesOf: (origin) => rulesFor(origin, rulePacks, hostSettings),
    cardUrl: () => browser.runtime.getURL('/card.html'),
  });
  const applyHosts = createApplyHosts({
    settings: async () => (await loadSettings()).settings,
    allow(hosts, settings) {
      hostSettings = settings;
      return hostPorts.allow(hosts);
    },
    onStuck: diagnostics.stuck,
  });
  const originOf = (tabId: number): string | undefined =>
    hostPorts.pages().find((page) => page.tabId === tabId && page.frameId === 0)?.origin;
  const windowOf = (tabId: number): number | undefined =>
    hostPorts.pages().find((page) => page.tabId === tabId)?.windowId;
  const testCall = createTestCall({
    engine,
    origin: () => running?.settings().hosts[0]?.origin,
    name: () => noticeWords().testCall,
  });
  const viewPorts = createViewPorts({
    engine,
    onChange: refresh,
    onCard: hostPorts.cardLoaded,
    onHide: (key) => surfaces.hide(key),
    onShape: (tabId, shape) => surfaces.shape(tabId, shape),
    onDrag: (tabId, step) => hostPorts.dragCard(tabId, step),
    onTowards: (tabId, side) =>
      changeHost(originOf(tabId), ({ cardAt = firstSpot }) => ({ cardAt: spotTowards(cardAt, side) })),
    onNoCard: (tabId) => changeHost(originOf(tabId), () => ({ noCard: true })),
    openPanel: (tabId) => void openPanel(windowOf(tabId) ?? -1),
    testCall: (number) => void testCall(number),
    connectHost,
    reloadHost: (origin) => void reloadLate(origin, hostPorts.pages()),
    windowOf,
  });
  const surfaces = createSurfaces({
    state: () => running?.engine.state ?? emptyViewState,
    settings: () => running?.settings() ?? defaultSettings,
    tabs: () => hostTabs(hostPorts.pages()),
    panelWindows: viewPorts.panelWindows,
    setCard: hostPorts.setCard,
    setCards: viewPorts.setCards,
    words: noticeWords,
  });
  const releaseUpdate = holdUpdate(
    () =>
      running === undefined ||
      running.engine.state.interactions.some(ringsOrTalks) ||
      isSendingByItself(running.engine.state),
  );

  browser.runtime.onConnect.addListener((port) => {
    const own = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
    connectPort(port, { own, hostPorts, viewPorts });
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void applyHosts({ enter: true });
    void dropFormerCache();
    // Where nobody is to be welcomed: a browser that a test has started.
    if (reason === 'install' && import.meta.env.MODE !== 'e2e')
      welcome().catch((error) => log('warn', 'the first step was not opened', { error }));
  });
  onPermissionsChanged(() => void applyHosts(), life);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void started.then((all) => all.tick()).then(markMissing);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void progress.forget(tabId);
    diagnostics.closed(tabId);
  });
  onDiagnosticsClear(diagnostics.clear, life);
  browser.tabs.onAttached.addListener((tabId, { newWindowId }) => hostPorts.moved(tabId, newWindowId));
  self.addEventListener('online', () => void engine.then((one) => one.online()));
  listenToClicks();
  listenToCommands({ engine, search: viewPorts.search, isShown: surfaces.isShown, signal: life });

  /** Brings everything that follows from the state, the settings and the open pages up to date. */
  function refresh(): void {
    if (running === undefined) return;
    surfaces.refresh();
    releaseUpdate();
    const hosts = hostStatuses(running.settings().hosts, hostPorts.pages());
    const text = JSON.stringify(hosts);
    if (text !== toldHosts) {
      toldHosts = text;
      void running.engine.setHosts(hosts);
    }
    keepAlarmLater();
  }

  /** The backstop of timers that a killed worker forgets. */
  function keepAlarm(): void {
    const { state } = running?.engine ?? {};
    const next = state !== undefined && (state.interactions.some(ringsOrTalks) || hasDue(state));
    if (busy === next) return;
    busy = next;
    void browser.alarms.create(alarm, { periodInMinutes: busy ? 0.5 : 60 });
  }

  function markMissing(): void {
    if (running === undefined) return;
    diagnostics.present(hostPorts.connected());
    const missing = missingHosts(running.engine.state.interactions, hostPorts.pages());
    for (const page of missing) void running.engine.hostGone(page);
  }

  void applyHosts();
  void firstOfSession().then((enter) => (enter ? applyHosts({ enter }) : undefined));
  Promise.all([started, surfaces.restore()]).then(
    ([all]) => {
      running = all;
      all.engine.subscribe(refresh, life);
      all.engine.subscribe(({ interactions }) => diagnostics.interactions(interactions), life);
      setTimeout(markMissing, reconnectMs);
    },
    (error) => log('error', 'the worker could not start', { error }),
  );
}
