import { CrmError } from '../../domain/crm/crm-error.ts';
import type { Write } from '../../domain/interaction/live.ts';
import { createMemoryContactCache } from '../cache/memory-contact-cache.ts';
import type { ViewCommand, WriteCommand } from '../commands/commands.ts';
import { MemoryCrm } from '../connection/memory-crm-for-tests.ts';
import { createMemoryDraftStore } from '../drafts/memory-draft-store.ts';
import { createMemoryWriteStore } from '../drafts/memory-write-store.ts';
import { engineForTests, testCrm } from '../engine-for-tests.ts';
import { createMemoryRecoveryStore } from '../live/memory-recovery-store.ts';

export const agents = ['ana', 'ben'] as const;
export type Agent = (typeof agents)[number];

/** What a CRM does with a write: `cut` does it, and its answer is lost. */
export type Fault = 'none' | 'cut' | 'slow' | 'away' | 'busy' | 'refuse';

interface Click {
  owner: Agent;
  command: WriteCommand;
  /** It was said to be saved or to wait, or its row was on disk when the worker died. */
  accepted: boolean;
}

const numbers = { c1: '+33199004201', c2: '+33199004205' } as const;
const isWrite = (call: string) => ['create', 'update', 'assign', 'undo'].includes(call);

/**
 * Two agents, each with a CRM that fails as it is told, and one browser whose worker may be killed at any call into its
 * stores or a CRM, before it or after.
 */
