import type { SafeCrmError } from '../../lib/domain/crm/crm-error.ts';
import type { FieldProblem } from '../../lib/domain/fields/field-problem.ts';
import type { Write } from '../../lib/domain/interaction/live.ts';
import { sharedWords } from './shared-words.ts';
import { viewWords } from './view-words.ts';

/** What failed and what happens next, for every way a CRM can fail. Never the CRM's own text, never a customer datum. */
export interface ErrorWords {
  what: string;
  /** What happens next, where nothing is tried again by itself. */
  next: string;
}

export function errorWords({ code, stale, namesake, reason }: SafeCrmError, crm: string): ErrorWords {
  const { errors } = viewWords();
  if (code === 'conflict' && stale) return errors.stale(crm);
  if (code === 'conflict' && namesake) return errors.namesake(crm);
  if (code === 'not-supported' && reason !== undefined) return errors[reason](crm);
  return errors[code](crm);
}

/** What is wrong with a value, in words for under its field. */
export function problemWords({ code, most }: FieldProblem): string {
  const { problems, limits } = viewWords();
  if (most !== undefined && (code === 'too-long' || code === 'too-many')) return limits[code](most);
  return problems[code];
}

/** What a write was, for "Not saved: …". */
export function writeWords(kind: Write['kind'], about?: string): string {
  const { writes } = sharedWords();
  if (kind === 'create') return about ? writes.createOf(about) : writes.create;
  if (kind === 'update') return about ? writes.updateOf(about) : writes.update;
  return kind === 'assign' ? writes.assign : writes.undo;
}
