import type { LucideIcon } from 'lucide-preact';

/** One icon in the colour of its text; never the only bearer of a meaning. `flip`: turns over in right-to-left. */
export function Icon({ of: Glyph, small, flip }: { of: LucideIcon; small?: boolean; flip?: boolean }) {
  return (
    <Glyph class={`i${small ? ' sm' : ''}${flip ? ' flip' : ''}`} aria-hidden="true" focusable="false" />
  );
}
