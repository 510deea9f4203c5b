import { CrmError } from '../../domain/crm-error.ts';

interface Flight<Answer> {
  answer: Promise<Answer>;
  controller: AbortController;
  waiting: number;
}

/**
 * The same read asked for again while it is under way is that one request, for all who asked. Who gives up leaves alone
 * (`unreachable`); the request is given up when nobody waits for it.
 */
export function createJoinedReads<Answer>() {
  const flights = new Map<string, Flight<Answer>>();

  function take(key: string, start: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const under = flights.get(key);
    if (under) return under;
    const controller = new AbortController();
    const flight: Flight<Answer> = { answer: start(controller.signal), controller, waiting: 0 };
    flights.set(key, flight);
    flight.answer.then(
      () => forget(key, flight),
      () => forget(key, flight),
    );
    return flight;
  }

  /** Another one may be under way for this key already. */
  function forget(key: string, flight: Flight<Answer>): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return (
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new CrmError({ code: 'unreachable' }));
      const flight = take(key, start);
      flight.waiting += 1;
      const giveUp = (): void => {
        flight.waiting -= 1;
        if (flight.waiting === 0) {
          // First: nobody may join what is given up.
          forget(key, flight);
          flight.controller.abort();
        }
        reject(new CrmError({ code: 'unreachable' }));
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      flight.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
    });
}
