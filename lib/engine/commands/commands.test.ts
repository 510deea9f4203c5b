import { describe, expect, it } from 'vitest';
import { ref } from '../engine-for-tests.ts';
import { isOfNobody, readCommand, readWrite, writeActionOf } from './commands.ts';

const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';

describe('what a view asks for', () => {
  it.each([
    ['no command', { type: 'contact.forget', key: 'a' }],
    ['a word of every object', { type: 'toString' }],
    ['another such word', { type: '__proto__', schema: {} }],
    ['nothing', undefined],
    ['a text', 'interaction.show'],
    ['a command with a part missing', { type: 'interaction.pin', key: 'a' }],
    ['a write without an id of its own', { type: 'identifier.decline', key: 7 }],
    [
      'a write whose id is no id',
      { type: 'assignment.undo', key: 'a', writeId: 'w', assignmentId: ref('x') },
    ],
  ])('is not done where it is %s', (_, raw) => {
    expect(readCommand(raw)).toBeUndefined();
  });

  it('is what its own schema names, and nothing more', () => {
    const asked = { type: 'interaction.pin', key: 'a', pinned: true, writeId, extra: 'x' };
    expect(readCommand(asked)).toEqual({ type: 'interaction.pin', key: 'a', pinned: true });
  });

  it('is of nobody only where it names no contact and writes nothing', () => {
    const shown = ['interaction.show', 'interaction.pin', 'interaction.dismiss', 'interaction.mode'];
    const pin = { type: 'interaction.pin', key: 'a', pinned: true } as const;
    const retry = { type: 'write.retry', key: 'a', writeId } as const;
    const choose = { type: 'contact.choose', key: 'a', contactId: 'c' } as const;
    expect([pin, retry, choose].map(isOfNobody)).toEqual([true, false, false]);
    expect(shown.map(writeActionOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is kept as a write only where it is one', () => {
    const undo = { type: 'assignment.undo', key: 'a', writeId, assignmentId: ref('x') };
    expect(readWrite(undo)).toEqual(undo);
    expect(readWrite({ type: 'write.retry', key: 'a', writeId })).toBeUndefined();
  });
});
