import type { CrmConnector } from '../../crms/crm.ts';
import type { Unread } from '../../domain/crm/unread.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Engine } from '../../engine/engine.ts';
import { createEngine } from '../../engine/engine.ts';
import type { EngineParts } from '../../engine/live/engine-parts.ts';
import { within } from '../../engine/waiting/within.ts';
import { browser } from '../browser/browser.ts';
import { log } from '../browser/log.ts';
import { hasOrigins, onPermissionsChanged } from '../browser/permissions.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { withLock } from '../browser/with-lock.ts';
import { boundStorage } from '../storage/bound-storage.ts';
import { onCredentialChanged } from '../storage/credentials.ts';
import { createSessionRecoveryStore } from '../storage/session-recovery-store.ts';
import { loadSettings, onSettingsChanged, updateSettings } from '../storage/settings.ts';
import { keepLook } from '../views/dress-page.ts';
import { onCacheClear } from './clear-cache.ts';
import { createConnectionStores } from './connection-stores.ts';
import { createCrmConnection } from './crm-connection.ts';
import { createCrmConnections } from './crm-connections.ts';
import { askWithoutOrigin } from './nameless-requests.ts';

export interface RunningEngine {
  engine: Engine;
  settings: () => Settings;
  /** What is due: retries, pruning, and asking who is signed in where the CRM did not say yet. */
  tick(): Promise<void>;
}

export interface StartedEngine {
  /** It has taken up what the last worker left: what hosts tell can be told to it, before it knows its CRMs. */
  taken: Promise<Engine>;
  /** It knows its CRMs too: what it shows holds. */
  running: Promise<RunningEngine>;
}

export interface StartEngineParts {
  loadConnector: (id: string) => Promise<CrmConnector | undefined>;
  adapter: NonNullable<EngineParts['adapter']>;
  onDropped: NonNullable<EngineParts['onDropped']>;
  /** Something of an answer of this connection could not be read and was left out. */
  onUnread: (crm: string, unread: Unread) => void;
  /** The settings are new; `settings()` answers them already. */
  onSettings: () => void;
  signal: AbortSignal;
}

/** For one answer of the browser. */
const patienceMs = 5_000;
const flushMs = 120_000;

/** The engine of the worker, with its stores, its CRMs and its settings. Call it as the worker starts: it listens from the first moment on. */
export function startEngine(parts: StartEngineParts): StartedEngine {
  const taken = Promise.withResolvers<Engine>();
  const running = start(parts, taken.resolve);
  running.catch(taken.reject);
  // Whoever waits for it hears of it.
  taken.promise.catch(() => undefined);
  return { taken: taken.promise, running };
}

async function start(
  { loadConnector, adapter, onDropped, onUnread, onSettings, signal }: StartEngineParts,
  onTaken: (engine: Engine) => void,
): Promise<RunningEngine> {
  const started = Promise.withResolvers<void>();
  let settings: Settings | undefined;
  let applyCrms = async (): Promise<void> => {};
  let configure = async (_: Settings): Promise<void> => {};
  let clearCache = async (_?: string): Promise<void> => {};
  const later = (step: () => Promise<void>): void => {
    void started.promise.then(step).catch((error) => log('error', 'a change was not taken up', { error }));
  };
  onSettingsChanged((next) => {
    settings = next;
    onSettings();
    later(() => keepLook(next));
    later(() => configure(next));
    later(() => applyCrms());
  }, signal);
  onCredentialChanged(() => later(() => applyCrms()), signal);
  onPermissionsChanged(() => later(() => applyCrms()), signal);
  onCacheClear((crm) => later(() => clearCache(crm)), signal);

  const api = boundStorage(trustedStorage());
  const loaded = await loadSettings(api);
  const current = (): Settings => settings ?? loaded.settings;
  const stores = createConnectionStores(api);
  const engine = createEngine({
    storesOf: stores.of,
    recovery: createSessionRecoveryStore(api),
    settings: current(),
    adapter,
    onDropped,
    onError: (error) => log('error', 'what follows from the state failed', { error }),
    // Longer than any one write may take.
    alone: (step) => withLock('outbox', step, { waitMs: flushMs, heldMs: flushMs }),
    onSignedOut: (crm) => later(() => connections.signedOut(crm)),
    onModeToggled: (origin, inbox, mode) => later(() => rememberMode(`${origin}|${inbox}`, mode)),
  });
  // Most CRMs do not mind; better to ask them with it than nobody. It holds for the browser's session, whichever worker asks.
  const nameless = within(patienceMs, askWithoutOrigin()).catch((error) =>
    log('warn', 'requests name their origin', { error }),
  );
  const connections = createCrmConnections({
    open: (crm) =>
      createCrmConnection({
        crm,
        connect: (link) => engine.connect(crm, link),
        drafts: stores.of(crm),
        forgetCache: () => stores.of(crm).forgetCache(),
        loadConnector,
        granted: hasOrigins,
        onUnread: (unread) => onUnread(crm, unread),
        version: browser.runtime.getManifest().version,
        beforeAsking: nameless,
        api,
      }),
    api,
  });
  configure = (next) => engine.configure(next);
  applyCrms = () => connections.apply(current());
  clearCache = (crm) => stores.clearCache(crm);
  // What is on disk is opened while what is in memory is read.
  for (const { id } of current().crms) stores.of(id);
  await Promise.all([
    engine.ready.then(() => onTaken(engine)),
    // What does not answer now is asked again by the alarm; calls are shown meanwhile.
    within(patienceMs, applyCrms()).catch((error) => log('error', 'a CRM was not connected', { error })),
  ]);
  started.resolve();
  later(() => keepLook(current()));
  return {
    engine,
    settings: current,
    async tick() {
      const outcomes = await Promise.allSettled([engine.tick(), connections.retry()]);
      for (const one of outcomes)
        if (one.status === 'rejected') log('warn', 'what was due was not done', { error: one.reason });
    },
  };
}

/** What an agent toggled to holds for that host and inbox mode from now on (B2). */
async function rememberMode(place: string, mode: 'reduced' | 'full'): Promise<void> {
  await updateSettings((settings) => ({
    ...settings,
    view: { ...settings.view, remembered: { ...settings.view.remembered, [place]: mode } },
  }));
}
