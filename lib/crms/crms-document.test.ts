import { expect, it } from 'vitest';
import document from '../../docs/crms.md?raw';
import { crmConnectors } from './index.ts';

const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it.each(crmConnectors)(
  'docs/crms.md says of $label what its connector declares',
  ({ label, tried, plan }) => {
    const row = rows.find(([, name]) => name === label);
    expect(row?.slice(2, 5)).toEqual([tried, String(plan.findByIdentifier), String(plan.getContact)]);
  },
);
