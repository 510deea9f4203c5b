import { startBench } from '../bench.ts';
import { ceilingOf, judge } from '../figures/gate.ts';
import type { RowResult } from '../figures/row-result.ts';
import { measureRow } from '../measure-row.ts';
import { chosenRows } from '../rows.ts';
import { targets } from '../targets.ts';
import { type Slowness, slownesses, slownessOf } from './slownesses.ts';

/** Makes something slower, or one after the other (`all`), and says which gates notice. The exit code: 1 where one does not that should. */
export async function tryGates(name: string): Promise<number> {
  const chosen = name === 'all' ? slownesses : [slownessOf(name)];
  let held = 0;
  for (const slowness of chosen) held += await tryOne(slowness);
  return held === 0 ? 0 : 1;
}

/** How many gates held. */
async function tryOne(slowness: Slowness): Promise<number> {
  const names = [...new Set(slowness.breaks.map(([row]) => row))];
  const bench = await startBench({ quick: true, slowness });
  const interrupted = () => void bench.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const rows: RowResult[] = [];
  try {
    for (const row of chosenRows({ quick: true, names })) {
      console.log(`Measuring ${row.title}, with ${slowness.name} slower`);
      rows.push(await measureRow(bench, row));
    }
  } catch (error) {
    console.error(`Not measured: ${error instanceof Error ? error.message : error}`);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await bench.stop();
  }
  const verdicts = slowness.breaks.map(([row, figure]) => {
    const target = targets.find((one) => one.row === row && one.figure === figure);
    if (target === undefined) throw new Error(`There is no gate ${row} ${figure}`);
    return judge(target, rows);
  });
  for (const { says, target, measured } of verdicts)
    console.log(
      `${says === 'over' ? 'broke' : 'HELD '} ${target.row} ${target.figure}: ceiling ${ceilingOf(target)}, measured ${measured ?? 'nothing'}`,
    );
  return verdicts.filter(({ says }) => says !== 'over').length;
}
