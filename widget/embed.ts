import { embedWidget, type RingsideApi } from './embed-widget.ts';

declare global {
  interface Window {
    ringside?: RingsideApi;
  }
}

/**
 * `<script src="https://crm.example.com/widget/embed.js" data-target="#crm"></script>` puts the widget into the element
 * and gives the page `ringside.interaction({…})`. With no target it goes where the script stands.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { target: selector } = script.dataset;
  const url = new URL('./', script.src).href;
  const start = () => {
    const target = selector ? document.querySelector(selector) : script.parentElement;
    if (target) window.ringside = embedWidget(window, { url, target });
    else console.error(`Ringside: no element matches data-target="${selector}"`);
  };
  if (!selector || document.querySelector(selector)) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
}
