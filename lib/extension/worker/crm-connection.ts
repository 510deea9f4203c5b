import type { CrmConnector, CrmSession } from '../../crms/crm.ts';
import { crmBinding } from '../../domain/crm/crm-binding.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { CrmSettings } from '../../domain/settings.ts';
import { guardCrm } from '../../engine/connection/guarded-crm.ts';
import type { CrmLink } from '../../engine/live/engine-parts.ts';
import { within } from '../../engine/waiting/within.ts';
import { log } from '../browser/log.ts';
import type { StorageApi } from '../browser/storage-api.ts';
import { trustedStorage } from '../browser/trusted-storage.ts';
import { boundStorage } from '../storage/bound-storage.ts';
import { connectionKey } from '../storage/connection-key.ts';
import {
  type ConnectionMemory,
  openConnectionMemory,
  wipeConnectionMemory,
} from '../storage/connection-memory.ts';
import { clearCredential, loadCredential } from '../storage/credentials.ts';
import { dropKeptWorkspace, type KeptWorkspace, openKeptWorkspace } from '../storage/kept-workspace.ts';
import { signedInTokens } from '../storage/signed-in-tokens.ts';
import type { AgentStores } from './agent-stores.ts';
import { ownerOf } from './owner-of.ts';
import { withEarlyWorkspace, withKeptWorkspace } from './ready-workspace.ts';

export interface CrmConnectionParts {
  /** The id of the connection in the settings. */
  crm: string;
  /** Tells the engine how we stand with this CRM. */
  connect: (link: CrmLink) => Promise<void>;
  drafts: Pick<AgentStores, 'open' | 'close'>;
  /** Another CRM, another person, or none: nothing saved so far may be read any more. */
  forgetCache: () => Promise<void>;
  loadConnector: (id: string) => Promise<CrmConnector | undefined>;
  granted: (patterns: string[]) => Promise<boolean>;
  /** Ringside's own. */
  version: string;
  /** Nothing is asked of a CRM in this session of the browser before this is settled. */
  beforeAsking?: Promise<unknown>;
  /** Something of an answer of the CRM could not be read and was left out. */
  onUnread?: ReportUnread;
  api?: StorageApi;
  now?: () => number;
}

/**
 * Keeps the engine connected to one CRM as its entry of the settings, its credential and the permissions say. What never answers
 * holds up its own step only: that one rejects, changes nothing more, and the next goes on.
 */
export interface CrmConnection {
  /** Call whenever one of the three may have changed; resolves when the engine knows. Without an entry it ends. */
  apply(entry: CrmSettings | undefined): Promise<void>;
  /** The CRM refused the credential. */
  signedOut(): Promise<void>;
  /** Asks again who is signed in, where the CRM did not say yet. */
  retry(): Promise<void>;
}

/** What `storage.session` knows of the sign-in, so that a new worker needs no request to go on. */
interface Known {
  /** Hash of connector, settings and credential. */
  fingerprint: string;
  session?: CrmSession;
}

/** What a connector made of settings and credential. */
type Connected = Pick<Extract<CrmLink, { status: 'ready' }>, 'crm' | 'capabilities' | 'plan' | 'workspace'>;

interface Current {
  fingerprint: string;
  /** What people read of it; another name is no other connection. */
  label: string;
  /** Whose the work done with it is, once the CRM has said who it is. */
  ownerFor: (session: CrmSession) => Promise<string>;
  connected: Connected;
  memory: ConnectionMemory;
  kept: KeptWorkspace;
  /** As the engine was told last. */
  owner?: string;
  session?: CrmSession;
}

/** A fresh sign-in waits this long for the agent's name and draft key before the view goes on without. */
const sessionWaitMs = 1_500;
/** For one answer of the browser, or of the engine that empties its stores. */
const patienceMs = 15_000;

