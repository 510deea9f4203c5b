import { setTimeout as pause } from 'node:timers/promises';
import { startExactWire } from '../../../e2e/sip/exact-wire.ts';
import { cancel, invite } from '../../../e2e/sip/frames.ts';
import { until } from '../../../scripts/process/until.ts';
import type { Bench } from '../bench.ts';
import type { SideName } from '../servers/desk-server.ts';
import { knownPeople } from './known-people.ts';
import type { PairRow, Sample, Sampler } from './row.ts';
import { useSurface } from './use-surface.ts';

/** A softphone in the host page: its server writes an INVITE onto the page's WebSocket, and nobody else says anything. */
export const sipRows: PairRow[] = [
  {
    kind: 'pair',
    id: 'sip-panel',
    title: 'SIP frame on a socket of the page, panel',
    against: 'a wrapped WebSocket and a bare panel page',
    quick: true,
    samples: { quick: 10, full: 40 },
    prepare: overSip,
  },
];

const restMs = 150;

async function overSip(bench: Bench): Promise<Sampler> {
  const people = { ringside: await knownPeople(bench, 'ringside'), floor: await knownPeople(bench, 'floor') };
  await useSurface(bench, 'panel');
  const wire = await startExactWire();
  const sockets = { ringside: 0, floor: 1 };
  for (const name of ['ringside', 'floor'] as const) {
    const { chromium, host } = bench.sides[name];
    await chromium.evaluate(host, `openSip(${JSON.stringify(wire.url)})`);
    await until('the socket', () => wire.count() === sockets[name] + 1);
  }

  async function one(side: SideName): Promise<Sample> {
    const person = people[side]();
    const before = bench.crm.seen.length;
    const { chromium, host } = bench.sides[side];
    const dialog = { callId: `sip-${bench.next()}`, from: person.number };
    const painted = bench.desk.hears({ side, where: 'panel', name: person.name });
    painted.catch(() => {});
    wire.send(sockets[side], invite(dialog));
    const at = await painted;
    const rang = await chromium.evaluate<number>(host, `frameOf('${dialog.callId}')`);
    await pause(restMs);
    wire.send(sockets[side], cancel(dialog));
    await pause(restMs);
    return { rang, ms: at - rang, requests: bench.crm.seen.length - before };
  }

  for (const side of ['ringside', 'floor'] as const) await one(side);
  return { ringside: () => one('ringside'), floor: () => one('floor'), after: wire.stop };
}
