import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/process/free-port.ts';
import { type OwnProcess, ownProcess } from '../../scripts/process/own-process.ts';
import { until } from '../../scripts/process/until.ts';

const program = ['/usr/bin/sipp', '/usr/local/bin/sipp'].find(existsSync);

/** What is missing to run it here, or undefined. */
export function sippMissing(): string | undefined {
  return program === undefined ? 'sipp (apt-get install sip-tester)' : undefined;
}

export interface SippCall {
  /** Waits until the scenario has come to its end as written; throws what sipp says where it has not. */
  finished(): Promise<void>;
  stop(): Promise<void>;
}

/** One call of a scenario in `sipp/`, over TCP to the SIP server at `url`. */
export async function startSippCall(
  scenario: string,
  { url, number }: { url: string; number: string },
): Promise<SippCall> {
  if (program === undefined) throw new Error(`Missing: ${sippMissing()}`);
  const { hostname, port } = new URL(url);
  const sipp: OwnProcess = ownProcess(
    program,
    [
      `${hostname}:${port}`,
      ...[
        '-sf',
        join(import.meta.dirname, `sipp/${scenario}.xml`),
        '-key',
        'number',
        number,
        '-key',
        'fold',
        ' ',
      ],
      ...[
        '-t',
        't1',
        '-i',
        hostname,
        '-p',
        String(await freePort()),
        '-m',
        '1',
        '-nostdin',
        '-deadcall_wait',
        '0',
      ],
    ],
    { env: { TERM: 'dumb' } },
  );
  return {
    async finished() {
      const code = await until(
        'sipp to finish',
        () => (sipp.exitCode() === null ? undefined : { code: sipp.exitCode() }),
        {
          within: 40_000,
        },
      );
      if (code.code !== 0) throw new Error(`sipp ended with ${code.code}:\n${sipp.output()}`);
    },
    stop: () => sipp.stop(),
  };
}
