import { askingRows } from './rows/asking-rows.ts';
import { crowdRows } from './rows/crowd-rows.ts';
import { firstPopRows } from './rows/first-pop-rows.ts';
import { idleRows } from './rows/idle-rows.ts';
import { killedRows } from './rows/killed-rows.ts';
import { openRows } from './rows/open/open-rows.ts';
import { widgetRow } from './rows/open/widget-row.ts';
import { pageRows } from './rows/page/page-rows.ts';
import type { Row } from './rows/row.ts';
import { serverRows } from './rows/server/server-rows.ts';
import { severalRows } from './rows/several-rows.ts';
import { sipRows } from './rows/sip-rows.ts';
import { fullRows } from './rows/view/full-rows.ts';
import { searchRow } from './rows/view/search-row.ts';
import { switchRow } from './rows/view/switch-row.ts';
import { warmRows } from './rows/warm-rows.ts';
import { weightRows } from './rows/weight-rows.ts';

/** All of them, in the order in which they are measured and told: panel rows together, since opening a panel takes long. */
export const allRows: Row[] = [
  ...warmRows,
  ...sipRows,
  ...severalRows,
  ...askingRows,
  ...fullRows,
  switchRow,
  searchRow,
  ...idleRows,
  ...killedRows,
  ...firstPopRows,
  ...crowdRows,
  ...openRows,
  widgetRow,
  ...weightRows,
  ...pageRows,
  ...serverRows,
];

/** Those of this run. Throws where a name is nobody's. */
export function chosenRows({ quick, names }: { quick: boolean; names: readonly string[] }): Row[] {
  const unknown = names.filter((name) => !allRows.some(({ id }) => id === name));
  if (unknown.length > 0)
    throw new Error(
      `No row is named ${unknown.join(', ')}; there are ${allRows.map(({ id }) => id).join(', ')}.`,
    );
  if (names.length > 0) return allRows.filter(({ id }) => names.includes(id));
  return quick ? allRows.filter((row) => row.quick) : allRows;
}
