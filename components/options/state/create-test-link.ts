import * as z from 'zod/mini';
import type { Crm, OfferedCrm } from '../../../lib/crms/crm.ts';
import type { OAuthClient } from '../../../lib/crms/http/auth/oauth-client.ts';
import type { OAuthTokenStore } from '../../../lib/crms/http/auth/oauth-tokens.ts';
import { fullCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import { CrmError, type CrmErrorCode } from '../../../lib/domain/crm/crm-error.ts';
import type { Unread } from '../../../lib/domain/crm/unread.ts';
import type { DiagnosticsNow } from '../../../lib/domain/diagnostics-now.ts';
import type { RuleFile } from '../../../lib/domain/host/host-rules.ts';
import type { OptionsPlace } from '../../../lib/domain/options-place.ts';
import {
  defaultSettings,
  type Settings,
  type SettingsProblem,
  settingsSchema,
} from '../../../lib/domain/settings.ts';
import { matchPattern } from '../../../lib/domain/text/safe-origin.ts';
import type { OptionsLink, ReadFile, RuleTrial } from './options-link.ts';

interface Start {
  settings?: Partial<Settings>;
  readOnly?: boolean;
  problem?: SettingsProblem;
  granted?: string[];
  /** Of the first CRM; or by id. */
  credential?: string | Record<string, string>;
  /** How a sign-in ends that does not succeed. */
  refusesSignIn?: CrmErrorCode;
  /** What the person answers when the browser asks. */
  allows?: boolean;
  crm?: Partial<Crm>;
  /** What of the CRM's answers cannot be read. */
  unread?: Unread[];
  connector?: Partial<OfferedCrm>;
  file?: ReadFile;
  packs?: RuleFile[];
  diagnostics?: DiagnosticsNow;
  /** Where a button elsewhere has sent this page before it was there. */
  place?: OptionsPlace;
  firstRunIsOver?: boolean;
  /** Open tabs by origin. */
  tabs?: Record<string, { id: number; title: string }[]>;
  entersNoTab?: boolean;
}

function tokenStore(access: string): OAuthTokenStore {
  return { load: async () => ({ access }), renew: (step) => step({ access }) };
}

/** An extension in memory for tests and pictures of the options page, and what was done to it. */
export function createTestLink(start: Start = {}) {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const seen = {
    settings: { ...defaultSettings, ...start.settings } as Settings,
    granted: new Set(start.granted),
    /** By id of the connection. */
    credentials: new Map(Object.entries(credentialsOf(start))),
    /** The first there is. */
    get credential(): string | undefined {
      return [...seen.credentials.values()][0];
    },
    /** Of the last one that was kept. */
    stay: false,
    requested: [] as string[][],
    cacheCleared: [] as string[],
    diagnostics: start.diagnostics,
    diagnosticsCleared: 0,
    trials: [] as RuleTrial[],
    copied: [] as string[],
    copyingFails: false,
    connectedWith: [] as { settings: unknown; credential: string }[],
    signedInWith: [] as OAuthClient[],
    /** In the order they happened. */
    events: [] as string[],
    allows: start.allows ?? true,
    savingFails: false,
    goTo: (_place: OptionsPlace, _crm?: string): void => {},
    tell,
  };
  const link: OptionsLink = {
    version: '0.1.0',
    packs: start.packs ?? [],
    crms: [{ ...createConnector(seen.connectedWith, start), ...start.connector }],
    loadSettings: async () => ({
      settings: seen.settings,
      readOnly: start.readOnly ?? false,
      ...(start.problem && { problem: start.problem }),
    }),
    updateSettings: async (change) => {
      if (seen.savingFails) throw new Error('quota');
      seen.settings = settingsSchema.parse(change(seen.settings));
      seen.events.push('settings');
      tell();
    },
    hasOrigins: async (patterns) => patterns.every((pattern) => seen.granted.has(pattern)),
    requestOrigins: async (patterns) => {
      seen.requested.push(patterns);
      if (seen.allows) for (const pattern of patterns) seen.granted.add(pattern);
      tell();
      return seen.allows;
    },
    requestSignIn: (patterns) => link.requestOrigins(patterns),
    redirectUrl: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
    signIn: async (oauth) => {
      seen.signedInWith.push(oauth);
      if (start.refusesSignIn) throw new CrmError({ code: start.refusesSignIn });
      return tokenStore('new sign-in');
    },
    openSignIn: (_, credential) => tokenStore(credential),
    saveSignIn: async (crm, signIn, { stay }) => {
      seen.credentials.set(crm, (await signIn.load())?.access ?? '');
      seen.stay = stay;
      seen.events.push('sign-in');
      tell();
    },
    removeOrigins: async (patterns) => {
      for (const pattern of patterns) seen.granted.delete(pattern);
      tell();
    },
    loadCredential: async (crm) => seen.credentials.get(crm),
    saveCredential: async (crm, value, { stay }) => {
      seen.credentials.set(crm, value);
      seen.stay = stay;
      seen.events.push('credential');
      tell();
    },
    clearCredential: async (crm) => {
      seen.credentials.delete(crm);
      seen.events.push('signed out');
      tell();
    },
    signOut: async (crm) => {
      await link.clearCredential(crm);
      seen.events.push('told the CRM');
    },
    clearCache: async (crm = 'all') => {
      seen.cacheCleared.push(crm);
    },
    adapters: [
      { id: 'host-protocol' },
      { id: 'sip-websocket' },
      { id: 'dom-rules' },
      { id: 'ucontact', label: 'uContact' },
    ],
    loadDiagnostics: async () => seen.diagnostics,
    clearDiagnostics: async () => {
      seen.diagnosticsCleared += 1;
    },
    watchDiagnostics: (listener, signal) => link.watch(listener, signal),
    onPlace: (listener) => {
      seen.goTo = listener;
      if (start.place) listener(start.place);
    },
    firstRunIsOver: () => start.firstRunIsOver ?? false,
    copyText: async (text) => {
      if (seen.copyingFails) throw new Error('not allowed');
      seen.copied.push(text);
    },
    openOrigins: async () => [],
    openTabs: async (origin) => start.tabs?.[origin] ?? [],
    openBeside: async () => {
      seen.events.push('beside');
    },
    openKeySettings: async () => {
      seen.events.push('keys');
    },
    tryRules: async (trial) => {
      if (start.entersNoTab) throw new Error('not entered');
      seen.trials.push(trial);
    },
    readFile: () => start.file ?? { ok: true, settings: seen.settings },
    writeFile: (settings) => JSON.stringify(settings),
    watch: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
  return { link, seen };
}

function credentialsOf({ credential, settings }: Start): Record<string, string> {
  if (typeof credential !== 'string') return credential ?? {};
  return { [settings?.crms?.[0]?.id ?? 'example']: credential };
}

function createConnector(
  connectedWith: { settings: unknown; credential: string }[],
  { crm, unread = [] }: Pick<Start, 'crm' | 'unread'>,
): OfferedCrm {
  // Like real ones it has one spelling of an address, which need not be the one typed.
  const baseUrl = z.pipe(
    z.string(),
    z.transform((typed) => new URL(typed).href),
  );
  const settings = z.object({ baseUrl, oauthClientId: z.optional(z.string()) });
  return {
    id: 'example',
    label: 'Example CRM',
    settings,
    form: [
      { key: 'baseUrl', kind: 'url', placeholder: 'https://crm.example.com' },
      { key: 'oauthClientId', kind: 'text' },
      { key: 'credential', kind: 'secret' },
    ],
    oauth: (value) => {
      const { baseUrl: url, oauthClientId } = settings.parse(value);
      return oauthClientId
        ? { authorizeUrl: `${url}authorize`, tokenUrl: `${url}token`, clientId: oauthClientId }
        : undefined;
    },
    origins: (value) => [matchPattern(settings.parse(value).baseUrl)],
    tried: 'documents-only',
    capabilities: () => ({
      ...fullCapabilities,
      identifiers: ['phone', 'email'],
    }),
    rate: { requests: 10, perMs: 1_000 },
    plan: { getContact: 1, findByIdentifier: 1, search: 1, opening: 0 },
    connect: (context) => {
      connectedWith.push({ settings: context.settings, credential: context.credential });
      const answers: Partial<Crm> = {
        session: async () => ({ agent: { id: '1', name: 'Ada Example' } }),
        search: async () => {
          for (const one of unread) context.onUnread?.(one);
          return { contacts: [] };
        },
        workspace: async () => ({
          name: 'Example',
          region: 'FR',
          campaigns: [{ id: 'sales', name: 'Sales' }],
          fields: [],
          sections: [],
        }),
        ...crm,
      };
      // The test of a CRM only reads.
      return answers as Crm;
    },
  };
}
