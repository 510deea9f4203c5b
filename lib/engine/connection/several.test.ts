import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import { deskOrigin } from '../engine-for-tests.ts';
import { type CrmName, crmEntry, crmNames, severalForTests } from './several-for-tests.ts';

const elodie = { kind: 'phone', value: '+33199004217' } as const;
const other = (name: CrmName): CrmName => (name === 'one' ? 'two' : 'one');
let desk: ReturnType<typeof severalForTests>;
const start = (settings: Partial<Settings> = {}) => {
  desk = severalForTests(settings);
  return desk;
};
afterEach(() => {
  desk.end();
  vi.useRealTimers();
});

describe('two CRMs', () => {
  beforeEach(async () => {
    const { crms, both } = start();
    crms.one.add('1', 'Élodie Marchand', elodie);
    crms.two.add('7', 'Marchand, Elodie', elodie);
    await both();
  });

  it.each(crmNames)(
    'are asked side by side: what %s finds first is shown, and stays where it is',
    async (first) => {
      const late = other(first);
      const answer = desk.hold(late, 'find');
      await desk.ring('1', elodie.value);
      await desk.until(() => desk.crms[late].calls.includes(`find ${elodie.value}`));
      await desk.resolved('1', 'matched');
      const shown = desk.shownId('1');
      expect(shown).toBe(first === 'one' ? 'one:1' : 'two:7');
      expect(desk.live('1')).not.toHaveProperty('silent');
      answer();
      await desk.until(() => desk.alsoIn('1').length > 0);
      expect(desk.live('1').resolution).toMatchObject({
        contact: { id: shown },
        alsoIn: [late === 'one' ? 'one:1' : 'two:7'],
      });
      const everShown = desk.seen.flatMap(({ interactions }) =>
        interactions.flatMap(({ resolution }) =>
          resolution.status === 'matched' ? [resolution.contact.id] : [],
        ),
      );
      expect(new Set(everShown)).toEqual(new Set([shown]));
    },
  );

  it('that know two persons offer both, with the CRM of each', async () => {
    desk.crms.two.add('7', 'Paul Marchand', elodie);
    await desk.ring('1', elodie.value);
    const { candidates } = await desk.resolved('1', 'ambiguous');
    expect(candidates.map(({ id }) => id).toSorted()).toEqual(['one:1', 'two:7']);
  });

  it('are two, though both call somebody the same', async () => {
    desk.crms.one.add('same', 'One of them', { kind: 'phone', value: '+33199004201' });
    desk.crms.two.add('same', 'Another', { kind: 'phone', value: '+33199004202' });
    await desk.ring('1', '+33199004201');
    await desk.resolved('1', 'matched');
    await desk.ring('2', '+33199004202');
    await desk.resolved('2', 'matched');
    expect([desk.shownId('1'), desk.shownId('2')]).toEqual(['one:same', 'two:same']);
    expect(desk.crms.one.calls).not.toContain('get same');
    expect(desk.crms.two.calls).not.toContain('get same');
  });

  it('keep of whom each knows but what was on screen among the last ones', async () => {
    await desk.ring('1', elodie.value);
    await desk.until(() => desk.alsoIn('1').length > 0);
    expect(desk.engine.state.recent.map(({ contact }) => contact.id)).toEqual([desk.shownId('1')]);
  });

  it.each(crmNames)('reject the same person together, whichever is shown: %s first', async (first) => {
    const answer = desk.hold(other(first), 'find');
    await desk.ring('1', elodie.value);
    await desk.resolved('1', 'matched');
    answer();
    await desk.until(() => desk.alsoIn('1').length > 0);
    const { key } = desk.live('1');
    await desk.engine.send({ type: 'contact.reject', key, contactId: desk.shownId('1')! });
    await desk.resolved('1', 'unmatched');
    await desk.engine.send({ type: 'resolve.again', key });
    await desk.settle();
    expect(desk.live('1').resolution).toMatchObject({ status: 'unmatched', rejected: true });
  });

  it('one that answers after *Not this person* offers whom it knows, and shows nobody by itself', async () => {
    desk.crms.two.add('7', 'Paul Marchand', elodie);
    const answer = desk.hold('two', 'find');
    await desk.ring('1', elodie.value);
    await desk.resolved('1', 'matched');
    await desk.engine.send({ type: 'contact.reject', key: desk.live('1').key, contactId: 'one:1' });
    answer();
    const { candidates } = await desk.resolved('1', 'ambiguous');
    expect(candidates).toMatchObject([{ id: 'two:7' }]);
  });

  it('one that fails says so still after *Not this person*, and is asked again', async () => {
    desk.crms.two.before = (call) => {
      if (call.startsWith('find')) throw new CrmError({ code: 'server-error' });
    };
    await desk.ring('1', elodie.value);
    await desk.until(() => desk.live('1').silent?.[0]?.retryAt !== undefined);
    await desk.engine.send({ type: 'contact.reject', key: desk.live('1').key, contactId: 'one:1' });
    expect(desk.live('1').silent).toMatchObject([{ crm: 'two', error: { code: 'server-error' } }]);
    desk.crms.two.before = () => undefined;
    desk.crms.two.add('7', 'Paul Marchand', elodie);
    desk.clock.now += 60_000;
    await desk.engine.tick();
    await desk.resolved('1', 'ambiguous');
  });

  it.each(crmNames)('a choice in one lets go of the choice in the other: %s last', async (last) => {
    for (const crm of crmNames) desk.crms[crm].add('x', `X of ${crm}`);
    await desk.ring('1', '+33199004299');
    await desk.resolved('1', 'unmatched');
    const { key } = desk.live('1');
    for (const crm of [last, other(last), last])
      await desk.engine.send({ type: 'contact.choose', key, contactId: `${crm}:x` });
    await desk.until(() => desk.shownId('1') === `${last}:x`);
    await desk.engine.send({ type: 'resolve.again', key });
    await desk.settle();
    expect(desk.shownId('1')).toBe(`${last}:x`);
    // Once it is not the one either, nobody who was chosen before comes back.
    await desk.engine.send({ type: 'contact.reject', key, contactId: `${last}:x` });
    await desk.settle();
    expect(desk.live('1').resolution.status).toBe('unmatched');
  });

  it.each(crmNames)('of two clicks the later counts, though %s is read last', async (slow) => {
    for (const crm of crmNames) desk.crms[crm].add('x', `X of ${crm}`);
    await desk.ring('1', '+33199004299');
    await desk.resolved('1', 'unmatched');
    const { key } = desk.live('1');
    const answer = desk.hold(slow, 'get x');
    const first = desk.engine.send({ type: 'contact.choose', key, contactId: `${slow}:x` });
    await desk.engine.send({ type: 'contact.choose', key, contactId: `${other(slow)}:x` });
    answer();
    await first;
    await desk.settle();
    expect(desk.shownId('1')).toBe(`${other(slow)}:x`);
  });
});

