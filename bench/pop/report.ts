import { ceilingOf, type Verdict } from './figures/gate.ts';
import type { Machine } from './figures/machine.ts';
import type { RowResult } from './figures/row-result.ts';

/** The table as people read it: a line a row. Times are milliseconds. */
export function tableOf(rows: readonly RowResult[], machine: Machine): string {
  const head = ['row', 'Ringside', 'p95', 'floor', 'p95', 'times', 'p95', 'requests', 'samples', 'more'];
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const table = lines.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const { model, cores, loadAtBegin, loadAtEnd } = machine;
  const doubts = rows
    .filter(({ held }) => held !== '')
    .map(({ title, held, repeated }) => `Not to be trusted${repeated ? ', twice' : ''}: ${title} (${held})`);
  return [
    ...table,
    '',
    `${cores} cores of ${model}; load ${loadAtBegin} at the begin, ${loadAtEnd} at the end`,
    ...doubts,
  ].join('\n');
}

function cellsOf({ title, figures, ringside, floor }: RowResult): string[] {
  const { ratio, p95Ratio, requests, bytes, value } = figures;
  const weight = bytes === undefined ? '' : `${(bytes / 1_000).toFixed(1)} kB`;
  if (ratio === undefined && bytes !== undefined) return [title, weight];
  if (value !== undefined && ratio === undefined) return [title, String(value)];
  return [
    title,
    shown(ringside?.median),
    shown(ringside?.p95),
    shown(floor?.median),
    shown(floor?.p95),
    shown(ratio),
    shown(p95Ratio),
    requests === undefined ? '' : String(requests),
    shown(ringside?.samples, 0),
    value === undefined ? weight : String(value),
  ];
}

function shown(value: number | undefined, digits = 1): string {
  return value === undefined ? '' : value.toFixed(digits);
}

/** What each target comes to, the target and the ceiling beside what was measured. */
export function verdictsOf(verdicts: readonly Verdict[]): string {
  return verdicts.map(lineOf).join('\n');
}

function lineOf(verdict: Verdict): string {
  const { target, measured, says } = verdict;
  const what = `${target.row} ${target.figure}`;
  const limits = `target ${target.target}, ceiling ${ceilingOf(target)}`;
  const word = { met: 'ok  ', over: 'FAIL', 'below ceiling': 'far ', 'not measured': '–   ' }[says];
  return `${word} ${what}: ${limits}, ${measured === undefined ? 'not measured' : `measured ${measured}`}`;
}
