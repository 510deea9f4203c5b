import { phoneCall } from '../../../../e2e/harness/pages/host-page.ts';
import type { Bench } from '../../bench.ts';
import type { SideName } from '../../servers/desk-server.ts';
import { inPanel } from '../in-panel.ts';
import { inTurn } from '../in-turn.ts';
import { knownPeople } from '../known-people.ts';
import type { PairRow, Sample, Sampler } from '../row.ts';
import { useSurface } from '../use-surface.ts';

/** The agent goes back and forth between two calls. */
export const switchRow: PairRow = {
  kind: 'pair',
  id: 'switch-panel',
  title: 'from a click on the other interaction to its name',
  against: 'a bare panel page that asks its worker for the other',
  quick: true,
  samples: { quick: 10, full: 40 },
  prepare: twoLive,
};

async function twoLive(bench: Bench): Promise<Sampler> {
  const known = await knownPeople(bench, 'ringside');
  await knownPeople(bench, 'floor');
  await useSurface(bench, 'panel');
  const people = [known(), known()];
  const side = bench.sides.ringside;
  const calls = people.map(({ number }) => phoneCall(`switch-${bench.next()}`, number));
  const shown = bench.desk.hears({ side: 'ringside', where: 'panel', name: people[0]?.name ?? '' });
  for (const interaction of calls) await side.say([{ interaction }]);
  await side.say([{ focus: calls[0]?.id ?? '' }]);
  await shown;
  const turns = { ringside: inTurn(people), floor: inTurn(people) };
  turns.ringside();

  async function one(name: SideName): Promise<Sample> {
    const person = turns[name]();
    const click =
      name === 'ringside'
        ? `document.querySelector('.rail .tab:not([aria-current])').click()`
        : `chrome.runtime.sendMessage(${JSON.stringify({ type: 'ring', number: person.number, surface: 'panel' })})`;
    const { at, painted } = await inPanel(bench, {
      side: name,
      where: 'panel',
      name: person.name,
      does: click,
    });
    return { rang: at, ms: painted - at, requests: 0 };
  }

  for (const name of ['ringside', 'floor'] as const) await one(name);
  return {
    ringside: () => one('ringside'),
    floor: () => one('floor'),
    async after() {
      const over = { state: 'finished', endReason: 'missed' } as const;
      await side.say([{ focus: '' }, ...calls.map((call) => ({ interaction: { ...call, ...over } }))]);
      await bench.sides.floor.chromium.evaluate(
        bench.sides.floor.host,
        `void host.interaction({ state: 'finished', attributes: { surface: 'panel' } })`,
      );
    },
  };
}
