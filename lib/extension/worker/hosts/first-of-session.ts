import { browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';
import type { StorageApi } from '../../browser/storage-api.ts';

const item = 'worker-was-here';

/**
 * Whether this is the first worker since the browser or the extension was started. Then open tabs may hold scripts of an
 * extension that is gone: it was switched off and on, reloaded, or has crashed, of which the browser tells nobody.
 */
export async function firstOfSession(api: StorageApi = browser): Promise<boolean> {
  try {
    const was = (await api.storage.session.get(item))[item] === true;
    if (!was) await api.storage.session.set({ [item]: true });
    return !was;
  } catch (error) {
    log('warn', 'the memory of the session could not be read', { error });
    return true;
  }
}
