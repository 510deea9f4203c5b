import { join } from 'node:path';
import { ownProcess } from '../../../../scripts/process/own-process.ts';
import { until } from '../../../../scripts/process/until.ts';

const program = join(import.meta.dirname, '../../../floor-server.mjs');

export interface FloorServer {
  url: string;
  stop(): Promise<void>;
}

/** `bench/floor-server.mjs` as a process of its own, which knows somebody of each of these numbers. */
export async function startFloorServer(numbers: readonly string[]): Promise<FloorServer> {
  const server = ownProcess(process.execPath, [program]);
  const url = await until('the floor’s server', () => /^Ready at (\S+)$/m.exec(server.output())?.[1], {
    every: 2,
  });
  await fetch(`${url}/numbers`, { method: 'POST', body: JSON.stringify({ numbers }) });
  return { url, stop: async () => void (await server.stop()) };
}
