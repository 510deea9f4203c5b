import type { Crm } from '../../crms/crm.ts';
import type { Workspace } from '../../domain/fields/workspace.ts';

/** Milliseconds. An older answer is asked for again. */
const freshMs = 10_000;

/**
 * The CRM with its workspace asked for already, so that after a sign-in it is asked beside who is signed in, and the first
 * call waits for the slower of the two answers, not for one after the other. The first who asks gets that answer.
 */
export function withEarlyWorkspace(crm: Crm, now: () => number): Crm {
  const asked = now();
  let early: ReturnType<Crm['workspace']> | undefined = crm.workspace();
  // Whoever asks is told that it failed; where nobody asks, it does not matter.
  early.catch(() => undefined);
  return {
    ...crm,
    workspace(options) {
      const answer = early;
      early = undefined;
      return answer !== undefined && now() - asked < freshMs ? answer : crm.workspace(options);
    },
  };
}

/** The CRM, each of whose workspaces is told to `keep`. */
export function withKeptWorkspace(crm: Crm, keep: (workspace: Workspace) => void): Crm {
  return {
    ...crm,
    async workspace(options) {
      const workspace = await crm.workspace(options);
      keep(workspace);
      return workspace;
    },
  };
}
