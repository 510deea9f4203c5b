import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { freePort } from '../../../scripts/process/free-port.ts';
import { ownProcess } from '../../../scripts/process/own-process.ts';
import { until } from '../../../scripts/process/until.ts';
import { quietly } from '../browser/quietly.ts';

export interface DemoDesk {
  origin: string;
  stop(): Promise<void>;
}

/** Serves the built demo desk; with a widget address it shows the companion widget too. */
export async function startDemoDesk(options: { port?: number; widget?: string } = {}): Promise<DemoDesk> {
  const port = options.port ?? (await freePort());
  const widget = options.widget === undefined ? [] : ['--widget', options.widget];
  const program = join(import.meta.dirname, '../../../demo/serve.mjs');
  const server = ownProcess(process.execPath, [program, '--port', String(port), ...widget]);
  await until('the demo desk to listen', () => server.output().includes('Demo desk:'));
  return { origin: `http://localhost:${port}`, stop: server.stop };
}

/** Makes a customer get in touch, without a gesture; the keys are those of the desk's own ring hook. */
export function ringDesk(context: BrowserContext, desk: Page, ring: Record<string, string>): Promise<void> {
  const message = JSON.stringify({ type: 'demo.ring', ...ring });
  return quietly(context, desk, `new BroadcastChannel('demo.desk').postMessage(${message})`);
}
