import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { HostAnswer, HostOutcome } from '../../../domain/host/host-command.ts';
import { type HostSettings, hostSettingsSchema } from '../../../domain/settings.ts';
import type { StorageApi } from '../../browser/storage-api.ts';
import type { Diagnostics } from '../../diagnostics/diagnostics.ts';
import type { Port } from '../../messages/port.ts';
import { createHostLink, type HostLink, type HostPort } from '../../page/host-link.ts';
import { createHostProgress } from './host-progress.ts';
import { createHostPorts, type HostPorts } from './serve-host-port.ts';

/** `RACES_RUNS` and `RACES_SEED` as for the race of lookups. */
const runs = Number(process.env.RACES_RUNS ?? 400);
const seed = Number(process.env.RACES_SEED ?? Date.now() % 2 ** 31);

const origin = 'https://desk.example.com';
const hosts = new Map<string, HostSettings>([[origin, hostSettingsSchema.parse({ origin })]]);
const api = fakeBrowser as unknown as StorageApi; // The same shape, typed by another copy of the declarations.
const adapters = ['able', 'ready'] as const;

type Hear = (message: unknown) => void;

/** A Port whose messages wait until they are let through; they keep their order, and can come twice, or after it was cut. */
class Wire {
  readonly waiting = { up: [] as unknown[], down: [] as unknown[] };
  readonly passed = { up: [] as unknown[], down: [] as unknown[] };
  readonly #hear = { up: [] as Hear[], down: [] as Hear[] };
  readonly #cut = { up: [] as (() => void)[], down: [] as (() => void)[] };
  open = true;

  /** One end: what it posts goes `out`, what it hears comes `back`. */
  end(out: 'up' | 'down', back: 'up' | 'down'): Port & HostPort {
    return {
      name: 'host',
      postMessage: (message: unknown) => {
        if (!this.open) throw new Error('Attempting to use a disconnected port object');
        this.waiting[out].push(structuredClone(message));
      },
      onMessage: { addListener: (listener) => this.#hear[back].push(listener) },
      onDisconnect: { addListener: (listener) => this.#cut[back].push(listener) },
      disconnect: () => this.cut(),
    };
  }

  /** `again`: the one that came so many before the last. */
  pass(way: 'up' | 'down', again?: number): void {
    const [message] = again === undefined ? this.waiting[way].splice(0, 1) : this.passed[way].slice(-again);
    if (message === undefined) return;
    if (again === undefined) this.passed[way].push(message);
    for (const listener of this.#hear[way]) listener(structuredClone(message));
  }

  cut(): void {
    if (!this.open) return;
    this.open = false;
    for (const listener of [...this.#cut.up, ...this.#cut.down]) listener();
  }
}

interface Asked {
  token: string;
  /** Its adapter has said that it can do this. */
  declared: boolean;
  life: number;
  at: number;
  worker: number;
  outcomes: { outcome: HostOutcome; at: number }[];
}

/** One tab with a host's page in it, and the worker: either can be away, and come back knowing less. */
class World {
  wires: Wire[] = [];
  asked: Asked[] = [];
  /** What reached an adapter, by token. */
  obeyed: { token: string; at: number; life: number; say(answer: unknown): void; said?: unknown }[] = [];
  worker = 0;
  #life = 0;
  #ports = this.#newWorker();
  #link = this.#newPage();

  #newWorker(): HostPorts {
    const nothing = async () => {};
    const ports = createHostPorts({
      engine: Promise.resolve({ host: nothing, hostGone: nothing, hostBack: nothing, hostTold: nothing }),
      progress: createHostProgress(api),
      diagnostics: new Proxy({}, { get: () => () => undefined }) as Diagnostics, // Nobody looks.
      onChange: () => {},
      cardUrl: () => '',
    });
    void ports.allow(hosts);
    return ports;
  }

  #newPage(): HostLink {
    const life = this.#life;
    const link = createHostLink({
      connect: () => {
        const wire = new Wire();
        this.wires.push(wire);
        this.#ports.connect(wire.end('down', 'up'), {
          ...{ kind: 'host', tabId: 7, frameId: 0, windowId: 1, origin },
        });
        return wire.end('up', 'down');
      },
      // A page that was loaded anew is not there any more.
      alive: () => life === this.#life,
      hidden: () => false,
      late: false,
      onReply: () => {},
      onCommand: (_, { data }) =>
        new Promise((resolve, reject) => {
          const entry: World['obeyed'][number] = {
            ...{ token: data?.token ?? '', at: Date.now(), life },
            say(answer) {
              entry.said = answer;
              if (answer === 'throws') reject(new Error('the host broke'));
              else resolve(answer as HostAnswer); // What an adapter says, whatever it is.
            },
          };
          this.obeyed.push(entry);
        }),
      onGone: () => {},
    });
    for (const adapter of adapters)
      link.emit(adapter, { type: 'hello', host: { name: 'Desk', version: '1' }, commands: ['hold'] });
    return link;
  }

  ask(adapter: string, name: string): void {
    const token = `${this.asked.length}`;
    const declared = adapter !== 'unknown' && name === 'hold';
    const [life, worker] = [this.#life, this.worker];
    const entry: Asked = { token, declared, life, worker, at: Date.now(), outcomes: [] };
    this.asked.push(entry);
    void this.#ports
      .ask({ origin, adapter, tabId: 7, frameId: 0 }, { name, data: { token } })
      .then((outcome) => entry.outcomes.push({ outcome, at: Date.now() }));
  }

  kill(): void {
    this.worker += 1;
    this.#ports = this.#newWorker();
    this.wires.at(-1)?.cut();
  }

  reload(): void {
    this.#life += 1;
    this.wires.at(-1)?.cut();
    this.#link = this.#newPage();
  }

  resumed(): void {
    this.#link.resumed();
  }

  /** Everything that is on its way arrives, and comes back. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) {
      for (const way of ['up', 'down'] as const) this.wires.at(-1)?.pass(way);
      await vi.advanceTimersByTimeAsync(5);
    }
  }
}

/** What an adapter may say, and what it may not. */
const valid: unknown[] = [
  ...[{ outcome: 'done' }, { outcome: 'refused', code: 'not-now' }],
  ...[{ outcome: 'failed' }, { outcome: 'not-supported' }, 'throws'],
];
const answers: unknown[] = [...valid, { outcome: 'refused', code: '' }, { outcome: 'certainly' }, undefined];
const isAnswer = (answer: unknown): boolean => valid.includes(answer);
const way = fc.constantFrom('up' as const, 'down' as const);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      adapter: fc.constantFrom(...adapters, ...adapters, ...adapters, 'unknown'),
      name: fc.constantFrom(...Array(7).fill('hold'), 'dial'),
    }),
  },
  /** The usual course as far as the host's answer, which is on its way then. */
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('usual' as const), answer: fc.constantFrom(...answers) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), way, count: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('double' as const), way, back: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('late' as const), way }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('say' as const), answer: fc.constantFrom(...answers) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resume' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 300, 2_900, 8_000) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(world: World, one: Step): Promise<void> {
  const wire = world.wires.at(-1);
  if (one.do === 'ask') world.ask(one.adapter, one.name);
  else if (one.do === 'usual') {
    await world.settle();
    world.ask('able', 'hold');
    await world.settle();
    world.obeyed.findLast((entry) => !('said' in entry))?.say(one.answer);
  } else if (one.do === 'pass') for (let n = 0; n < one.count; n += 1) wire?.pass(one.way);
  else if (one.do === 'settle') await world.settle();
  else if (one.do === 'double') wire?.pass(one.way, one.back);
  else if (one.do === 'late') world.wires.at(-2)?.pass(one.way);
  else if (one.do === 'say') world.obeyed.find((entry) => !('said' in entry))?.say(one.answer);
  else if (one.do === 'cut') wire?.cut();
  else if (one.do === 'kill') world.kill();
  else if (one.do === 'reload') world.reload();
  else if (one.do === 'resume') world.resumed();
  else await vi.advanceTimersByTimeAsync(one.ms);
  await vi.advanceTimersByTimeAsync(0);
}

