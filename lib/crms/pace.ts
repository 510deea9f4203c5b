import { untilAborted } from './http/until-aborted.ts';

/** Time, as writes wait for it. */
export interface Pace {
  /** Milliseconds of a clock that runs on evenly, from whatever moment. */
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const realPace: Pace = {
  now: () => performance.now(),
  wait: (ms, signal) => untilAborted(new Promise((resolve) => setTimeout(resolve, ms)), signal),
};
