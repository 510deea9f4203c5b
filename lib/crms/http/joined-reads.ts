import { CrmError } from '../../domain/crm/crm-error.ts';
import { type ErrandNow, errandOf, mostUrgent, withErrand } from '../../domain/interaction/errand.ts';

interface Flight<Answer> {
  answer: Promise<Answer>;
  controller: AbortController;
  waiting: ErrandNow[];
}

/**
 * The same read asked for again while it is under way is that one request, for all who asked. Who gives up leaves alone
 * (`unreachable`); the request is given up when nobody waits for it. It is as urgent as the most urgent of those who wait.
 */
export function createJoinedReads<Answer>() {
  const flights = new Map<string, Flight<Answer>>();

  function take(
    key: string,
    errand: ErrandNow,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Flight<Answer> {
    const under = flights.get(key);
    // What nobody wants any more may be given up in this very moment.
    if (under && mostUrgent(under.waiting)) {
      under.waiting.push(errand);
      return under;
    }
    const controller = new AbortController();
    const waiting = [errand];
    const signal = withErrand(() => mostUrgent(waiting), controller.signal);
    const flight: Flight<Answer> = { answer: start(signal), controller, waiting };
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
      const errand = errandOf(signal);
      const flight = take(key, errand, start);
      const giveUp = (): void => {
        flight.waiting.splice(flight.waiting.indexOf(errand), 1);
        if (flight.waiting.length === 0) {
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
