import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Desk } from '../harness/desk/desk.ts';
import { callFlow } from './call-flow.ts';
import { optionsFlow } from './options-flow.ts';
import { writeFlow } from './write-flow.ts';

/** What has to be so in every browser, each flow in one of its own. `browser`: its name, for what is reported. */
export function deskFlows(browser: string, start: () => Promise<Desk>): void {
  for (const flow of [callFlow, writeFlow, optionsFlow])
    describe(flow.name, () => {
      let desk: Desk;
      before(async () => {
        desk = await start();
      });
      after(() => desk?.stop());
      flow(browser, () => desk);
      test(`in ${browser} nothing of Ringside has failed unseen meanwhile`, async () => {
        assert.deepEqual(await desk.complaints(), []);
      });
    });
}
