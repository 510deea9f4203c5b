import { expect, it } from 'vitest';
import document from '../../docs/crms.md?raw';
import { offeredCrms } from './offered-crms.ts';

const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each(offeredCrms)(
  'docs/crms.md says of $label what its connector and its facts declare',
  ({ label, tried, plan }) => {
    const row = rows.find(([, name]) => name === label);
    expect(row, `The first table of docs/crms.md has no row that begins with "${label}".`).toBeDefined();
    expect(row?.slice(2, 5)).toEqual([
      tried.replace('-', ' '),
      String(plan.findByIdentifier),
      String(plan.getContact),
    ]);
  },
);
