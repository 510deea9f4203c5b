/**
 * How much may be written, in characters and numbers of parts: what a view lets be typed, a command carries and the companion
 * server takes. How much of it is kept here is another matter (contact-limits.ts).
 */
export const valueLimits = {
  /** A long text, and the longest value of any kind. */
  text: 16_384,
  /** A text of one line. */
  line: 1_024,
  /** The name of a person in a field. */
  person: 256,
  /** A list, and each of its parts. */
  parts: 200,
  part: 1_024,
  identifier: 512,
};
