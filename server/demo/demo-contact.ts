import type { ContactIdentifier, FieldValue } from '../../lib/domain/contact/contact.ts';

/** A contact of the demo, before it is a row. */
export interface DemoContact {
  id: string;
  name: string;
  kind: 'person' | 'company';
  identifiers: ContactIdentifier[];
  fields: Record<string, FieldValue>;
  /** How long ago they were last spoken with. */
  last?: { channel: string; minutesAgo: number; agent?: string };
}