/** How often each outcome was seen: a run in which nothing is ever done would show nothing. */
const seen = new Map<string, number>();

function judge({ asked, obeyed, worker }: World): void {
  for (const { token, declared, life, at, worker: by, outcomes } of asked) {
    const entries = obeyed.filter((entry) => entry.token === token);
    expect(entries.length, 'reached the adapter at most once').toBeLessThanOrEqual(1);
    const [entry] = entries;
    if (entry) {
      expect(declared, 'only what was declared is asked').toBe(true);
      expect(entry.life, 'reached the page that was asked').toBe(life);
      expect(entry.at - at, 'was begun while it was meant').toBeLessThanOrEqual(3_000);
    }
    // Whoever asked a worker that is gone is gone with it.
    if (by === worker) expect(outcomes.length, 'has exactly one outcome').toBe(1);
    const [told] = outcomes;
    if (!told) continue;
    const { outcome } = told;
    seen.set(outcome.outcome, (seen.get(outcome.outcome) ?? 0) + 1);
    expect(told.at - at, 'was told in time').toBeLessThanOrEqual(10_000);
    if (entry && !isAnswer(entry.said)) expect(outcome).toEqual({ outcome: 'unknown' });
    else if (outcome.outcome === 'not-asked') expect(entry).toBeUndefined();
    else if (outcome.outcome === 'failed') expect(entry ? said(entry) : outcome).toEqual(outcome);
    else if (outcome.outcome !== 'unknown') expect(entry && said(entry)).toEqual(outcome);
  }
}

function said({ said: answer }: World['obeyed'][number]): unknown {
  return answer === 'throws' ? { outcome: 'failed' } : answer;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
it(`gives every command to its adapter at most once, and one outcome to whoever asked, in ${runs} courses (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      fakeBrowser.reset();
      vi.clearAllTimers();
      const world = new World();
      // Most courses begin with a page that is there and has said what it can.
      await world.settle();
      for (const one of steps) await take(world, one);
      await vi.advanceTimersByTimeAsync(11_000);
      judge(world);
    }),
    { numRuns: runs, seed },
  );
  if (runs < 100) return;
  for (const outcome of ['done', 'refused', 'failed', 'not-supported', 'unknown', 'not-asked'])
    expect(seen.get(outcome) ?? 0, outcome).toBeGreaterThan(0);
});
