import { useEffect, useRef, useState } from 'preact/hooks';
import type { CrmConnector, CrmContext } from '../../../lib/crms/crm.ts';
import { type TriedKind, type TryOutcome, tryCrm } from '../state/try-crm.ts';
import { type TracedExchange, traceFetch } from './trace-fetch.ts';

/** One try: what was sent and answered so far, and what came of it once it is over. */
export interface Try {
  exchanges: TracedExchange[];
  outcome?: TryOutcome;
}

/** The last try of a CRM, and the way to run one. It is in this page's memory only. A newer one ends an older one. */
export function useTry() {
  const [tried, setTried] = useState<Try | null>(null);
  const current = useRef<AbortController>(null);
  useEffect(() => () => current.current?.abort(), []);

  const run = async (
    connector: CrmConnector,
    context: CrmContext<unknown>,
    asked: { kind: TriedKind; text: string; region: string },
  ): Promise<void> => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const change = (next: (before: Try) => Try): void => {
      if (!controller.signal.aborted) setTried((before) => next(before ?? { exchanges: [] }));
    };
    setTried({ exchanges: [] });
    const tell = (exchange: TracedExchange): void =>
      change(({ exchanges, ...rest }) => ({
        ...rest,
        exchanges: [...exchanges.filter(({ id }) => id !== exchange.id), exchange].sort(
          (a, b) => a.id - b.id,
        ),
      }));
    const fetch = traceFetch(context.credential, tell, context.fetch);
    const outcome = await tryCrm(connector.connect({ ...context, fetch }), asked, controller.signal);
    change((before) => ({ ...before, outcome }));
  };
  const forget = (): void => {
    current.current?.abort();
    setTried(null);
  };
  return { tried, run, forget };
}
