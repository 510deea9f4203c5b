import { until } from '../../../../scripts/process/until.ts';
import type { Bench } from '../../bench.ts';
import type { LoneChromium } from '../../browser/lone-chromium.ts';
import { pop } from '../../pop.ts';
import type { SideName } from '../../servers/desk-server.ts';
import type { Side } from '../../sides/side.ts';
import { inTurn } from '../in-turn.ts';
import { type PairRow, type Sampler, whole } from '../row.ts';
import { openWidgets, type Widgets } from './open-widgets.ts';

/** The companion widget in a host page, in a browser without the extension. */
export const widgetRow: PairRow = {
  kind: 'pair',
  id: 'widget-pop',
  title: 'warm hit, widget in the host page',
  against: 'a bare frame of the CRM’s',
  quick: true,
  samples: { quick: 10, full: 40 },
  prepare: warmWidget,
};

async function warmWidget(bench: Bench): Promise<Sampler> {
  const widgets = await openWidgets(bench);
  try {
    const sides = {
      ringside: await sideOf(bench, widgets, 'ringside'),
      floor: await sideOf(bench, widgets, 'floor'),
    };
    await signIn(bench, widgets.browsers.ringside);
    const people = Array.from({ length: 4 }, () => bench.crm.person(2_000 + bench.next()));
    const next = inTurn(people, 2);
    const one = async (side: SideName) =>
      whole(await pop({ ...bench, sides }, { side, person: next(), where: 'widget' }));
    for (const _ of people) for (const name of ['ringside', 'floor'] as const) await one(name);
    return { ringside: () => one('ringside'), floor: () => one('floor'), after: widgets.stop };
  } catch (error) {
    await widgets.stop();
    throw error;
  }
}

/** As the side that has the extension, but that its host page is this one. */
async function sideOf(bench: Bench, { browsers, urls }: Widgets, name: SideName): Promise<Side> {
  const chromium = browsers[name];
  const host = await chromium.open(urls[name]);
  await chromium.stay(host);
  await until('the host page', () => chromium.evaluate<boolean>(host, `'ring' in window`));
  const say: Side['say'] = (events, afterMs = 30) =>
    chromium.evaluate<number>(host, `ring(${JSON.stringify(events)}, ${afterMs})`);
  return { ...bench.sides[name], chromium, host, say };
}

/** As an agent does: a click, and a window that hands over the token. */
async function signIn({ crm }: Bench, chromium: LoneChromium): Promise<void> {
  const frame = await chromium.target('the widget', ({ url }) => url.startsWith(`${crm.url}/widget/`));
  const hasInput = `document.querySelector('input[type=search]:enabled') !== null`;
  const button = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith('Sign in'))`;
  await until('the sign-in', () => chromium.evaluate<boolean>(frame.targetId, `${button} !== undefined`));
  await chromium.evaluate(frame.targetId, `void ${button}.click()`, 'gesture');
  await until('the widget to be signed in', () => chromium.evaluate<boolean>(frame.targetId, hasInput));
}
