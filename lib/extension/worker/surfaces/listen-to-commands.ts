import { nextInteraction } from '../../../domain/interaction/next-interaction.ts';
import { isKeyCommand } from '../../../domain/key-commands.ts';
import type { ViewState } from '../../../domain/view-state.ts';
import type { Engine } from '../../../engine/engine.ts';
import { browser } from '../../browser/browser.ts';
import { openPanel, type PanelApi } from './open-panel.ts';

/** So long a key does not drop a match after another interaction came to the front: it was meant for the one before. */
const quietMs = 600;

export interface CommandParts {
  /** Resolves once it knows its CRM. */
  engine: Promise<Pick<Engine, 'send' | 'subscribe'> & { readonly state: ViewState }>;
  /** Puts the cursor into the search of this window's panel, also of one that is only opening. */
  search: (windowId: number) => void;
  /** Somebody sees who is in front: a panel is open, or its card is up. */
  isShown: (key: string) => boolean;
  signal: AbortSignal;
  now?: () => number;
}

/** The part of the extension API used here. Firefox opens its sidebar on a key, as on a click on the button. */
export type CommandsApi = PanelApi &
  Pick<typeof browser, 'commands'> & { sidebarAction?: { open(): Promise<void> } };

/** Keys that work while the focus is anywhere in the browser (`keyCommands`). */
export function listenToCommands(parts: CommandParts, api: CommandsApi = browser): void {
  const { engine, signal, now = Date.now } = parts;
  let front: string | null = null;
  let frontSince = 0;
  void engine.then((one) =>
    one.subscribe((state) => {
      if (state.front === front) return;
      front = state.front;
      frontSince = now();
    }, signal),
  );

  async function step(by: 1 | -1): Promise<void> {
    const one = await engine;
    const key = nextInteraction(one.state.interactions, one.state.front, by);
    if (key !== undefined) await one.send({ type: 'interaction.show', key });
  }

  async function reject(): Promise<void> {
    const one = await engine;
    const live = one.state.interactions.find(({ key }) => key === one.state.front);
    if (live?.resolution.status !== 'matched' || now() - frontSince < quietMs || !parts.isShown(live.key))
      return;
    await one.send({ type: 'contact.reject', key: live.key, contactId: live.resolution.contact.id });
  }

  api.commands?.onCommand.addListener((name, tab) => {
    if (!isKeyCommand(name)) return;
    const windowId = tab?.windowId;
    switch (name) {
      case 'open-panel':
      case 'search-contacts':
        if (windowId === undefined) return;
        // First of all, while the key still counts as a gesture.
        if (api.sidebarAction !== undefined) void api.sidebarAction.open();
        else void openPanel(windowId, api);
        if (name === 'search-contacts') parts.search(windowId);
        return;
      case 'next-interaction':
        return void step(1);
      case 'previous-interaction':
        return void step(-1);
      case 'not-this-person':
        return void reject();
    }
  });
}
