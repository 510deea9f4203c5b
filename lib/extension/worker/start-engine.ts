import type { CrmConnector } from '../../crms/crm.ts';
import type { Settings } from '../../domain/settings.ts';
import { openContactCache } from '../../engine/cache/dexie-contact-cache.ts';
import { openDraftStore } from '../../engine/drafts/dexie-draft-store.ts';
import { openWriteStore } from '../../engine/drafts/dexie-write-store.ts';
import type { Engine } from '../../engine/engine.ts';
import { createEngine } from '../../engine/engine.ts';
import type { EngineParts } from '../../engine/live/engine-parts.ts';
import { within } from '../../engine/waiting/within.ts';
import { log } from '../browser/log.ts';
import { hasOrigins, onPermissionsChanged } from '../browser/permissions.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { withLock } from '../browser/with-lock.ts';
import { boundStorage } from '../storage/bound-storage.ts';
import { onCredentialChanged } from '../storage/credentials.ts';
import { freshKey, loadDataKey, rotateDataKey } from '../storage/data-key.ts';
import { createSessionRecoveryStore } from '../storage/session-recovery-store.ts';
import { loadSettings, onSettingsChanged, updateSettings } from '../storage/settings.ts';
import { keepTheme } from '../views/dress-page.ts';
import { createAgentStores } from './agent-stores.ts';
import { onCacheClear } from './clear-cache.ts';
import { createCrmDesk } from './crm-desk.ts';
import { askWithoutOrigin } from './nameless-requests.ts';
import { createRotatingCache } from './rotating-cache.ts';

export interface RunningEngine {
  engine: Engine;
  settings: () => Settings;
  /** What is due: retries, pruning, and asking who is signed in where the CRM did not say yet. */
  tick(): Promise<void>;
}

export interface StartEngineParts {
  findConnector: (id: string) => CrmConnector | undefined;
  adapter: NonNullable<EngineParts['adapter']>;
  onDropped: NonNullable<EngineParts['onDropped']>;
  /** The settings are new; `settings()` answers them already. */
  onSettings: () => void;
  signal: AbortSignal;
}

/** For one answer of the browser. */
const patienceMs = 5_000;
const flushMs = 120_000;

/**
 * The engine of the worker, with its stores, its CRM and its settings. Resolves when it has taken up what the last worker
 * left and knows its CRM. Call it as the worker starts: it listens from the first moment on.
 */
export async function startEngine({
  findConnector,
  adapter,
  onDropped,
  onSettings,
  signal,
}: StartEngineParts): Promise<RunningEngine> {
  const started = Promise.withResolvers<void>();
  let settings: Settings | undefined;
  let applyCrm = async (): Promise<void> => {};
  let configure = async (_: Settings): Promise<void> => {};
  let clearCache = async (): Promise<void> => {};
  const later = (step: () => Promise<void>): void => {
    void started.promise.then(step).catch((error) => log('error', 'a change was not taken up', { error }));
  };
  onSettingsChanged((next) => {
    settings = next;
    onSettings();
    later(() => keepTheme(next.view.theme));
    later(() => configure(next));
    later(() => applyCrm());
  }, signal);
  onCredentialChanged(() => later(() => applyCrm()), signal);
  onPermissionsChanged(() => later(() => applyCrm()), signal);
  onCacheClear(() => later(() => clearCache()), signal);

  const api = boundStorage(trustedStorage());
  // A key that cannot be read costs the saved copies, and nothing else.
  const [loaded, dataKey] = await Promise.all([loadSettings(api), loadDataKey(api).catch(freshKey)]);
  const current = (): Settings => settings ?? loaded.settings;
  const cache = createRotatingCache((key) => openContactCache({ dataKey: key }), dataKey);
  const stores = createAgentStores((draftKey) => ({
    drafts: openDraftStore({ draftKey }),
    writes: openWriteStore({ draftKey }),
  }));
  const engine = createEngine({
    cache,
    drafts: stores.drafts,
    writes: stores.writes,
    recovery: createSessionRecoveryStore(api),
    settings: current(),
    adapter,
    onDropped,
    onError: (error) => log('error', 'what follows from the state failed', { error }),
    // Longer than any one write may take.
    alone: (step) => withLock('outbox', step, { waitMs: flushMs, heldMs: flushMs }),
    onSignedOut: () => later(() => crm.signedOut()),
    onModeToggled: (origin, inbox, mode) => later(() => rememberMode(`${origin}|${inbox}`, mode)),
  });
  const crm = createCrmDesk({
    engine,
    drafts: stores,
    forgetCache: async () => cache.rotate(await rotateDataKey(api)),
    findConnector,
    granted: hasOrigins,
    api,
  });
  let unapplied = false;
  configure = (next) => engine.configure(next);
  applyCrm = async () => {
    unapplied = true;
    await crm.apply(current());
    unapplied = false;
  };
  clearCache = () => cache.clear();
  await Promise.all([
    engine.ready,
    // Most CRMs do not mind; better to ask them with it than nobody.
    within(patienceMs, askWithoutOrigin()).catch((error) =>
      log('warn', 'requests name their origin', { error }),
    ),
  ]);
  // What does not answer now is asked again by the alarm; calls are shown meanwhile.
  await within(patienceMs, applyCrm()).catch((error) => log('error', 'the CRM was not connected', { error }));
  started.resolve();
  later(() => keepTheme(current().view.theme));
  return {
    engine,
    settings: current,
    async tick() {
      const again = unapplied ? applyCrm() : crm.retry();
      const outcomes = await Promise.allSettled([engine.tick(), again]);
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
