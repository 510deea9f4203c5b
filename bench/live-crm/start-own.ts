import { startRadicale } from '../../e2e/harness/servers/radicale.ts';
import { startTryton } from '../../e2e/harness/servers/tryton.ts';

/** A CRM that the trial has started, and how its connector reaches it. */
export interface OwnCrm {
  settings: Record<string, string>;
  credential: string;
  stop(): Promise<void>;
}

/** Starts one on 127.0.0.1, empty, in a temporary folder. `id`: of the connector. */
export async function startOwn(id: string): Promise<OwnCrm> {
  if (id === 'tryton') {
    const { url, database, user, password, stop } = await startTryton();
    return { settings: { baseUrl: `${url}/`, database, user }, credential: password, stop };
  }
  if (id === 'carddav') {
    const { url, user, password, stop } = await startRadicale();
    return { settings: { baseUrl: url, user }, credential: password, stop };
  }
  throw new Error(`--own starts tryton and carddav, not ${id}`);
}
