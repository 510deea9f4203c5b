import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { languageNames, languages } from '../lib/domain/text/languages.ts';
import { until } from '../scripts/process/until.ts';
import { layoutShifts } from './harness/browser/layout-shifts.ts';
import { ended, type HostPage, openHostPage, phoneCall } from './harness/pages/host-page.ts';
import { looksUp } from './harness/servers/crm-proxy.ts';
import { type Stage, setStage } from './harness/stage.ts';

const widths = [280, 380, 520];
const known = '+442079461901';
const longNamed = '+442079461902';
const behind = '+442079461903';

/** As the browser itself counts it (`layout-shift`), with the companion CRM, which has the longest name of all CRMs. */
describe('nothing moves up or down under the reader from state to state', () => {
  let stage: Stage;
  let host: HostPage;
  let panel: Page;

  before(async () => {
    stage = await setStage();
    await stage.contact('Kit Known', known, {
      fields: { company: 'Hopewell & Sons', jobTitle: 'Head of buying' },
    });
    await stage.contact('Maximiliana Featherstonehaugh-Cholmondeley of Wolfeschlegelsteinhausen', longNamed);
    await stage.contact('Bo Behind', behind);
    // Nothing stays fresh, so that every pop is looked up before the eyes of the reader.
    await stage.connect({ settings: { cache: { freshMinutes: 0, staleHours: 8, missSeconds: 0 } } });
    host = await openHostPage(stage.ringside.context, stage.pages);
    panel = await stage.ringside.openPanel();
  });

  after(() => stage?.stop());

  for (const language of languages)
    for (const width of widths)
      test(`in ${languageNames[language]}, ${width} px wide`, async () => {
        await panel.setViewportSize({ width, height: 720 });
        const { origin } = new URL(host.page.url());
        await host.page.evaluate(
          ([to, tag]) =>
            window.postMessage({ protocol: 'ringside', version: 1, type: 'language', language: tag }, to),
          [origin, language] as const,
        );
        await until('the language', () =>
          panel.evaluate((to) => document.documentElement.lang.startsWith(to), language),
        );
        const line = (state: string) => panel.locator(`.rail .line[data-state="${state}"]`).first().waitFor();
        const heads = (name: string) => panel.locator('.body h1').filter({ hasText: name }).waitFor();
        const alone = async () =>
          void (await until(
            'one on the rail',
            async () => (await panel.locator('.rail .tab').count()) === 1,
          ));
        const moved: string[] = [];
        const shifts = await layoutShifts(panel);
        const step = async (name: string, seen: () => Promise<void>) => {
          await seen();
          moved.push(...(await shifts()).map((shift) => `${name}: ${shift}`));
        };
        for (const [who, number, contact] of [
          ['known', known, 'Kit Known'],
          ['long', longNamed, 'Maximiliana Featherstonehaugh-Cholmondeley of Wolfeschlegelsteinhausen'],
          ['unknown', '+442079461904', undefined],
        ] as const) {
          const id = `${who}-${language}-${width}`;
          const call = phoneCall(id, number);
          const held = stage.proxy.holdReply(looksUp(number));
          await host.interaction({ ...call, sequence: 1 });
          await held.arrived;
          // The view of before gives way as a whole.
          await line('offered');
          await shifts();
          held.release();
          await step('found', () =>
            contact ? heads(contact) : panel.locator('[data-form="new-contact"]').waitFor(),
          );
          await host.interaction({ ...call, state: 'active', sequence: 2 });
          await step('answered', () => line('active'));
          await host.interaction({ ...call, state: 'held', sequence: 3 });
          await step('held', () => line('held'));
          await host.interaction({ ...phoneCall(`${id}-behind`, behind), sequence: 1 });
          await step('another rings', () => line('offered'));
          await host.interaction({
            ...phoneCall(`${id}-behind`, behind),
            ...ended,
            endReason: 'missed',
            sequence: 2,
          });
          await step('it was missed', alone);
          await host.interaction({ ...call, ...ended, sequence: 4 });
          await step('over', () => line('finished'));
          await panel.locator('.rail .remove').first().click();
          await panel.locator('.rail .nolive').waitFor();
        }
        assert.deepEqual(moved, []);
      });
});
