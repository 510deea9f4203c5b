import type { OfferedCrm } from '../../../lib/crms/crm.ts';
import type { OAuthClient } from '../../../lib/crms/http/auth/oauth-client.ts';
import type { OAuthTokenStore } from '../../../lib/crms/http/auth/oauth-tokens.ts';
import type { DiagnosticsNow } from '../../../lib/domain/diagnostics-now.ts';
import type { DomRule, RuleFile } from '../../../lib/domain/host/host-rules.ts';
import type { TriedPage } from '../../../lib/domain/host/tried-rule.ts';
import type { OptionsPlace } from '../../../lib/domain/options-place.ts';
import type { Settings, SettingsProblem } from '../../../lib/domain/settings.ts';
import type { RefusedFile } from '../../../lib/domain/text/file-problem.ts';

/** A settings file as read: the settings, or what is wrong with it and where. */
export type ReadFile = { ok: true; settings: Settings } | RefusedFile;

/** `stay`: on disk too. `binding`: the CRM it is given for (`bindingOf`); no other ever gets it. */
export interface KeepCredential {
  stay: boolean;
  binding: string;
}

export interface RuleTrial {
  tabId: number;
  rules: readonly DomRule[];
  /** What stands in each document of the tab, whenever it changes; none while it is being loaded. */
  tell(pages: TriedPage[]): void;
  signal: AbortSignal;
}

/** What the options page needs of the extension; a test passes its own. */
export interface OptionsLink {
  /** Of the extension. */
  version: string;
  crms: readonly OfferedCrm[];
  /** Rule files that ship with Ringside. */
  packs: readonly RuleFile[];
  /** `problem` says why these are not simply the saved ones; `readOnly`: they may not be changed. */
  loadSettings(): Promise<{ settings: Settings; readOnly: boolean; problem?: SettingsProblem }>;
  updateSettings(change: (settings: Settings) => Settings): Promise<unknown>;
  hasOrigins(patterns: string[]): Promise<boolean>;
  /** Only straight from a click: the browser asks the person. */
  requestOrigins(patterns: string[]): Promise<boolean>;
  removeOrigins(patterns: string[]): Promise<void>;
  /** As requestOrigins, and to show a sign-in page. */
  requestSignIn(patterns: string[]): Promise<boolean>;
  /** Where a CRM sends people back to after signing in. */
  redirectUrl: string;
  /** Shows the CRM's own page. The tokens are kept nowhere yet. Throws CrmError. */
  signIn(oauth: OAuthClient): Promise<OAuthTokenStore>;
  /** Of the sign-in that the credential of this connection names. */
  openSignIn(crm: string, credential: string): OAuthTokenStore;
  saveSignIn(crm: string, signIn: OAuthTokenStore, options: KeepCredential): Promise<void>;
  /** Of the connection of this id; only one that was given for this very CRM and address (`bindingOf`). */
  loadCredential(crm: string, binding: string): Promise<string | undefined>;
  saveCredential(crm: string, value: string, options: KeepCredential): Promise<void>;
  clearCredential(crm: string): Promise<void>;
  /** Signs out of a saved CRM: forgotten here, and worthless there where the CRM can do that. */
  signOut(crm: string): Promise<void>;
  /** Asks the worker to delete every saved copy of a contact; of one CRM, where it is named. */
  clearCache(crm?: string): Promise<void>;
  /** Origins of open tabs, as far as the browser tells them without a further permission. */
  openOrigins(): Promise<string[]>;
  /** Open tabs of an origin that the browser has granted, the one looked at last first. */
  openTabs(origin: string): Promise<{ id: number; title: string }[]>;
  /** Reads an open tab by rules, live, until the signal aborts. Rejects where the browser lets no script in. */
  tryRules(trial: RuleTrial): Promise<void>;
  /** Opens the rules in a narrow window of their own, in which `?beside` stands in the address. */
  openBeside(): Promise<void>;
  /** Opens the browser's own page where the keys of the whole browser are changed. */
  openKeySettings(): Promise<void>;
  readFile(text: string): ReadFile;
  writeFile(settings: Settings): string;
  /** Every host adapter, for the names in the diagnostics. */
  adapters: readonly { id: string; label?: string | undefined }[];
  /** undefined: nothing was seen yet. */
  loadDiagnostics(): Promise<DiagnosticsNow | undefined>;
  /** Asks the worker to forget events and counts. */
  clearDiagnostics(): Promise<void>;
  /** Calls when the diagnostics changed, once a second at most, until the signal aborts. */
  watchDiagnostics(listener: () => void, signal: AbortSignal): void;
  /** Calls with each place that a button elsewhere wants this page to be at, and with the CRM it is about, until the signal aborts. */
  onPlace(listener: (place: OptionsPlace, crm?: string) => void, signal: AbortSignal): void;
  /** A first call was shown in this browser. */
  firstRunIsOver(): boolean;
  copyText(text: string): Promise<void>;
  /** Calls when settings, permissions or a credential changed, until the signal aborts. */
  watch(listener: () => void, signal: AbortSignal): void;
}
