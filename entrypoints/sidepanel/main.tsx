import { render } from 'preact';
import { ContactView } from '../../components/view/ContactView.tsx';
import type { ViewActions } from '../../components/view/state/view-context.ts';
import { language, speak } from '../../components/words/language/language.ts';
import type { OptionsPlace } from '../../lib/domain/options-place.ts';
import { matchPattern } from '../../lib/domain/text/safe-origin.ts';
import { browser } from '../../lib/extension/browser/browser.ts';
import { requestOrigins } from '../../lib/extension/browser/permissions.ts';
import { dressPage } from '../../lib/extension/views/dress-page.ts';
import { watchHostBeside } from '../../lib/extension/views/host-beside.ts';
import { keyBindings } from '../../lib/extension/views/key-bindings.ts';
import { openOptionsAt } from '../../lib/extension/views/options-place.ts';
import { createViewLink } from '../../lib/extension/views/view-link.ts';
import { firstRun } from '../../lib/extension/worker/first-run.ts';

const life = new AbortController().signal;
const root = document.getElementById('app') ?? document.body;

/** In a small window of its own the panel serves the window it was opened for. */
const opened = Number(new URLSearchParams(location.search).get('window') ?? Number.NaN);
const windowId = Number.isInteger(opened) ? opened : (await browser.windows.getCurrent()).id;

const link = createViewLink({
  windowId: windowId ?? -1,
  signal: life,
  onSearch() {
    // Also where the browser's focus is in the page beside it.
    window.focus();
    const input = document.querySelector<HTMLInputElement>('[role="search"] input');
    input?.focus();
    input?.click();
  },
  onLost(lost) {
    root.hidden = lost !== 'no';
    if (lost === 'for-good') render(null, root);
  },
});
const openOptions = (place?: OptionsPlace, crm?: string) => void openOptionsAt(place, crm);

const takeTestCall = (number: string) => link.tell({ type: 'test-call', number });
const reloadHost = (origin: string) => link.tell({ type: 'reload-host', origin });
/** Straight from the click: browsers ask nobody without one. */
const connectHost = (origin: string) =>
  requestOrigins([matchPattern(origin)]).then(
    (granted) => granted && link.tell({ type: 'connect-host', origin }),
    () => false,
  );

const always = { openOptions, firstRun, keyBindings, takeTestCall, reloadHost };
let actions: ViewActions = always;
let isDrawn = false;

function draw(): void {
  isDrawn = true;
  render(<ContactView key={language()} link={link} surface="panel" actions={actions} />, root);
}

/** The page beside the panel may be the softphone, which is then connected by one click. */
function offer(origin: string | undefined): void {
  const allowHost = origin !== undefined && { origin, allow: () => void connectHost(origin) };
  actions = allowHost ? { ...always, allowHost } : always;
  if (isDrawn) draw();
}

/** What was typed is on its way with the view that is taken down; the next one finds it kept. */
async function leave(): Promise<void> {
  render(null, root);
  await link.settled();
}

void dressPage(document.documentElement, { speak, language, draw, leave, signal: life });
if (windowId !== undefined && !firstRun.isOver()) watchHostBeside(windowId, offer, life);
