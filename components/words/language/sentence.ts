/**
 * A sentence in which something stands that is more than text, such as a name that keeps its own direction: the stretches
 * in the order of the language, to be drawn one after another.
 */
export type Sentence<Part> = (string | Part)[];