describe('a CRM that does not answer', () => {
  const ringing = async () => {
    await desk.ring('1', elodie.value);
    await desk.resolved('1', 'matched');
  };

  it.each<[string, (crm: CrmName) => void]>([
    ['to anything', (crm) => desk.hold(crm, '')],
    ['to what is looked for', (crm) => desk.hold(crm, 'find')],
  ])('%s delays nobody who is found in another, and is named once it takes long', async (_, silence) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const dead of crmNames) {
      const { crms, signIn } = start();
      crms[other(dead)].add('7', 'Elodie', elodie);
      silence(dead);
      for (const crm of crmNames) await signIn(crm);
      await ringing();
      expect(desk.shownId('1')).toBe(`${other(dead)}:7`);
      await vi.advanceTimersByTimeAsync(1_499);
      expect(desk.live('1')).not.toHaveProperty('silent');
      await vi.advanceTimersByTimeAsync(1);
      expect(desk.live('1').silent).toEqual([{ crm: dead }]);
      desk.end();
    }
  });

  it('and says why: its error and the next try are told', async () => {
    const { crms, both } = start();
    crms.two.add('7', 'Elodie', elodie);
    await both();
    crms.one.before = () => {
      throw new CrmError({ code: 'unreachable' });
    };
    await ringing();
    await desk.until(() => desk.live('1').silent?.[0]?.error !== undefined);
    expect(desk.live('1').silent).toEqual([
      { crm: 'one', error: { code: 'unreachable' }, retryAt: expect.any(Number) },
    ]);
    expect(desk.connection('one')).toHaveProperty('away');
    expect(desk.connection('two')).not.toHaveProperty('away');
    crms.one.before = () => undefined;
    crms.one.add('1', 'Elodie', elodie);
    desk.clock.now += 60_000;
    await desk.engine.tick();
    await desk.until(() => desk.alsoIn('1').length > 0);
    expect(desk.live('1')).not.toHaveProperty('silent');
    expect(desk.live('1').resolution).toMatchObject({ contact: { id: 'two:7' }, alsoIn: ['one:1'] });
  });

  it('because nobody is signed in there is not waited with at all', async () => {
    const { crms, both } = start();
    crms.two.add('7', 'Elodie', elodie);
    await both();
    await desk.signOut('one');
    await ringing();
    expect(desk.live('1')).not.toHaveProperty('silent');
    expect(desk.connection('one')).toMatchObject({ status: 'signed-out', workspace: null });
    await desk.ring('2', '+33199004299');
    await desk.resolved('2', 'unmatched');
  });

  it.each([
    ['its contacts', 'find'],
    ['even its fields', ''],
  ])('is waited with for a moment where the others know nobody, and then no longer: %s', async (_, call) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (const dead of crmNames) {
      const { signIn } = start();
      const answer = desk.hold(dead, call);
      for (const crm of crmNames) await signIn(crm);
      await desk.ring('1', elodie.value);
      await desk.until(() => desk.crms[other(dead)].calls.includes(`find ${elodie.value}`));
      await desk.settle();
      expect(desk.live('1').resolution.status).toBe('resolving');
      await vi.advanceTimersByTimeAsync(1_499);
      expect(desk.live('1').resolution.status).toBe('resolving');
      await vi.advanceTimersByTimeAsync(1);
      expect(desk.live('1')).toMatchObject({ resolution: { status: 'unmatched' }, silent: [{ crm: dead }] });
      desk.crms[dead].add('1', 'Late Elodie', elodie);
      answer();
      await desk.resolved('1', 'matched');
      expect(desk.live('1')).not.toHaveProperty('silent');
      desk.end();
    }
  });

  it('is called slow by nobody where it is the only one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { signIn, hold } = start({ crms: [crmEntry('one')] });
    hold('one', 'find');
    await signIn('one');
    await desk.ring('1', elodie.value);
    await desk.resolved('1', 'resolving');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(desk.live('1').resolution).toMatchObject({ status: 'resolving' });
    expect(desk.live('1').resolution).not.toHaveProperty('slow');
  });
});

