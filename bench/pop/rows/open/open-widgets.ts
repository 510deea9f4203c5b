import type { Bench } from '../../bench.ts';
import { type LoneChromium, startLoneChromium } from '../../browser/lone-chromium.ts';
import { deskPage, type SideName } from '../../servers/desk-server.ts';
import { embedScripts, putWidgets } from '../../servers/widget-pages.ts';

export interface Widgets {
  /** A browser each, without Ringside in it. */
  browsers: Record<SideName, LoneChromium>;
  /** The host page with the side's widget in it. */
  urls: Record<SideName, string>;
  stop(): Promise<void>;
}

export async function openWidgets(bench: Bench): Promise<Widgets> {
  const { desk, crm, folders } = bench;
  await putWidgets(bench);
  const urls = { ringside: `${desk.url}/with-ringside`, floor: `${desk.url}/with-floor` };
  for (const name of ['ringside', 'floor'] as const) {
    const script = `${crm.url}${embedScripts[name]}`;
    const place = `<div id="crm" style="width:400px;height:700px"></div>`;
    desk.put(
      new URL(urls[name]).pathname,
      deskPage(`${place}<script src="${script}" data-target="#crm"></script>`),
    );
  }
  const ringside = await startLoneChromium({ extension: folders.empty });
  try {
    const floor = await startLoneChromium({ extension: folders.empty });
    return {
      ...{ browsers: { ringside, floor }, urls },
      async stop() {
        await ringside.stop();
        await floor.stop();
      },
    };
  } catch (error) {
    await ringside.stop();
    throw error;
  }
}
