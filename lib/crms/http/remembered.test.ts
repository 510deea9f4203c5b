import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { CrmMemory } from '../crm-memory.ts';
import { remembered } from './remembered.ts';

const schema = z.array(z.string());

/** As the browser keeps it: a copy of JSON values, read by whichever worker comes next. */
function startMemory(kept = new Map<string, string>()): CrmMemory {
  return {
    get: async (key) => JSON.parse(kept.get(key) ?? 'null') as unknown,
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
  };
}
const hour = 3_600_000;

describe('what a connection asks once', () => {
  it('is asked once for all who want it, also at the same time', async () => {
    const ask = vi.fn(async () => ['name']);
    const fields = remembered(undefined, 'fields', schema, ask);
    expect(await Promise.all([fields(), fields()])).toEqual([['name'], ['name']]);
    await fields();
    expect(ask).toHaveBeenCalledOnce();
  });

  it('is not asked again by the next worker, for whom it is no newer than it was', async () => {
    const memory = startMemory();
    let time = 0;
    const now = () => time;
    await remembered(memory, 'fields', schema, async () => ['name'], now)();
    const ask = vi.fn(async () => ['name', 'city']);
    const next = remembered(memory, 'fields', schema, ask, now);
    time = hour;
    expect(await next()).toEqual(['name']);
    expect(ask).not.toHaveBeenCalled();
    time = hour + 1;
    expect(await next()).toEqual(['name']);
    await vi.waitFor(async () => expect(await next()).toEqual(['name', 'city']));
    expect(ask).toHaveBeenCalledOnce();
  });

  it('is asked where what was kept is of another shape', async () => {
    const memory = startMemory();
    await memory.set('fields', { at: 0, value: [{ key: 'name' }] });
    expect(await remembered(memory, 'fields', schema, async () => ['name'])()).toEqual(['name']);
  });

  it('is asked again after a failure', async () => {
    const ask = vi.fn(async () => ['name']).mockRejectedValueOnce(new CrmError({ code: 'timeout' }));
    const fields = remembered(startMemory(), 'fields', schema, ask);
    await expect(fields()).rejects.toMatchObject({ safe: { code: 'timeout' } });
    expect(await fields()).toEqual(['name']);
  });

  it('goes on with what is known while asking anew fails, and tries once a minute', async () => {
    let time = 0;
    const ask = vi.fn(async () => ['name']);
    const fields = remembered(undefined, 'fields', schema, ask, () => time);
    await fields();
    ask.mockRejectedValue(new CrmError({ code: 'server-error' }));
    for (const [at, asked] of [
      [hour + 1, 2],
      [hour + 30_000, 2],
      [hour + 60_002, 3],
    ] as const) {
      time = at;
      expect(await fields()).toEqual(['name']);
      await Promise.resolve();
      expect(ask).toHaveBeenCalledTimes(asked);
    }
  });

  it('is given up by one caller alone', async () => {
    const asked = Promise.withResolvers<string[]>();
    const fields = remembered(undefined, 'fields', schema, () => asked.promise);
    const controller = new AbortController();
    const gone = fields(controller.signal);
    const other = fields();
    controller.abort();
    await expect(gone).rejects.toMatchObject({ safe: { code: 'unreachable' } });
    asked.resolve(['name']);
    expect(await other).toEqual(['name']);
  });
});
