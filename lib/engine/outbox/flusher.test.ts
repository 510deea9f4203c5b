import { afterEach, beforeEach, expect, it } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { engineForTests, ref } from '../engine-for-tests.ts';

let desk: ReturnType<typeof engineForTests>;
/** As a lock of the browser. */
let turn: Promise<unknown> = Promise.resolve();
const runs = { now: 0, most: 0, all: 0 };
const alone = (step: () => Promise<void>) => {
  const done = turn.then(async () => {
    runs.all += 1;
    runs.now += 1;
    runs.most = Math.max(runs.most, runs.now);
    await step();
    runs.now -= 1;
  });
  turn = done;
  return done;
};

const update = (contactId: string, n: number) =>
  desk.engine.send({
    type: 'contact.update',
    key: null,
    writeId: `a3bb189e-8bf9-4c7e-9d2c-00000000000${n}`,
    contactId: ref(contactId),
    version: '1',
    change: { fields: { city: 'Lyon' } },
  });
const asked = () => desk.crm.calls.filter((call) => call === 'update').length;

/** What waits for two contacts, in a CRM that is there. */
async function start(lock: typeof alone): Promise<void> {
  Object.assign(runs, { now: 0, most: 0, all: 0 });
  desk = engineForTests({ alone: lock });
  for (const id of ['c1', 'c2']) desk.crm.add(id, id);
  await desk.connect();
  desk.crm.before = (call) => {
    if (call === 'update') throw new CrmError({ code: 'rate-limited', retryAfterMs: 60_000 });
  };
  for (const [n, id] of ['c1', 'c2'].entries()) await update(id, n);
  desk.crm.before = () => undefined;
  desk.clock.now += 120_000;
}
beforeEach(() => {
  turn = Promise.resolve();
});
afterEach(() => desk.end());

it('has one run, which a second one joins', async () => {
  await start(async (step) => {
    runs.now += 1;
    runs.most = Math.max(runs.most, runs.now);
    await step();
    runs.now -= 1;
  });
  const answer = Promise.withResolvers<void>();
  let held = false;
  desk.crm.before = (call) => {
    if (call !== 'update' || held) return undefined;
    held = true;
    return answer.promise;
  };
  const all = [desk.engine.online(), desk.engine.tick(), desk.engine.online()];
  void desk.engine.send({ type: 'contact.get', contactId: ref('c1') });
  await desk.until(() => asked() === 4);
  await desk.engine.tick();
  answer.resolve();
  await Promise.all(all);
  await desk.until(({ writes }) => writes.length === 0);
  expect(runs.most).toBe(1);
  expect(desk.crm.effects).toHaveLength(2);
});

it('waits for the run of another engine of the same browser', async () => {
  await start(alone);
  const other = Promise.withResolvers<void>();
  void alone(() => other.promise);
  const sent = desk.engine.online();
  await desk.engine.tick();
  for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(asked()).toBe(2);
  other.resolve();
  await sent;
  expect(asked()).toBe(4);
});

it('goes on with what is due where the other one does not let go', async () => {
  let busy = true;
  await start((step) => (busy ? Promise.reject(new Error('LockBusy')) : step()));
  await desk.engine.tick();
  expect(asked()).toBe(2);
  busy = false;
  await desk.engine.tick();
  await desk.until(() => desk.crm.effects.length === 2);
});