describe('the ContactID that a host names', () => {
  const named = () => desk.ring('1', elodie.value, { contactId: 'x' });
  const asked = (crm: CrmName) => desk.crms[crm].calls.includes('get x');

  it('is the first CRM’s, and in another nobody is asked for it', async () => {
    const { crms, both } = start();
    for (const crm of crmNames) crms[crm].add('x', `X of ${crm}`);
    crms.two.add('7', 'Elodie', elodie);
    await both();
    await named();
    await desk.until(() => desk.shownId('1') === 'one:x');
    await desk.settle();
    expect(desk.live('1').resolution).toMatchObject({
      contact: { id: 'one:x' },
      reason: { by: 'contact-id' },
    });
    expect(asked('two')).toBe(false);
  });

  it.each(['client', 'nobody'])(
    'is waited for: whom another CRM has by the number is not shown meanwhile (%s)',
    async (who) => {
      const { crms, both } = start();
      if (who === 'client') crms.one.add('x', 'X of one');
      crms.two.add('7', 'Elodie', elodie);
      await both();
      const answer = desk.hold('one', 'get x');
      await named();
      await desk.until(() => desk.crms.two.calls.includes(`find ${elodie.value}`));
      await desk.settle();
      expect(desk.live('1').resolution.status).toBe('resolving');
      answer();
      await desk.resolved('1', 'matched');
      expect(desk.shownId('1')).toBe(who === 'client' ? 'one:x' : 'two:7');
    },
  );

  it.each<[string, () => Promise<unknown>]>([
    ['while nobody is signed in there', () => desk.signOut('one')],
    ['while it is not connected', () => desk.engine.connect('one', { status: 'not-connected' })],
    ['before anything was heard of it', async () => undefined],
  ])('%s too', async (when, leave) => {
    const { crms, signIn } = start();
    crms.two.add('x', 'X of two');
    if (!when.startsWith('before')) await signIn('one');
    await signIn('two');
    await leave();
    await named();
    await desk.resolved('1', 'unmatched');
    await desk.settle();
    expect(asked('two')).toBe(false);
  });

  it('is that of the first one that is asked for this host', async () => {
    const { crms, both } = start({
      crms: [crmEntry('one', { hosts: ['https://chat.example.com'] }), crmEntry('two')],
    });
    for (const crm of crmNames) crms[crm].add('x', `X of ${crm}`);
    await both();
    await named();
    await desk.until(() => desk.shownId('1') === 'two:x');
    expect(desk.crms.one.calls).toEqual(['workspace']);
    const chat = { origin: 'https://chat.example.com', tabId: 2 };
    await desk.ring('2', undefined, { contactId: 'x' }, chat);
    await desk.until(() => desk.shownId('2') === 'one:x');
  });

  it('is the other’s once that is the first in the settings', async () => {
    const { crms, both } = start();
    for (const crm of crmNames) crms[crm].add('x', `X of ${crm}`);
    await both();
    await named();
    await desk.until(() => desk.shownId('1') === 'one:x');
    await desk.engine.configure({ ...defaultSettings, crms: [crmEntry('two'), crmEntry('one')] });
    await desk.until(() => desk.shownId('1') === 'two:x');
    expect(desk.engine.state.connections.map(({ id }) => id)).toEqual(['two', 'one']);
  });
});

