/** A person as somebody types them into a store's own program. */
export interface StorePerson {
  first?: string;
  last: string;
  /** As they are typed, in the order of the store's places. */
  numbers?: string[];
  email?: string;
  country?: string;
}

/** A running store that a shipped definition is tried on. */
export interface DefinedStore {
  /** Of the form, but for region and definition. */
  settings: { baseUrl: string; user?: string };
  credential: string;
  /** Makes a person in a way of the store's own; answers the ContactID. */
  add(person: StorePerson): Promise<string>;
  /** What the store itself holds now of that contact: every text of it. */
  holds(id: string): Promise<string[]>;
  stop(): Promise<void>;
}
