import { useLayoutEffect } from 'preact/hooks';
import type { ViewState } from '../../../lib/domain/view-state.ts';
import type { ViewActions } from './view-context.ts';

/** Whether no call has been shown in this browser yet. The first that finds a CRM to ask ends it for good. */
export function useFirstRun(firstRun: ViewActions['firstRun'], state: ViewState | null): boolean {
  const pops =
    state?.connections.some(({ status }) => status === 'ready') === true &&
    (state.interactions.length > 0 || state.recent.length > 0);
  useLayoutEffect(() => {
    if (pops && firstRun && !firstRun.isOver()) firstRun.end();
  }, [pops, firstRun]);
  return firstRun !== undefined && state !== null && !pops && !firstRun.isOver();
}
