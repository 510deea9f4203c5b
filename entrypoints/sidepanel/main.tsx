import { render } from 'preact';
import { ContactView } from '../../components/view/ContactView.tsx';
import { language, speak } from '../../components/words/language/language.ts';
import type { OptionsPlace } from '../../lib/domain/options-place.ts';
import { browser } from '../../lib/extension/browser/browser.ts';
import { dressPage } from '../../lib/extension/views/dress-page.ts';
import { keyBindings } from '../../lib/extension/views/key-bindings.ts';
import { openOptionsAt } from '../../lib/extension/views/options-place.ts';
import { createViewLink } from '../../lib/extension/views/view-link.ts';
import { firstRun } from '../../lib/extension/worker/first-run.ts';

const life = new AbortController().signal;
const root = document.getElementById('app') ?? document.body;
speak(navigator.languages);
dressPage(document.documentElement, life, language());

/** In a small window of its own the panel serves the window it was opened for. */
const opened = Number(new URLSearchParams(location.search).get('window') ?? Number.NaN);
const windowId = Number.isInteger(opened) ? opened : (await browser.windows.getCurrent()).id;

const link = createViewLink({
  windowId: windowId ?? -1,
  signal: life,
  onSearch() {
    // Also where the browser's focus is in the page beside it.
    window.focus();
    document.querySelector<HTMLInputElement>('[role="search"] input')?.focus();
  },
  onLost(lost) {
    root.hidden = lost !== 'no';
    if (lost === 'for-good') render(null, root);
  },
});
const openOptions = (place?: OptionsPlace, crm?: string) => void openOptionsAt(place, crm);

const takeTestCall = (number: string) => link.tell({ type: 'test-call', number });
const reloadHost = (origin: string) => link.tell({ type: 'reload-host', origin });
const actions = { openOptions, firstRun, keyBindings, takeTestCall, reloadHost };

render(<ContactView link={link} surface="panel" actions={actions} />, root);
