import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumProgram } from '../../../e2e/harness/browser/chromium.ts';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';
import { connectCdp } from './cdp.ts';

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

/**
 * A headless Chromium with one extension. Playwright attaches to every new frame and worker and holds it until it is done
 * with that: a frame made for a pop would be measured with its debugger. Here nothing is attached to but what is asked.
 */
export interface LoneChromium {
  targets(): Promise<Target[]>;
  /** Waits for one. */
  target(what: string, isIt: (target: Target) => boolean): Promise<Target>;
  /** Opens a tab in front; its target's id. */
  open(url: string): Promise<string>;
  toFront(targetId: string): Promise<void>;
  closeTarget(targetId: string): Promise<void>;
  /** Without a gesture, unless one is asked for; waits where the expression gives a promise. */
  evaluate<T = unknown>(targetId: string, expression: string, gesture?: 'gesture'): Promise<T>;
  /** Attaches to it and stays: what is asked of it often needs no attaching then. */
  stay(targetId: string): Promise<void>;
  /** Of a page that it stayed at: figures of the browser's own, by name. */
  metrics(targetId: string): Promise<Map<string, number>>;
  /** Bytes that live on the heap of this page, its extensions' worlds included, when nothing is left to be thrown away. */
  heap(targetId: string): Promise<number>;
  stop(): Promise<void>;
}

export interface LoneChromiumOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  /** A profile to take up, which is kept at the end; else one of its own. */
  profile?: string;
  /** The address of the first tab. */
  start?: string;
}

/** Nobody is at the window: what is not seen must run as if it were. */
const asIfSeen = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--password-store=basic',
  '--window-size=1280,900',
];

export async function startLoneChromium(options: LoneChromiumOptions): Promise<LoneChromium> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'ringside-bench-')));
  const portFile = join(profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const program = ownProcess(chromiumProgram ?? chromium.executablePath(), [
    '--headless',
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    `--disable-extensions-except=${options.extension}`,
    `--load-extension=${options.extension}`,
    ...chromiumFlags,
    ...asIfSeen,
    options.start ?? 'about:blank',
  ]);
  const address = await until('Chromium to open its debugging port', async () => {
    if (program.exitCode() !== null) return { ended: program.output() };
    const [port, path] = (await readFile(portFile, 'utf8').catch(() => '')).split('\n');
    return port && path ? { url: `ws://127.0.0.1:${port}${path}` } : undefined;
  });
  if (address.url === undefined) throw new Error(`Chromium ended:\n${address.ended}`);
  const cdp = await connectCdp(address.url);
  const sessions = new Map<string, string>();

  const targets = async () => (await cdp.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;

  async function attach(targetId: string): Promise<string> {
    return (await cdp.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }))
      .sessionId;
  }

  async function inSession<T>(targetId: string, work: (sessionId: string) => Promise<T>): Promise<T> {
    const staying = sessions.get(targetId);
    if (staying !== undefined) return work(staying);
    const sessionId = await attach(targetId);
    try {
      return await work(sessionId);
    } finally {
      await cdp.send('Target.detachFromTarget', { sessionId }).catch(() => {});
    }
  }

  return {
    targets,
    target: (what, isIt) => until(what, async () => (await targets()).find(isIt), { every: 50 }),
    async open(url) {
      const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', { url });
      // What is asked of a tab while its page changes the process is never answered.
      await until(`a tab with ${url}`, async () =>
        (await targets()).some((target) => target.targetId === targetId && target.url === url),
      );
      return targetId;
    },
    async toFront(targetId) {
      await cdp.send('Target.activateTarget', { targetId });
    },
    async closeTarget(targetId) {
      sessions.delete(targetId);
      await cdp.send('Target.closeTarget', { targetId });
    },
    evaluate: <T>(targetId: string, expression: string, gesture?: 'gesture') =>
      inSession(targetId, async (sessionId) => {
        const { result, exceptionDetails } = await cdp.send<Evaluated>(
          'Runtime.evaluate',
          { expression, userGesture: gesture !== undefined, awaitPromise: true, returnByValue: true },
          sessionId,
        );
        if (exceptionDetails !== undefined)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        // The caller knows what its expression gives.
        return result.value as T;
      }),
    async stay(targetId) {
      const sessionId = await attach(targetId);
      sessions.set(targetId, sessionId);
      // By the processor's time: what others do at this moment is not counted.
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }, sessionId);
    },
    metrics: (targetId) =>
      inSession(targetId, async (sessionId) => {
        const { metrics } = await cdp.send<Metrics>('Performance.getMetrics', {}, sessionId);
        return new Map(metrics.map(({ name, value }) => [name, value]));
      }),
    heap: (targetId) =>
      inSession(targetId, async (sessionId) => {
        await cdp.send('HeapProfiler.collectGarbage', {}, sessionId);
        return (await cdp.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, sessionId)).usedSize;
      }),
    async stop() {
      // Closed as a person closes it, so that the profile is whole.
      await cdp.send('Browser.close').catch(() => {});
      await until('Chromium to end', () => program.exitCode() !== null, { within: 5_000 }).catch(() => {});
      cdp.close();
      await program.stop();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Evaluated {
  result: { value: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

interface Metrics {
  metrics: { name: string; value: number }[];
}
