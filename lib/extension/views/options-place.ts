import type { OptionsPlace } from '../../domain/options-place.ts';
import { optionsPlaces } from '../../domain/options-place.ts';
import { browser } from '../browser/browser.ts';

/** Where the page that is about to come forward finds what it is wanted for; taken away as soon as it is read. */
const item = 'options-place';

/** The part of the extension API used here. */
type OptionsApi = { runtime: Pick<typeof browser.runtime, 'openOptionsPage'> };

/**
 * Opens the options page, or brings the one that is open already to this place; `crm`: the id of the connection it is about.
 * From pages of the extension only.
 */
export async function openOptionsAt(
  place?: OptionsPlace,
  crm = '',
  api: OptionsApi = browser,
): Promise<void> {
  // Two wishes for the same place are two: a value that stays the same is told to nobody.
  if (place) localStorage.setItem(item, `${place} ${crm} ${Date.now()}`);
  await api.runtime.openOptionsPage();
}

/** The worker knows no storage of pages: what it opens says in its address where. */
export const welcomePath = '/options.html?place=crms#crms';

function fromAddress(): string {
  return new URLSearchParams(location.search).get('place') ?? '';
}

/** Calls with the place that was wanted before this page was there, and with each one wanted later; until it aborts. */
export function onOptionsPlace(
  listener: (place: OptionsPlace, crm?: string) => void,
  signal: AbortSignal,
): void {
  const take = () => {
    const [wanted, crm] = (localStorage.getItem(item) ?? fromAddress()).split(' ');
    localStorage.removeItem(item);
    const place = optionsPlaces.find((one) => one === wanted);
    if (place) listener(place, crm || undefined);
  };
  take();
  window.addEventListener(
    'storage',
    (event) => {
      if (event.key === item && event.newValue !== null) take();
    },
    { signal },
  );
}
