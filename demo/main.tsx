import { render } from 'preact';
import { createDeskStore } from './desk/desk-store.ts';
import { createHostVoice } from './desk/host-voice.ts';
import { startRingHook } from './desk/ring-hook.ts';
import { Desk } from './view/Desk.tsx';
import './view/desk.css';

/** `/config.json` of `serve.mjs`: where the companion widget is, if anywhere. */
async function readWidgetUrl(): Promise<string | null> {
  try {
    const config: unknown = await (await fetch('/config.json')).json();
    const url =
      typeof config === 'object' && config !== null && 'widgetUrl' in config ? config.widgetUrl : null;
    return typeof url === 'string' && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}

const widgetUrl = await readWidgetUrl();
const store = createDeskStore({ say: (event) => voice.say(event) });
const voice = createHostVoice(window, {
  everything: store.everything,
  widgetOrigin: widgetUrl && new URL(widgetUrl).origin,
});

// With the extension beside it, the same view twice would only be in the way: `?widget=closed`.
const widgetOpen = new URLSearchParams(location.search).get('widget') !== 'closed';
const root = document.querySelector('#desk');
if (root) render(<Desk store={store} widgetUrl={widgetUrl} widgetOpen={widgetOpen} />, root);
for (const event of store.everything()) voice.say(event);
startRingHook(window, store.arrive);
