import { type ReadonlySignal, signal } from '@preact/signals';
import companion from '../lib/crms/companion/connector.ts';
import type { HostEvent } from '../lib/domain/host/host-event.ts';
import { languageTag } from '../lib/domain/text/languages.ts';
import type { ViewLink } from '../lib/engine/commands/commands.ts';
import chatwoot from '../lib/hosts/chatwoot/adapter.ts';
import { listenToAddress } from './listen-to-address.ts';
import { listenToChatwoot } from './listen-to-chatwoot.ts';
import { listenToParent } from './listen-to-parent.ts';
import { createSignIn } from './sign-in.ts';
import type { WidgetConfig } from './widget-config.ts';
import { createWidgetEngine } from './widget-engine.ts';

export interface RunningWidget {
  link: ViewLink;
  signedIn: ReadonlySignal<boolean>;
  /** Call it in a click; false where the browser blocked the window. */
  openSignIn(): boolean;
}

export interface WidgetLife {
  signal: AbortSignal;
  /** The host says in which language it is. */
  onLanguage(tag: string): void;
}

/** Puts engine, CRM, sign-in and the ways of hearing a host together, until the signal aborts. */
export function startWidget(
  window: Window & typeof globalThis,
  { embedOrigins, signInUrl }: WidgetConfig,
  { signal: abort, onLanguage }: WidgetLife,
): RunningWidget {
  const { origin } = window.location;
  const signedIn = signal(false);
  let credential: string | undefined;
  let signInId: string | undefined;
  const engine = createWidgetEngine({
    signal: abort,
    onSignedOut: () => {
      signedIn.value = false;
      credential = undefined;
      signInId = undefined;
    },
  });
  void engine.connect(companion.id, { status: 'signed-out', label: companion.label });

  const signIn = createSignIn(window, {
    url: signInUrl,
    signal: abort,
    onToken({ token, agent }) {
      signedIn.value = true;
      credential = token;
      // In a low frame the button that was pressed lies further down than whom it was pressed for.
      window.scrollTo(0, 0);
      const settings = companion.settings.parse({ baseUrl: origin });
      const crm = companion.connect({ settings, credential: token });
      const id = crypto.randomUUID();
      const capabilities = companion.capabilities(settings);
      const link = { status: 'ready', id, label: companion.label, crm, capabilities, agent } as const;
      signInId = id;
      void engine.connect(companion.id, link);
      // The same person signing in again finds what they had begun.
      void crm.session().then(
        (session) => {
          if (signInId === id) void engine.connect(companion.id, { ...link, owner: session.agent.id });
        },
        () => undefined,
      );
    },
  });

  window.addEventListener('pagehide', ({ persisted }) => !persisted && endSignIn(), { signal: abort });

  function hear(adapter: string, from: string, event: HostEvent): void {
    const tag = event.type === 'language' ? languageTag(event.language) : undefined;
    if (tag !== undefined) onLanguage(tag);
    void engine.host({ origin: from, adapter, tabId: 0, frameId: 0 }, event);
  }
  const hearAs = (adapter: string) => ({
    embedOrigins,
    signal: abort,
    onEvent: (from: string, event: HostEvent) => hear(adapter, from, event),
  });
  listenToParent(window, hearAs('host-protocol'));
  listenToChatwoot(window, hearAs(chatwoot.id));
  listenToAddress(window, { signal: abort, onEvent: (event) => hear('url', origin, event) });
  window.document.addEventListener('visibilitychange', () => void engine.tick(), { signal: abort });

  return { link: engine, signedIn, openSignIn: signIn.open };

  /** The token is in this page's memory and nowhere else: with the page it goes at the server too, as far as it is heard. */
  function endSignIn(): void {
    if (credential === undefined) return;
    const settings = companion.settings.parse({ baseUrl: origin });
    const fetch: typeof globalThis.fetch = (input, init) => window.fetch(input, { ...init, keepalive: true });
    void companion
      .connect({ settings, credential, fetch })
      .signOut?.()
      .catch(() => {});
    credential = undefined;
  }
}
