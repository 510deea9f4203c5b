export type Verdict = 'ok' | 'warn' | 'bad' | 'none';

const signs: Record<Verdict, [className: string, sign: string]> = {
  ok: ['sign ok', '✓'],
  warn: ['sign wa', '!'],
  bad: ['sign no', '✕'],
  none: ['sign same', '–'],
};

/** A verdict's colour and sign; the word stands beside it. */
export function Sign({ verdict }: { verdict: Verdict }) {
  const [className, sign] = signs[verdict];
  return (
    <span class={className} aria-hidden="true">
      {sign}
    </span>
  );
}
