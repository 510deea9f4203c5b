import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../scripts/process/until.ts';
import { ended, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { type PanelView, panelView } from './harness/pages/panel-view.ts';
import { random } from './harness/random.ts';
import { type Stage, setStage } from './harness/stage.ts';

const rounds = 5;
const number = '+442079460205';

describe('a worker that is killed again and again', () => {
  let stage: Stage;
  let view: PanelView;

  before(async () => {
    stage = await setStage();
    await stage.contact('Eve Killed', number);
    await stage.connect();
    view = panelView(await stage.ringside.openPanel());
  });

  after(() => stage?.stop());

  test('also before it has begun to listen, loses no step of a call, and not its end', async () => {
    const chance = random();
    console.log(`killed workers: SEED=${chance.seed}`);
    for (let round = 0; round < rounds; round += 1) {
      const page = await openHostPage(stage.ringside.context, stage.pages, { path: `/${round}` });
      const call = (more: Parameters<typeof phoneCall>[2]) =>
        page.interaction(phoneCall(`killed-${round}`, number, more));
      await stage.ringside.killWorker();
      await call({ sequence: 1 });
      await pause(chance.below(120));
      await stage.ringside.killWorker();
      await view.heads('Eve Killed');
      await stage.ringside.killWorker();
      await call({ sequence: 2, state: 'active' });
      await stage.ringside.killWorker();
      await call({ sequence: 3, state: 'held' });
      await until('the rail to say held', async () => /held/i.test((await view.rail()).join()));
      await stage.ringside.killWorker();
      await call({ sequence: 4, ...ended });
      await view.clearRail();
      await page.page.close();
    }
    assert.deepEqual(stage.proxy.writes(), []);
    assert.deepEqual(stage.ringside.complaints, []);
  });
});
