import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { CrmSettings } from '../../../lib/domain/settings.ts';
import { namedWorkspace } from '../../words/workspace-words.ts';
import type { OptionsLink } from '../state/options-link.ts';
import type { OptionsState } from '../state/options-state.ts';
import { bindingOf } from '../state/same-crm.ts';
import { timed } from './timed.ts';

export type CrmWorkspace =
  | { status: 'reading' }
  | { status: 'read'; workspace: Workspace }
  | { status: 'failed'; error: SafeCrmError };

/** The workspace as this CRM says it, read when `wanted` and again when the connection changed. */
export function useCrmWorkspace(
  link: OptionsLink,
  { signedIn: all, granted }: OptionsState,
  crm: CrmSettings | undefined,
  wanted: boolean,
) {
  const [read, setRead] = useState<CrmWorkspace>({ status: 'reading' });
  const [turn, setTurn] = useState(0);
  const signedIn = crm !== undefined && all.has(crm.id);
  const connection = JSON.stringify([crm?.id, crm?.connector, crm?.settings, signedIn, granted.size]);

  // `connection` says what of the settings counts.
  useEffect(() => {
    if (!wanted || !signedIn || crm === undefined) return;
    const controller = new AbortController();
    setRead({ status: 'reading' });
    void ask(link, crm, controller.signal).then((next) => {
      if (!controller.signal.aborted) setRead(next);
    });
    return () => controller.abort();
  }, [link, connection, wanted, turn]);

  return { read, again: useCallback(() => setTurn((now) => now + 1), []) };
}

async function ask(link: OptionsLink, crm: CrmSettings, signal: AbortSignal): Promise<CrmWorkspace> {
  const connector = link.crms.find(({ id }) => id === crm.connector);
  const settings = connector?.settings.safeParse(crm.settings);
  const credential = await link.loadCredential(crm.id, bindingOf(crm, link.crms));
  if (!connector || !settings?.success || credential === undefined)
    return { status: 'failed', error: { code: 'signed-out' } };
  const tokens = connector.oauth?.(settings.data) && link.openSignIn(crm.id, credential);
  const context = { settings: settings.data, credential, ...(tokens && { tokens }) };
  const found = await timed(() => connector.connect(context).workspace({ signal }));
  return found.ok
    ? { status: 'read', workspace: namedWorkspace(found.value) }
    : { status: 'failed', error: found.error };
}
