import { safeOrigin } from '../../../domain/text/safe-origin.ts';
import { browser } from '../../browser/browser.ts';

/** The part of the extension API used here. */
export type TabsApi = Pick<typeof browser, 'tabs'>;

/** Origins of open tabs that could be connected. Without a permission for a site the browser hides its tabs' addresses. */
export async function openOrigins(api: TabsApi = browser): Promise<string[]> {
  const tabs = await api.tabs.query({});
  const origins = tabs.flatMap(({ url }) => {
    const safe = safeOrigin(url ?? '');
    return safe.ok ? [safe.origin] : [];
  });
  return [...new Set(origins)];
}
