import type { InteractionState } from './host-event.ts';

/** One selector of a rule, and what it finds in a page as that stands now. */
export interface TriedSelector {
  /** Where it stands in the rule: `versions.0.clientId.at`. */
  path: string;
  selector: string;
  /** False: the browser does not know such a selector. */
  known: boolean;
  found: number;
  /** How many of them a person could see. */
  seen: number;
  /** What the first of them say, as the rule takes it. */
  texts: string[];
}

/** One interaction as the rule reads it now. */
export interface TriedRow {
  state: InteractionState;
  begins: boolean;
  looked: boolean;
  /** By name of the field; empty ones are left out. */
  texts: Record<string, string>;
}

export interface TriedRule {
  /** Id of the rule. */
  id: string;
  /** `elsewhere`: its place is another. `cannot-read`: none of its versions fits. */
  reading: 'reads' | 'unseen' | 'cannot-read' | 'elsewhere';
  /** `since` of the version that fits. */
  version?: string;
  selectors: TriedSelector[];
  rows: TriedRow[];
}

/** One document of a tab. What it holds is for the administrator who tries a rule: it is shown, and kept nowhere. */
export interface TriedPage {
  /** A name for this document, of no meaning. */
  key: string;
  /** The page itself, or a frame in it. */
  top: boolean;
  /** Host and path of its address. */
  address: string;
  rules: TriedRule[];
}
