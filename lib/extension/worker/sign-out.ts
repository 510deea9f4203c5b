import type { CrmConnector } from '../../crms/crm.ts';
import { keepTokens, type OAuthTokens } from '../../crms/http/auth/oauth-tokens.ts';

/** A sign-in that is to end: whose, and with what. */
export interface EndingSignIn {
  connector: CrmConnector | undefined;
  /** As they are kept; read anew by the connector. */
  settings: unknown;
  credential: string | undefined;
  /** Of a sign-in at the CRM's page. */
  tokens?: OAuthTokens | undefined;
}

/** The agent waits no longer for a CRM that does not answer. */
const withinMs = 3_000;

/**
 * Signs out: forgets here first, whatever comes then, and tells the CRM so that what was given out is worthless there too.
 * That is a courtesy: a CRM that knows no signing out, is away or says no changes nothing for the agent.
 */
export async function signOut(ending: EndingSignIn, forget: () => Promise<void>): Promise<void> {
  await forget();
  const { connector, credential, tokens } = ending;
  const settings = connector?.settings.safeParse(ending.settings);
  if (connector === undefined || credential === undefined || settings?.success !== true) return;
  try {
    const context = { settings: settings.data, credential, ...(tokens && { tokens: keepTokens(tokens) }) };
    await connector.connect(context).signOut?.({ signal: AbortSignal.timeout(withinMs) });
  } catch {
    // Said above: nothing is to be done.
  }
}
