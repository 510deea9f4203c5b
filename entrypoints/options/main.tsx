import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/controls.css';
import '../../components/styles/line.css';
import '../../components/options/options.css';
import '../../components/options/fields/arrange.css';
import '../../components/options/definition/rest.css';
import '../../components/options/hosts/rules.css';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { OptionsLink } from '../../components/options/state/options-link.ts';
import { bindingOf } from '../../components/options/state/same-crm.ts';
import { language, speak } from '../../components/words/language/language.ts';
import { optionsWords } from '../../components/words/options-words.ts';
import { offeredCrms } from '../../lib/crms/offered-crms.ts';
import { browser } from '../../lib/extension/browser/browser.ts';
import {
  hasOrigins,
  onPermissionsChanged,
  removeOrigins,
  requestOrigins,
} from '../../lib/extension/browser/permissions.ts';
import {
  loadDiagnostics,
  onDiagnosticsChanged,
  requestDiagnosticsClear,
} from '../../lib/extension/diagnostics/diagnostics-store.ts';
import {
  clearCredential,
  loadCredential,
  onCredentialChanged,
  saveCredential,
  saveSignIn,
} from '../../lib/extension/storage/credentials.ts';
import { loadSettings, onSettingsChanged, updateSettings } from '../../lib/extension/storage/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../lib/extension/storage/settings-file.ts';
import { signedInTokens } from '../../lib/extension/storage/signed-in-tokens.ts';
import { dressPage } from '../../lib/extension/views/dress-page.ts';
import { openKeySettings } from '../../lib/extension/views/key-bindings.ts';
import { openBeside } from '../../lib/extension/views/open-beside.ts';
import { onOptionsPlace } from '../../lib/extension/views/options-place.ts';
import { redirectUrl, requestSignIn, signIn } from '../../lib/extension/views/sign-in.ts';
import { openTabs, tryRules } from '../../lib/extension/views/try-rules.ts';
import { requestCacheClear } from '../../lib/extension/worker/clear-cache.ts';
import { firstRun } from '../../lib/extension/worker/first-run.ts';
import { openOrigins } from '../../lib/extension/worker/hosts/open-origins.ts';
import { rulePacks } from '../../lib/extension/worker/hosts/rule-packs.ts';
import { askWithoutOrigin } from '../../lib/extension/worker/nameless-requests.ts';
import { signOut } from '../../lib/extension/worker/sign-out.ts';
import { hostFacts } from '../../lib/hosts/facts.ts';

const link: OptionsLink = {
  version: browser.runtime.getManifest().version,
  crms: offeredCrms,
  packs: rulePacks,
  loadSettings: () => loadSettings(),
  updateSettings: (change) => updateSettings(change),
  hasOrigins: (patterns) => hasOrigins(patterns),
  requestOrigins: (patterns) => requestOrigins(patterns),
  removeOrigins: (patterns) => removeOrigins(patterns),
  requestSignIn: (patterns) => requestSignIn(patterns),
  redirectUrl: redirectUrl(),
  signIn: (oauth) => signIn(oauth),
  openSignIn: (crm, credential) => signedInTokens(crm, credential),
  saveSignIn: async (crm, signedIn, options) => {
    const tokens = await signedIn.load();
    if (tokens) await saveSignIn(crm, tokens, options);
  },
  loadCredential: (crm, binding) => loadCredential(crm, binding),
  saveCredential: (crm, value, options) => saveCredential(crm, value, options),
  clearCredential: (crm) => clearCredential(crm),
  async signOut(crm) {
    const entry = (await loadSettings()).settings.crms.find(({ id }) => id === crm);
    const credential = await loadCredential(crm, bindingOf(entry, offeredCrms));
    const tokens = credential === undefined ? undefined : await signedInTokens(crm, credential).load();
    const connector = offeredCrms.find(({ id }) => id === entry?.connector);
    await signOut({ connector, settings: entry?.settings, credential, tokens }, () => clearCredential(crm));
  },
  clearCache: (crm) => requestCacheClear(crm),
  adapters: hostFacts.map(({ id, label }) => ({ id, label })),
  loadDiagnostics: () => loadDiagnostics(),
  clearDiagnostics: () => requestDiagnosticsClear(),
  watchDiagnostics: onDiagnosticsChanged,
  copyText: (text) => navigator.clipboard.writeText(text),
  openOrigins: () => openOrigins(),
  openTabs: (origin) => openTabs(origin),
  openBeside: () => openBeside(),
  openKeySettings: () => openKeySettings(),
  tryRules: (trial) => tryRules(trial),
  readFile: (text) => readSettingsFile(text, offeredCrms),
  writeFile: writeSettingsFile,
  onPlace: onOptionsPlace,
  firstRunIsOver: () => firstRun.isOver(),
  watch(listener, signal) {
    onSettingsChanged(listener, signal);
    onPermissionsChanged(listener, signal);
    onCredentialChanged(listener, signal);
  },
};

// The test of a CRM asks from this page.
void askWithoutOrigin();

const root = document.getElementById('app') ?? document.body;
const draw = () => {
  document.title = optionsWords().title;
  render(<OptionsPage key={language()} link={link} />, root);
};
void dressPage(document.documentElement, { speak, language, draw, signal: new AbortController().signal });
