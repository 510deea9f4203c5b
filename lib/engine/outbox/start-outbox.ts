import { Flusher, type FlusherParts } from './flusher.ts';
import { Writer, type WriterParts } from './writer.ts';

export interface OutboxWork {
  /** Takes up what agents ask for. */
  writer: Writer;
  /** Sends what waits. */
  flusher: Flusher;
}

export type OutboxWorkParts = Omit<WriterParts, 'onEnded' | 'hurry'> &
  Pick<FlusherParts, 'onRest'> & {
    /** See `EngineParts`. */
    alone?: FlusherParts['alone'];
    /** A write of this interaction has ended, or was given up. */
    onEnded: (key: string) => void;
    /** Ends it: a killed worker sends nothing more. */
    signal: AbortSignal;
  };

/** The two that work on the outbox: each write that ends lets go what waited behind it. */
export function startOutbox({
  alone = (step) => step(),
  onEnded,
  onRest,
  signal,
  ...parts
}: OutboxWorkParts): OutboxWork {
  const writer = new Writer({
    ...parts,
    onEnded(key) {
      if (key !== null) onEnded(key);
      void flusher.flush();
    },
    hurry: () => void flusher.hurry(),
  });
  const flusher = new Flusher({ ...parts, writer, alone, onRest: () => signal.aborted || onRest() });
  flusher.watch(signal);
  return { writer, flusher };
}
