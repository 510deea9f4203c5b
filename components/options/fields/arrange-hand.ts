import type { Arrangement } from '../../../lib/domain/fields/arrangement.ts';
import type { FieldDefinition } from '../../../lib/domain/fields/workspace.ts';
import type { FieldPlace } from './arrange-edits.ts';

/** What the parts of the editor may do to the arrangement. */
export interface ArrangeHand {
  arrangement: Arrangement;
  fields: ReadonlyMap<string, FieldDefinition>;
  disabled: boolean;
  dragged: FieldPlace | null;
  drag(place: FieldPlace | null): void;
  change(arrangement: Arrangement): void;
  /** Says where the field is now, and keeps the focus on it. */
  move(from: FieldPlace, to: FieldPlace): void;
  /** One up or down, also into the neighbouring section. */
  step(from: FieldPlace, step: 1 | -1): void;
  focus(id: string): void;
  /** The element of this id gets the focus once the change is drawn. */
  focusNext(id: string): void;
}
