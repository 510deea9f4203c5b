import { useEffect, useState } from 'preact/hooks';
import type { DiagnosticsNow } from '../../../lib/domain/diagnostics-now.ts';
import type { OptionsLink } from '../state/options-link.ts';

const none: DiagnosticsNow = { pages: [], interactions: [] };

/** The diagnostics as they stand, kept up to date; null until they were read. */
export function useDiagnostics(link: OptionsLink): DiagnosticsNow | null {
  const [diagnostics, setDiagnostics] = useState<DiagnosticsNow | null>(null);
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
