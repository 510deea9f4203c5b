import { expect, it } from 'vitest';
import { askWithoutOrigin, type RequestRulesApi } from './nameless-requests.ts';

it.each(['chrome-extension://abcdefgh/', 'moz-extension://0b0a-11/'])(
  'leaves the origin out of requests of %s itself, and of nobody else’s',
  async (address) => {
    const rules = new Map<number, unknown>();
    // The fake has only the methods that are used.
    const api = {
      runtime: { getURL: () => address },
      declarativeNetRequest: {
        async updateSessionRules({
          removeRuleIds = [],
          addRules = [],
        }: {
          removeRuleIds?: number[];
          addRules?: { id: number }[];
        }) {
          for (const id of removeRuleIds) rules.delete(id);
          for (const rule of addRules) {
            if (rules.has(rule.id)) throw new Error(`Rule ${rule.id} is there already`);
            rules.set(rule.id, rule);
          }
        },
      },
    } as unknown as RequestRulesApi;
    await askWithoutOrigin(api);
    await askWithoutOrigin(api);
    expect([...rules.values()]).toEqual([
      {
        id: 1,
        condition: { initiatorDomains: [new URL(address).hostname], resourceTypes: ['xmlhttprequest'] },
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
      },
    ]);
  },
);
