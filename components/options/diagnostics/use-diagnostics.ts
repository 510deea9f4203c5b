import { useEffect, useState } from 'preact/hooks';
import type { HostDiagnostics } from '../../../lib/domain/host/host-diagnostics.ts';
import type { OptionsLink } from '../state/options-link.ts';

const none: HostDiagnostics = { pages: [], interactions: [] };

/** The host diagnostics as they stand, kept up to date; null until they were read. */
export function useDiagnostics(link: OptionsLink): HostDiagnostics | null {
  const [diagnostics, setDiagnostics] = useState<HostDiagnostics | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let latest = 0;
    const refresh = async (): Promise<void> => {
      latest += 1;
      const turn = latest;
      const next = (await link.loadDiagnostics().catch(() => undefined)) ?? none;
      if (turn === latest && !signal.aborted) setDiagnostics(next);
    };
    link.watchDiagnostics(() => void refresh(), signal);
    void refresh();
    return () => controller.abort();
  }, [link]);
  return diagnostics;
}
