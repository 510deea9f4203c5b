/** Longer than a burst of changes that belong together, shorter than anybody waits. */
const periodMs = 100;
/** Reading takes at most this share of the time. */
const share = 1 / 20;
const maxPeriodMs = 1_000;

export interface PaceParts {
  /** A hidden page's timers are late by up to a minute: there changes themselves drive the reading. */
  hidden(): boolean;
  /** Answers whether to read again after a while. */
  read(): boolean;
  /** Milliseconds between two readings at the least, where more often would serve nobody; else 0. */
  least(): number;
  /** Stops watching until the next reading. */
  rest(): void;
  signal: AbortSignal;
}

export interface Pace {
  /** Something may have changed. */
  asked(): void;
}

/**
 * Reads at once when asked after a quiet time; then not again within the period, at the end of which it reads once more
 * where it was asked again, or could not have been since nothing was watched.
 */
export function createPace({ hidden, read, least, rest, signal }: PaceParts): Pace {
  let last = Number.NEGATIVE_INFINITY;
  let period = periodMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function run(followUp: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    const started = performance.now();
    const again = read();
    last = performance.now();
    period = Math.min(Math.max(periodMs, least(), (last - started) / share), maxPeriodMs);
    if (!followUp && !again) return;
    if (followUp && !hidden()) rest();
    timer = setTimeout(() => run(false), period);
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    asked() {
      if (signal.aborted) return;
      if (performance.now() - last >= period) {
        run(true);
        return;
      }
      timer ??= setTimeout(() => run(true), period);
      if (!hidden()) rest();
    },
  };
}
