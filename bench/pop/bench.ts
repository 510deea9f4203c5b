import { type CompanionServer, startCompanionServer } from '../../e2e/harness/servers/companion-server.ts';
import { addMarks } from './marks/add-marks.ts';
import { type DeskServer, type SideName, startDesk } from './servers/desk-server.ts';
import { type Folders, prepareExtensions, readWatch } from './servers/prepare-extensions.ts';
import { type QuickCrm, startQuickCrm } from './servers/quick-crm.ts';
import { connectRingside } from './sides/connect-ringside.ts';
import type { Side } from './sides/side.ts';
import { startSide } from './sides/start-side.ts';
import { addSlowness } from './slow/add-slowness.ts';
import type { Slowness } from './slow/slownesses.ts';

/** Everything that rows are measured with; it lives as long as the run. */
export interface Bench {
  desk: DeskServer;
  crm: QuickCrm;
  /** The real server behind the quick one. */
  companion: CompanionServer;
  /** Folders of the extensions. */
  folders: Folders;
  sides: Record<SideName, Side>;
  /** Panels are open on both sides. */
  panelsOpen: boolean;
  /** The sides that have copies of the people who are known. */
  knowing: Set<SideName>;
  /** A number that nobody had in this run. */
  next(): number;
  quick: boolean;
  /** Measures nothing twice. */
  once: boolean;
  /** What is made slower. */
  slowness?: Slowness;
  /** Done when the run ends. */
  atEnd(stop: () => Promise<void>): void;
  /** Ends the browsers and servers. */
  stop(): Promise<void>;
}

/** The pages of each side from which the panel is opened, and the panel itself. */
export const pagesOf = {
  ringside: { opener: 'options.html', panel: 'sidepanel.html' },
  floor: { opener: 'panel.html', panel: 'panel.html' },
};

export interface BenchOptions {
  quick: boolean;
  /** Ringside tells what it does on the way. */
  marks?: boolean;
  /** Ringside is made slower, and no row is measured twice. */
  slowness?: Slowness;
}

export async function startBench({ quick, marks, slowness }: BenchOptions): Promise<Bench> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one().catch((error) => console.error(error));
  };
  try {
    const companion = await startCompanionServer();
    stops.push(companion.stop);
    const crm = await startQuickCrm({ companion });
    stops.push(crm.stop);
    const desk = await startDesk(await readWatch());
    stops.push(desk.stop);
    const folders = await prepareExtensions({ desk: desk.url, crm: crm.url });
    if (marks) await addMarks(folders.ringside, desk.url);
    if (slowness) await addSlowness(folders.ringside, slowness, crm.url);
    const start = async (name: SideName) => {
      const side = await startSide({
        name,
        desk,
        extension: folders[name],
        pages: pagesOf[name],
        ...(name === 'ringside' && { connect: connectRingside({ desk, crm }) }),
      });
      stops.push(side.stop);
      return side;
    };
    const sides = { ringside: await start('ringside'), floor: await start('floor') };
    let last = 0;
    return {
      ...{ desk, crm, companion, folders, sides, quick, stop },
      ...{ panelsOpen: false, knowing: new Set() },
      ...(slowness && { slowness }),
      once: slowness !== undefined,
      next: () => ++last,
      atEnd: (one) => void stops.push(one),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