describe('the hosts of a CRM', () => {
  beforeEach(async () => {
    const { crms, both } = start();
    for (const crm of crmNames) crms[crm].add('1', `Elodie of ${crm}`, elodie);
    await both();
    await desk.ring('1', elodie.value);
    await desk.resolved('1', 'ambiguous');
  });
  const configure = (...crms: Settings['crms']) => desk.engine.configure({ ...defaultSettings, crms });

  it('are all it is asked for; others’ interactions lose whom it knew, and have them again', async () => {
    await configure(crmEntry('one'), crmEntry('two', { hosts: ['https://chat.example.com'] }));
    await desk.resolved('1', 'matched');
    expect(desk.shownId('1')).toBe('one:1');
    expect(desk.connection('two')).toMatchObject({ hosts: ['https://chat.example.com'] });
    await configure(crmEntry('one'), crmEntry('two', { hosts: [deskOrigin] }));
    await desk.resolved('1', 'ambiguous');
    await configure(crmEntry('one'), crmEntry('two'));
    expect(desk.connection('two')).not.toHaveProperty('hosts');
  });

  it('nobody of another CRM can be chosen there, nor is one who is read while that changes', async () => {
    desk.crms.two.add('x', 'X of two');
    const { key } = desk.live('1');
    const choice = { type: 'contact.choose', key, contactId: 'two:x' } as const;
    const answer = desk.hold('two', 'get x');
    const chosen = desk.engine.send(choice);
    await desk.until(() => desk.crms.two.calls.includes('get x'));
    await configure(crmEntry('one'), crmEntry('two', { hosts: ['https://chat.example.com'] }));
    answer();
    await chosen;
    await desk.settle();
    expect(desk.shownId('1')).toBe('one:1');
    expect(await desk.engine.send(choice)).toEqual({ ok: false, error: { code: 'not-supported' } });
    expect(desk.shownId('1')).toBe('one:1');
  });

  it('a CRM that is taken out of the settings takes its contacts along, one that comes brings them', async () => {
    await configure(crmEntry('one'));
    await desk.engine.connect('two', { status: 'not-connected' });
    await desk.resolved('1', 'matched');
    expect(JSON.stringify(desk.engine.state)).not.toContain('two');
    await configure(crmEntry('one'), crmEntry('two'));
    await desk.signIn('two');
    await desk.resolved('1', 'ambiguous');
  });
});

describe('the region of a number', () => {
  const national = '0199004217';

  it.each(crmNames)('is one for all CRMs: the first one’s, though %s says its own first', async (first) => {
    const { crms, signIn } = start();
    crms.two.region = 'GB';
    for (const crm of crmNames) crms[crm].add('1', 'Elodie', elodie);
    const answer = desk.hold(other(first), 'workspace');
    for (const crm of crmNames) await signIn(crm);
    await desk.ring('1', national);
    await desk.settle();
    answer();
    await desk.until(() => desk.alsoIn('1').length > 0);
    expect(desk.live('1').identifier).toMatchObject({ value: elodie.value });
    expect(desk.connection('one')?.workspace?.region).toBe('FR');
    expect(desk.connection('two')?.workspace?.region).toBe('GB');
  });

  it('is the other one’s once that is the first in the settings', async () => {
    const { crms, both } = start();
    crms.two.region = 'GB';
    await both();
    await desk.ring('1', national);
    await desk.resolved('1', 'unmatched');
    await desk.engine.configure({ ...defaultSettings, crms: [crmEntry('two'), crmEntry('one')] });
    await desk.until(() => desk.live('1').identifier?.value === '+44199004217');
  });

  it('stays as it was read when its CRM is signed out, and with it whom another knows', async () => {
    const { crms, both } = start();
    crms.two.region = 'US';
    crms.two.add('7', 'Elodie', elodie);
    await both();
    await desk.ring('1', national);
    await desk.resolved('1', 'matched');
    await desk.signOut('one');
    await desk.ring('1', national, { state: 'active' });
    await desk.settle();
    expect(desk.shownId('1')).toBe('two:7');
  });
});
