import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bench, startBench } from './bench.ts';
import { judge, passes } from './figures/gate.ts';
import { describeMachine, load } from './figures/machine.ts';
import type { RowResult } from './figures/row-result.ts';
import { tellWays } from './marks/tell-ways.ts';
import { measureRow } from './measure-row.ts';
import { tableOf, verdictsOf } from './report.ts';
import { chosenRows } from './rows.ts';
import { targets } from './targets.ts';

const resultsFile = join(import.meta.dirname, '../results.json');

/** Tells where the time of these rows goes, and writes nothing. */
export async function runMarks(names: string[]): Promise<number> {
  const chosen = chosenRows({ quick: true, names: names.length > 0 ? names : markedRows });
  const bench = await startBench({ quick: true, marks: true });
  stopOnSignal(bench);
  try {
    for (const row of chosen) if (row.kind === 'pair') console.log(`\n${await tellWays(bench, row)}`);
  } finally {
    await bench.stop();
  }
  return 0;
}

const markedRows = ['warm-panel', 'warm-card', 'killed-panel'];

function stopOnSignal(bench: Bench): void {
  const interrupted = () => void bench.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
}

export interface RunOptions {
  quick: boolean;
  gate: boolean;
  /** Ids of rows; none are all. */
  names: string[];
}

/** Measures, tells and writes `bench/results.json`. The exit code: 1 where the gate is asked for and does not hold. */
export async function runBench({ quick, gate, names }: RunOptions): Promise<number> {
  const chosen = chosenRows({ quick, names });
  const loadAtBegin = load();
  const bench = await startBench({ quick });
  const mode = quick ? 'quick' : 'full';
  const rows: RowResult[] = [];
  const failed: string[] = [];
  stopOnSignal(bench);
  try {
    for (const row of chosen) {
      try {
        console.log(`Measuring ${row.title}`);
        rows.push(await measureRow(bench, row));
        // Whatever ends the run, what was measured is there.
        await writeFile(resultsFile, resultsText({ mode, loadAtBegin, rows }));
      } catch (error) {
        failed.push(row.id);
        console.error(`${row.title} was not measured: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    await bench.stop();
  }
  const machine = describeMachine(loadAtBegin);
  const wanted = new Set(chosen.map(({ id }) => id));
  const verdicts = targets.filter(({ row }) => wanted.has(row)).map((target) => judge(target, rows));
  console.log(`\n${tableOf(rows, machine)}\n\n${verdictsOf(verdicts)}`);
  if (failed.length > 0) console.log(`Not measured: ${failed.join(', ')}`);
  if (gate) return passes(verdicts, wanted) && failed.length === 0 ? 0 : 1;
  return failed.length === 0 ? 0 : 1;
}

function resultsText(run: { mode: string; loadAtBegin: number; rows: RowResult[] }): string {
  const { mode, rows } = run;
  const machine = describeMachine(run.loadAtBegin);
  return `${JSON.stringify({ at: new Date().toISOString(), mode, machine, rows }, null, 2)}\n`;
}
