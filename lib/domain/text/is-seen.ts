/**
 * What draws something by itself: no control, format or space, no mark that needs a letter to stand on, and none of the
 * characters that Unicode lets a font leave out, such as the Hangul fillers. U+2800 is a braille cell without a dot.
 */
const seen = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a text has anything to see. A name without is none. */
export function isSeen(text: string): boolean {
  return seen.test(text);
}
