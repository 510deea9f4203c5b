import { describe, expect, it } from 'vitest';
import type { CrmErrorCode } from '../../domain/crm/crm-error.ts';
import { type WriteCommand, writeActionOf } from '../commands/commands.ts';
import { ref, testCrm } from '../engine-for-tests.ts';
import { isSettledBy } from './same-thing.ts';

const base = { key: 'call', writeId: crypto.randomUUID() };
const update = (contactId: string, fields: Record<string, string>): WriteCommand => ({
  ...base,
  type: 'contact.update',
  contactId,
  version: '1',
  change: { fields },
});
const create = (name: string): WriteCommand => ({
  ...base,
  type: 'contact.create',
  crm: testCrm,
  contact: { name, kind: 'person', identifiers: [], fields: {} },
});
const isSettled = (
  of: { command: WriteCommand; error: { code: CrmErrorCode } | undefined },
  later: WriteCommand,
) => isSettledBy(writeActionOf(of.command.type)!, of, later);
const after = (command: WriteCommand, code: CrmErrorCode) => ({ command, error: { code } });

describe('a write that was not saved', () => {
  it.each([
    ['the same field of the same contact', update(ref('c1'), { city: 'Lyon' }), true],
    ['another field', update(ref('c1'), { note: 'x' }), false],
    ['that field and another', update(ref('c1'), { city: 'Lyon', note: 'x' }), false],
    ['another contact', update(ref('c2'), { city: 'Lyon' }), false],
    ['a new contact', create('Ana'), false],
  ])('of a field is settled by a later one of %s: %s', (_, later, settled) => {
    for (const code of ['conflict', 'unreachable'] as const)
      expect(isSettled(after(update(ref('c1'), { city: 'Paris' }), code), later)).toBe(settled);
  });

  it('of a new contact is settled by another try only where the CRM refused it: else it may have been made', () => {
    expect(isSettled(after(create('Ana'), 'conflict'), create('Ana D.'))).toBe(true);
    expect(isSettled(after(create('Ana'), 'unreachable'), create('Ana D.'))).toBe(false);
    expect(isSettled({ command: create('Ana'), error: undefined }, create('Ana D.'))).toBe(false);
    expect(isSettled(after(create('Ana'), 'conflict'), update(ref('c1'), { city: 'Lyon' }))).toBe(false);
  });
});
