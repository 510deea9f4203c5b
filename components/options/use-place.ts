import { useEffect, useState } from 'preact/hooks';
import type { OptionsPlace } from '../../lib/domain/options-place.ts';
import type { OptionsLink } from './state/options-link.ts';

const fields: Record<OptionsPlace, string> = {
  crms: '#crms [inputmode="url"]',
  hosts: '#host-address',
  credential: '#crm-credential',
};

/**
 * Goes where the view's buttons lead: to the section, with the cursor in the field that is to be filled in. Answers to which
 * CRM one is to sign in, new for each wish.
 */
export function usePlace(link: OptionsLink, ready: boolean): { crm?: string } | null {
  const [wanted, setWanted] = useState<OptionsPlace | null>(null);
  const [signIn, setSignIn] = useState<{ crm?: string } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    link.onPlace((place, crm) => {
      location.hash = place === 'credential' ? 'crms' : place;
      setWanted(place);
      if (place === 'credential') setSignIn(crm ? { crm } : {});
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
  return signIn;
}
