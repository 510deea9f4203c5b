import { embedWidget, type RingsideApi } from './embed-widget.ts';

declare global {
  interface Window {
    ringside?: RingsideApi;
  }
}

/**
 * `<script src="https://crm.example.com/widget/embed.js" data-target="#crm"></script>` puts the widget into the element
 * and gives the page `ringside.interaction({…})`. With no target it goes where the script stands. In a page that holds
 * uContact in a frame, `data-ucontact-origin="https://ucontact.example.com"` passes on what it tells.
 */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const { target: selector, ucontactOrigin } = script.dataset;
  const url = new URL('./', script.src).href;
  if (ucontactOrigin !== undefined && !isOrigin(ucontactOrigin))
    console.error(
      `Ringside: data-ucontact-origin="${ucontactOrigin}" is no origin such as https://host.example`,
    );
  const start = () => {
    const target = selector ? document.querySelector(selector) : script.parentElement;
    if (target) window.ringside = embedWidget(window, { url, target, ucontactOrigin });
    else console.error(`Ringside: no element matches data-target="${selector}"`);
  };
  if (!selector || document.querySelector(selector)) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
}

/** Scheme, host and port and nothing else, as a browser tells it of a message: else it would never be heard. */
function isOrigin(value: string): boolean {
  try {
    return new URL(value).origin === value;
  } catch {
    return false;
  }
}
