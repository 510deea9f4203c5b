import { TimeUp, within } from '../../../engine/waiting/within.ts';
import { type Browser, browser } from '../../browser/browser.ts';
import { log } from '../../browser/log.ts';

/** The part of the extension API used here. */
export type ScriptingApi = Pick<typeof browser, 'scripting' | 'tabs'>;

/** A tab answers in milliseconds, or it hangs. */
const enterMs = 3_000;
const isolatedFile = 'host.js';
const mainFile = 'content-scripts/host-tap.js';

/**
 * Makes the browser's registrations what they should be: both host scripts in every page of `patterns` (configured and
 * granted), from the document's start. Browsers lose registrations on an update, so call this at every start of the
 * worker. Answers whether anything had to change.
 */
export async function registerHostScripts(patterns: string[], api: ScriptingApi = browser): Promise<boolean> {
  const wanted = patterns.toSorted();
  const current = await api.scripting.getRegisteredContentScripts();
  const ids = scripts(wanted).map(({ id }) => id);
  const right =
    wanted.length === 0
      ? current.length === 0
      : current.length === ids.length &&
        current.every(
          ({ id, matches, matchOriginAsFallback }) =>
            ids.includes(id) && same(matches ?? [], wanted) && matchOriginAsFallback === true,
        );
  if (right) return false;
  if (current.length > 0) await api.scripting.unregisterContentScripts();
  if (wanted.length > 0) await api.scripting.registerContentScripts(scripts(wanted));
  return true;
}

/**
 * Runs both scripts in pages that were open before; harmless where they run already. Pages that refuse are left out, and
 * each tab has its own time: one that hangs is told to `onStuck` and holds up no other. It is entered when it loads.
 */
export async function enterOpenTabs(
  patterns: string[],
  api: ScriptingApi = browser,
  onStuck: (tab: { tabId: number; origin: string }) => void = () => undefined,
): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await api.tabs.query({ url: patterns });
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || (await enterTab(id, api))) return;
      onStuck({ tabId: id, origin: URL.canParse(url ?? '') ? new URL(url ?? '').origin : '' });
    }),
  );
}

/** False where the tab does not answer. */
async function enterTab(tabId: number, api: ScriptingApi): Promise<boolean> {
  const target = { tabId, allFrames: true };
  const run = async (script: { files: string[]; world?: 'MAIN' }): Promise<'done' | 'refused' | 'hangs'> => {
    try {
      await within(enterMs, api.scripting.executeScript({ target, injectImmediately: true, ...script }));
      return 'done';
    } catch (error) {
      // A tab that shows an error page, sleeps, or has just been closed; it is entered when it loads.
      log('info', 'an open tab could not be entered', { error });
      return error instanceof TimeUp ? 'hangs' : 'refused';
    }
  };
  const isolated = await run({ files: [isolatedFile] });
  if (isolated === 'refused') return true;
  // One frame that hangs holds up the answer, not the other frames: they get their tap all the same.
  const main = await run({ files: [mainFile], world: 'MAIN' });
  return isolated === 'done' && main !== 'hangs';
}

/** The isolated script first: it has to listen when the tap begins to speak. */
function scripts(matches: string[]): Browser.scripting.RegisteredContentScript[] {
  const common = {
    matches,
    // Frames without an address of their own (`about:blank`, `srcdoc`) count as the page that made them.
    matchOriginAsFallback: true,
    runAt: 'document_start',
    allFrames: true,
    persistAcrossSessions: true,
  } as const;
  return [
    { ...common, id: 'host', js: [isolatedFile], world: 'ISOLATED' },
    { ...common, id: 'host-tap', js: [mainFile], world: 'MAIN' },
  ];
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.toSorted().every((one, index) => one === b[index]);
}