export function createCrmConnection(parts: CrmConnectionParts): CrmConnection {
  const { crm, drafts } = parts;
  const key = connectionKey(crm, 'known');
  const lastKey = connectionKey(crm, 'last');
  const api = boundStorage(parts.api ?? trustedStorage());
  const connect = (link: CrmLink) => within(patienceMs, parts.connect(link));
  const forgetCache = () => within(patienceMs, parts.forgetCache());
  const now = parts.now ?? Date.now;
  let turn: Promise<unknown> = Promise.resolve();
  let current: Current | undefined;

  function inTurn(step: () => Promise<void>): Promise<void> {
    const done = turn.then(step);
    turn = done.catch(() => undefined);
    return done;
  }

  async function apply(entry: CrmSettings | undefined): Promise<void> {
    if (entry === undefined) return end();
    const connector = await parts.loadConnector(entry.connector);
    const settings = connector?.settings.safeParse(entry.settings);
    if (connector === undefined || settings?.success !== true) return leave();
    const [granted, credential] = await Promise.all([
      within(patienceMs, parts.granted(connector.origins(settings.data))),
      loadCredential(crm, crmBinding(connector.id, settings.data), api),
    ]);
    if (!granted) return leave();
    const label = entry.label || connector.label;
    if (credential === undefined) return leave(label);
    const fingerprint = await hash(JSON.stringify([connector.id, settings.data, credential]));
    if (current?.fingerprint === fingerprint) return rename(current, label);
    current?.memory.close();
    const memory = openConnectionMemory(crm, fingerprint, api);
    const tokens = connector.oauth?.(settings.data) && signedInTokens(crm, credential, api);
    const { onUnread } = parts;
    const context = {
      ...{ settings: settings.data, credential, memory },
      ...(tokens && { tokens }),
      ...(onUnread && { onUnread }),
    };
    const kept = openKeptWorkspace(crm, { fingerprint, version: parts.version }, api);
    const connected: Connected = {
      crm: withKeptWorkspace(guardCrm(connector.connect(context)), kept.save),
      capabilities: connector.capabilities(settings.data),
      plan: connector.plan,
    };
    const place = { id: connector.id, settings: settings.data, credential };
    const ownerFor = (session: CrmSession) => hash(ownerOf(place, session));
    await enter({ fingerprint, label, ownerFor, connected, memory, kept });
  }

  async function rename(asked: Current, label: string): Promise<void> {
    if (asked.label === label) return;
    asked.label = label;
    await tellReady(asked);
  }

  async function enter(next: Current): Promise<void> {
    const { fingerprint, label } = next;
    const known = await load();
    if (known?.fingerprint !== fingerprint) {
      // Whoever was here is gone before anything of the next one is. Where there was nobody, nothing is there to forget.
      if (known !== undefined) {
        await connect({ status: 'signed-out', label });
        await forgetCache();
        await wipeConnectionMemory(crm, api);
      }
      drafts.close();
      await api.storage.session.set({ [key]: { fingerprint } satisfies Known });
    }
    current = next;
    if (known?.fingerprint === fingerprint && known.session !== undefined) return ready(known.session);
    await parts.beforeAsking;
    const { connected } = next;
    const workspace = await next.kept.load();
    const asking = askSession();
    if (workspace !== undefined) {
      next.connected = { ...connected, workspace };
      return tellReady(next);
    }
    next.connected = { ...connected, crm: withEarlyWorkspace(connected.crm, now) };
    await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, sessionWaitMs))]);
    if (current === next && next.session === undefined) await tellReady(next);
  }

  async function askSession(): Promise<void> {
    const asked = current;
    if (asked === undefined || asked.session !== undefined) return;
    try {
      const session = await asked.connected.crm.session();
      if (current !== asked) return;
      await api.storage.session.set({
        [key]: { fingerprint: asked.fingerprint, session } satisfies Known,
      });
      await ready(session);
    } catch (error) {
      log('warn', 'the CRM did not say who is signed in', { error });
      if (current === asked && error instanceof CrmError && error.safe.code === 'signed-out') await refuse();
    }
  }

  async function ready(session: CrmSession): Promise<void> {
    const asked = current;
    if (asked === undefined) return;
    const owner = await asked.ownerFor(session);
    if (current !== asked) return;
    Object.assign(asked, { session, owner });
    drafts.open(session.draftKey);
    await tellReady(asked);
  }

  function tellReady({ fingerprint: id, label, connected, owner, session }: Current): Promise<void> {
    const who = owner !== undefined && session && { owner, agent: session.agent.name };
    return connect({ status: 'ready', id, label, ...connected, ...who });
  }

  /** No CRM (no label), or nobody signed in to it. */
  async function leave(label?: string): Promise<void> {
    current?.memory.close();
    await wipeConnectionMemory(crm, api);
    await dropKeptWorkspace(crm, api);
    const known = await load();
    const agent = known?.session?.agent.name;
    if (known !== undefined) {
      await forgetCache();
      await api.storage.session.remove(key);
      await api.storage.session.set({ [lastKey]: { at: now(), ...(agent && { agent }) } });
    }
    current = undefined;
    drafts.close();
    if (label === undefined) return connect({ status: 'not-connected' });
    const last = (await api.storage.session.get(lastKey))[lastKey] as
      | { at: number; agent?: string }
      | undefined; // Set above.
    await connect({ status: 'signed-out', label, ...last });
  }

  /** It is not in the list any more: also who was signed in to it is nobody's business. */
  async function end(): Promise<void> {
    await leave();
    await api.storage.session.remove(lastKey);
  }

  async function refuse(): Promise<void> {
    await clearCredential(crm, api);
    await leave(current?.label);
  }

  async function load(): Promise<Known | undefined> {
    return (await api.storage.session.get(key))[key] as Known | undefined; // Written above and by nobody else.
  }

  return {
    apply: (entry) => inTurn(() => apply(entry)),
    signedOut: () => inTurn(refuse),
    retry: () => inTurn(askSession),
  };
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
