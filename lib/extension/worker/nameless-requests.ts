import { browser } from '../browser/browser.ts';

/** The part of the extension API used here. */
export type RequestRulesApi = Pick<typeof browser, 'declarativeNetRequest' | 'runtime'>;

const ruleId = 1;

/**
 * Leaves `Origin` out of what this extension itself asks, and of nothing else. Browsers put the extension's address there
 * on every POST, and a CRM that guards against foreign pages then refuses us: Tryton answers 500 to every request
 * (trytond 6.0, wsgi.py). Such guards protect cookies, which we never send. Holds until the browser is closed; calling
 * it again changes nothing.
 */
export async function askWithoutOrigin(api: RequestRulesApi = browser): Promise<void> {
  const { hostname } = new URL(api.runtime.getURL(''));
  await api.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [ruleId],
    addRules: [
      {
        id: ruleId,
        condition: { initiatorDomains: [hostname], resourceTypes: ['xmlhttprequest'] },
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
      },
    ],
  });
}
