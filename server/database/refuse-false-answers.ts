import type { PGlite } from '@electric-sql/pglite';

/** The status by which PGlite's program leaves a statement for an error that PostgreSQL itself reports. */
const reportedStatus = 100;

/**
 * PGlite (0.5.16, `execProtocolRawSync`) takes a statement that ended in the middle, because a disk failed or memory ran
 * out, for one with an empty answer: a write that was not done would look done, a caller would look unknown. This
 * makes it throw, then and ever after, and calls `onBroken` at once: only a new start helps.
 */
export function refuseFalseAnswers(client: PGlite, onBroken: () => void): void {
  let broken: Error | undefined;
  const program = client.Module;
  const mainLoopOnce = program._PostgresMainLoopOnce.bind(program);
  program._PostgresMainLoopOnce = () => {
    try {
      mainLoopOnce();
    } catch (error) {
      if (!isReported(error)) {
        broken ??= new Error('The embedded database broke in the middle of a statement.', { cause: error });
        onBroken();
      }
      throw error;
    }
  };
  const execute = client.execProtocolRawSync.bind(client);
  client.execProtocolRawSync = (message) => {
    if (broken) throw broken;
    const answer = execute(message);
    if (broken) throw broken;
    return answer;
  };
}

function isReported(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === reportedStatus;
}