export function createFaultWorld() {
  /** What the next writes meet, in order; `none` when it is used up. */
  const faults: Fault[] = [];
  const clicks: Click[] = [];
  const givenUp = new Set<string>();
  /** Calls so far; and at which of them the worker dies. */
  const calls = { count: 0, killAt: Number.POSITIVE_INFINITY, side: 'before' as 'before' | 'after' };
  const crms: Record<Agent, MemoryCrm> = { ana: new MemoryCrm(), ben: new MemoryCrm() };
  let who: Agent = 'ana';
  let signs = 0;
  let dead = false;

  const dies = (side: 'before' | 'after'): Promise<never> | undefined => {
    if (side === 'before') calls.count += 1;
    if (calls.count !== calls.killAt || calls.side !== side) return undefined;
    calls.killAt = Number.POSITIVE_INFINITY;
    dead = true;
    desk.end();
    return new Promise(() => undefined);
  };
  const deadly = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          const never = dies('before');
          if (never) return never;
          const answer: unknown = await Reflect.apply(member, target, args);
          return dies('after') ?? answer;
        };
      },
    });
  for (const crm of Object.values(crms)) {
    for (const [id, value] of Object.entries(numbers)) crm.add(id, id, { kind: 'phone', value });
    let fault: Fault = 'none';
    crm.before = async (call) => {
      if (isWrite(call)) fault = faults.shift() ?? 'none';
      const met = isWrite(call) ? fault : 'none';
      if (met === 'slow') await turns(3);
      await dies('before');
      if (met === 'away') throw new CrmError({ code: 'unreachable' });
      if (met === 'busy') throw new CrmError({ code: 'rate-limited', retryAfterMs: 5_000 });
      if (met === 'refuse') throw new CrmError({ code: 'not-allowed' });
      crm.after = async (done) => {
        await dies('after');
        if (met === 'cut' && isWrite(done)) throw new CrmError({ code: 'timeout' });
      };
    };
  }
  const disk = createMemoryWriteStore();
  const desk = engineForTests({
    crm: crms.ana,
    stores: {
      cache: createMemoryContactCache(),
      drafts: createMemoryDraftStore(),
      writes: deadly(disk),
      recovery: deadly(createMemoryRecoveryStore()),
    },
  });

  const world = {
    desk,
    crms,
    calls,
    faults,
    clicks,
    isDead: () => dead,
    signIn(agent: Agent) {
      who = agent;
      signs += 1;
      return desk.connect(`${who} ${signs}`, { at: crms[who], owner: who });
    },
    signOut: () => desk.signOut(),
    /** The next worker of the same browser. */
    async revive(): Promise<void> {
      dead = false;
      for (const agent of agents) {
        const rows = JSON.stringify(await disk.load(agent));
        for (const click of clicks) if (rows.includes(click.command.writeId)) click.accepted = true;
      }
      signs += 1;
      await desk.restart(`${who} ${signs}`, { at: crms[who], owner: who });
    },
    async ring(): Promise<void> {
      await desk.ring('1', numbers.c1, { state: 'active' });
      await desk.ring('2', numbers.c2, { state: 'active' });
    },
    shown(): Write[] {
      const { interactions, writes } = desk.engine.state;
      return [...interactions.flatMap((live) => live.writes), ...writes];
    },
    /** A click of who is on screen; nothing where they have nobody before them. */
    click(what: 'create' | 'edit' | 'assign', id: '1' | '2'): void {
      const owner = agents.find((one) => one === ownerOnScreen());
      if (owner === undefined) return;
      const command = commandOf(what, id);
      if (!command) return;
      const click: Click = { owner, command, accepted: false };
      clicks.push(click);
      void desk.engine.send(command, { [testCrm]: owner }).then((reply) => {
        click.accepted = reply.ok;
      });
    },
    press(button: 'write.retry' | 'write.discard'): void {
      const one = world.shown().find(({ status }) => status === 'waiting' || status === 'not-saved');
      if (!one) return;
      if (button === 'write.discard') givenUp.add(one.id);
      const command: ViewCommand = { type: button, key: null, writeId: one.id };
      const owner = ownerOnScreen();
      void desk.engine.send(command, owner === undefined ? {} : { [testCrm]: owner });
    },
    /** Everything works again, and whoever has something waiting signs in: then this must hold. */
    async judge(expect: (fine: boolean, what: string) => void): Promise<void> {
      faults.length = 0;
      calls.killAt = Number.POSITIVE_INFINITY;
      if (dead) await world.revive();
      for (const agent of agents) {
        await world.signIn(agent);
        desk.clock.now += 600_000;
        await desk.engine.tick();
        await turns(60);
        for (const { id, status } of world.shown()) {
          expect(status === 'saved' || status === 'not-saved', `${id} is still ${status}`);
          if (status === 'saved')
            expect(crms[agent].effectKeys.includes(id), 'one that is called saved is not there');
        }
        const inSight = new Set(world.shown().map(({ id }) => id));
        const { effectKeys } = crms[agent];
        expect(new Set(effectKeys).size === effectKeys.length, 'a click wrote twice');
        for (const { owner, command, accepted } of clicks) {
          const there = effectKeys.includes(command.writeId);
          if (owner !== agent) expect(!there, `a click of ${owner} wrote for ${agent}`);
          else if (accepted && !there)
            expect(
              inSight.has(command.writeId) || givenUp.has(command.writeId) || hasLaterWord(command),
              `a click is lost: ${command.type}`,
            );
        }
      }
    },
  };

  function ownerOnScreen(): string | undefined {
    const connection = desk.connection();
    return connection?.status === 'ready' ? connection.owner : undefined;
  }

  /** A later one of the same agent sets the same, or asks in another way for what was refused. */
  function hasLaterWord({ type, key, writeId }: WriteCommand): boolean {
    const index = clicks.findIndex(({ command }) => command.writeId === writeId);
    const field = (command: WriteCommand) =>
      command.type === 'contact.update' ? Object.keys(command.change.fields ?? {}).join() : '';
    return clicks
      .slice(index + 1)
      .some(
        ({ command }) =>
          command.type === type && command.key === key && field(command) === field(clicks[index]!.command),
      );
  }

  function commandOf(what: 'create' | 'edit' | 'assign', id: '1' | '2'): WriteCommand | undefined {
    const writeId = crypto.randomUUID();
    const live = desk.engine.state.interactions.find(({ facts }) => facts.id === id);
    if (!live) return undefined;
    const { key, resolution } = live;
    const contact = { name: `New ${clicks.length}`, kind: 'person' as const, identifiers: [], fields: {} };
    if (what === 'create') return { type: 'contact.create', crm: testCrm, key, writeId, contact };
    if (resolution.status !== 'matched') return undefined;
    const { id: contactId, version } = resolution.contact;
    if (what === 'assign') return { type: 'identifier.assign', key, writeId, contactId, mode: 'keep' };
    const fields = { [clicks.length % 2 ? 'city' : 'note']: String(clicks.length) };
    return { type: 'contact.update', key, writeId, contactId, version, change: { fields } };
  }
  return world;
}

/** Lets everything go on that can. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
