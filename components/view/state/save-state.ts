import type { Write } from '../../../lib/domain/interaction/live.ts';
import type { ViewStore } from './view-store.ts';

/** How the writes of a scope stand, the worst first; what waits is told beside it. */
export function saveState(
  store: ViewStore,
  scope: string,
  writes: readonly Write[],
): 'saving' | 'not-saved' | 'saved' {
  const statuses: string[] = [
    ...local(store, scope).map(({ status }) => status),
    ...writes.map(({ status }) => status),
  ];
  if (statuses.includes('not-saved')) return 'not-saved';
  return statuses.includes('saving') ? 'saving' : 'saved';
}

/** Writes that failed and that nothing else on screen offers to try again. */
export function looseWrites(store: ViewStore, scope: string, writes: readonly Write[]): Write[] {
  const drawn = new Set(local(store, scope).map(({ writeId }) => writeId));
  return writes.filter((write) => write.status === 'not-saved' && !drawn.has(write.id));
}

/** Writes that are saved, and of which something is to be said until the agent has seen it. */
export function saidWrites(writes: readonly Write[]): Write[] {
  return writes.filter(({ status, differs, slow }) => status === 'saved' && (differs || slow));
}

function local(store: ViewStore, scope: string): { status: string; writeId: string | undefined }[] {
  const form = store.creates.get(scope);
  const answer = store.answers.get(scope);
  const edits = [...store.edits.all.value]
    .filter(([id]) => JSON.parse(id)[0] === scope)
    .map(([, edit]) => edit);
  return [
    { status: form.status, writeId: form.sent?.writeId },
    ...(answer ? [{ status: answer.status, writeId: answer.command.writeId }] : []),
    ...edits.map((edit) => ({ status: edit.status, writeId: edit.sent?.writeId })),
  ];
}
