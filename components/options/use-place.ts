import { useEffect, useState } from 'preact/hooks';
import type { OptionsPlace } from '../../lib/domain/options-place.ts';
import type { OptionsLink } from './state/options-link.ts';

const fields: Record<OptionsPlace, string> = {
  crms: '#crms [inputmode="url"]',
  hosts: '#host-address',
  credential: '#crm-credential',
};

/** Goes where the view's buttons lead: to the section, with the cursor in the field that is to be filled in. */
export function usePlace(link: OptionsLink, ready: boolean): void {
  const [wanted, setWanted] = useState<OptionsPlace | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    link.onPlace((place) => {
      location.hash = place === 'credential' ? 'crms' : place;
      setWanted(place);
    }, controller.signal);
    return () => controller.abort();
  }, [link]);
  useEffect(() => {
    if (wanted === null || !ready) return;
    // Not before the section of the new hash has been drawn.
    const timer = setTimeout(() => {
      document.querySelector<HTMLElement>(fields[wanted])?.focus();
      setWanted(null);
    });
    return () => clearTimeout(timer);
  }, [wanted, ready]);
}
