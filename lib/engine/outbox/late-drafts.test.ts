import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts';
import { engineForTests, ref, testCrm } from '../engine-for-tests.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Somebody had begun a new contact; the browser starts again, on a disk that takes its time. */
async function start() {
  const drafts = createMemoryDraftStore();
  const desk = engineForTests();
  const stores = { ...desk.stores, drafts };
  const before = engineForTests({ stores });
  await before.connect('test', { owner: 'ana' });
  await before.ring('a', '+33142685300');
  await before.engine.send({
    type: 'draft.save',
    crm: testCrm,
    key: before.live('a').key,
    form: 'create',
    values: { name: 'Éva' },
  });
  before.end();
  const slow = Promise.withResolvers<void>();
  const load = vi.spyOn(drafts, 'load').mockImplementation(async (asked) => {
    if (!asked.includes('ana')) return {};
    await slow.promise;
    return { create: { name: 'Éva' } };
  });
  const after = engineForTests({ stores: { ...engineForTests().stores, drafts } });
  await after.connect('test', { owner: 'ana' });
  const ringing = after.ring('a', '+33142685300');
  await after.until(({ interactions }) => interactions.length === 1);
  const own = () => after.live('a').drafts[ref('create')];
  const late = async () => {
    await vi.advanceTimersByTimeAsync(250);
    await ringing;
    expect(own()).toBeUndefined();
  };
  return { after, slow, load, late, own };
}

it('shows what was begun when the store says it, however late', async () => {
  const { after, slow, late, own } = await start();
  await late();
  slow.resolve();
  await after.until(() => own() !== undefined);
  expect(own()).toEqual({ name: 'Éva' });
});

it('does not bring back what was typed over or dropped meanwhile', async () => {
  const { after, slow, late, own } = await start();
  await late();
  const { key } = after.live('a');
  await after.engine.send({ type: 'draft.save', crm: testCrm, key, form: 'create', values: null });
  slow.resolve();
  await vi.advanceTimersByTimeAsync(10);
  expect(own()).toBeUndefined();
});

it('shows it to nobody else who is signed in by then', async () => {
  const { after, slow, late } = await start();
  await late();
  await after.connect('test-2', { owner: 'ben' });
  slow.resolve();
  await vi.advanceTimersByTimeAsync(10);
  expect(after.live('a').drafts).toEqual({});
});
