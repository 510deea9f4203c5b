import { type ReadonlySignal, signal } from '@preact/signals';

/** In the browser's own storage for a site, since it is of this person at this browser, as the guide of the first run is. */
const item = 'single-keys';
const on = signal(read());

/** Whether a single key does something in the view (WCAG 2.1.4). Shared by the pages of the extension, or of the widget. */
export const singleKeys: ReadonlySignal<boolean> = on;

export function setSingleKeys(wanted: boolean): void {
  on.value = wanted;
  try {
    if (wanted) localStorage.removeItem(item);
    else localStorage.setItem(item, 'off');
  } catch {
    // A browser that keeps nothing for a page within a page: until it is closed.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(item) !== 'off';
  } catch {
    return true;
  }
}

if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key }) => {
    if (key === item || key === null) on.value = read();
  });
