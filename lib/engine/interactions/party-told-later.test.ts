import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskOrigin, engineForTests, ref } from '../engine-for-tests.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const jane = '+33199004217';
const zoe = '+442079460164';
const active = { state: 'active' } as const;
const sip = { adapter: 'sip-websocket' };
const trusting = {
  hosts: [
    {
      origin: deskOrigin,
      label: 'Desk',
      trustContactIdHeader: true,
      campaignHeader: 'X-Campaign',
      popInternal: false,
    },
  ],
};

describe('a party told later takes the place of the former one', () => {
  let desk: ReturnType<typeof engineForTests>;
  const begin = async (settings = {}) => {
    desk = engineForTests({ settings });
    desk.crm.add('jane', 'Jane', phone(jane));
    desk.crm.add('zoe', 'Zoe', phone(zoe));
    await desk.connect();
  };
  beforeEach(() => begin());
  afterEach(() => desk.end());
  const shown = async (id: string) => (await desk.resolved(id, 'matched')).contact.id;
  /** Of every state that a view got: whom it showed beside the number of another. */
  const wrong = () =>
    desk.seen
      .flatMap(({ interactions }) => interactions)
      .filter(({ identifier, resolution }) => {
        const who = resolution.status === 'matched' ? resolution.contact.id : undefined;
        return who !== undefined && who !== (identifier?.value === jane ? ref('jane') : ref('zoe'));
      });

  it('on screen at once, with all that the agent said of the former', async () => {
    await desk.ring('1', jane, { ...active, displayName: 'Jane' }, sip);
    expect(await shown('1')).toBe(ref('jane'));
    await desk.ring('1', zoe, { ...active, displayName: '' }, sip);
    expect(desk.live('1').facts.displayName).toBe('');
    expect(await shown('1')).toBe(ref('zoe'));
    expect(wrong()).toEqual([]);
  });

  it('in its name too, where the host leaves the new one out', async () => {
    await desk.ring('1', jane, { ...active, displayName: 'Jane' });
    await desk.ring('1', zoe, active);
    expect(desk.live('1').facts.displayName).toBeUndefined();
    await desk.ring('1', zoe, { ...active, displayName: 'Zoe' });
    expect(desk.live('1').facts.displayName).toBe('Zoe');
    // The same number in another spelling is the same party.
    await desk.ring('1', '0044 20 7946 0164', active);
    expect(desk.live('1').facts.displayName).toBe('Zoe');
  });

  it('and the ContactID that the host had named for the former', async () => {
    await desk.ring('1', jane, { ...active, contactId: 'jane' });
    expect(await shown('1')).toBe(ref('jane'));
    await desk.ring('1', zoe, active);
    expect(desk.live('1').facts.contactId).toBeUndefined();
    expect(await shown('1')).toBe(ref('zoe'));
    expect(wrong()).toEqual([]);
  });

  it('and one that stood in a header that is trusted', async () => {
    await desk.end();
    await begin(trusting);
    await desk.ring('1', jane, { ...active, contactId: 'jane' }, sip);
    await desk.ring('1', zoe, { ...active, displayName: '' }, sip);
    expect(desk.live('1').facts.contactId).toBeUndefined();
    expect(await shown('1')).toBe(ref('zoe'));
  });

  it('also by nobody, where the new one hides the number', async () => {
    await desk.ring('1', jane, { ...active, contactId: 'jane', displayName: 'Jane' });
    expect(await shown('1')).toBe(ref('jane'));
    await desk.ring('1', undefined, { ...active, withheld: true });
    expect(desk.live('1')).toMatchObject({ resolution: { status: 'withheld' } });
    for (const gone of ['contactId', 'displayName', 'clientId'])
      expect(desk.live('1').facts).not.toHaveProperty(gone);
  });

  it('but a late word of the former one gives it nothing', async () => {
    await desk.ring('1', jane);
    await desk.ring('1', zoe, active);
    await desk.ring('1', jane, { displayName: 'Jane', contactId: 'jane' });
    expect(desk.live('1').facts).toMatchObject({ ...active, clientId: phone(zoe) });
    for (const none of ['contactId', 'displayName']) expect(desk.live('1').facts).not.toHaveProperty(none);
    expect(await shown('1')).toBe(ref('zoe'));
    expect(wrong()).toEqual([]);
  });

  it('where only the signalling tells it, and a page of higher rank goes on with the former', async () => {
    await desk.ring('sip-1', jane, active, sip);
    await desk.ring('1', jane, { ...active, displayName: 'Jane', contactId: 'jane' });
    expect(desk.engine.state.interactions).toHaveLength(1);
    expect(await shown('1')).toBe(ref('jane'));
    desk.clock.now += 10_000;
    await desk.ring('sip-1', zoe, { ...active, displayName: '' }, sip);
    expect(desk.live('1').facts).toMatchObject({ id: '1', clientId: phone(zoe) });
    expect(desk.live('1').facts).not.toHaveProperty('displayName');
    expect(await shown('1')).toBe(ref('zoe'));
    // It says the same again, and then somebody else: its own newer word counts.
    desk.clock.now += 10_000;
    await desk.ring('1', jane, { ...active, displayName: 'Jane', contactId: 'jane' });
    expect(await shown('1')).toBe(ref('zoe'));
    await desk.ring('1', zoe, { ...active, displayName: 'Zoe Okafor' });
    expect(desk.live('1').facts).toMatchObject({ clientId: phone(zoe), displayName: 'Zoe Okafor' });
    desk.clock.now += 10_000;
    await desk.ring('1', jane, active);
    expect(await shown('1')).toBe(ref('jane'));
    expect(wrong()).toEqual([]);
  });

  it('and a page that shows a name alone does not give the former one’s to the next', async () => {
    await desk.ring('sip-1', jane, active, sip);
    await desk.ring('row', undefined, { ...active, displayName: 'Jane' }, { adapter: 'dom-rules' });
    expect(desk.engine.state.interactions).toHaveLength(1);
    expect(desk.engine.state.interactions[0]?.facts.displayName).toBe('Jane');
    desk.clock.now += 10_000;
    await desk.ring('sip-1', zoe, { ...active, displayName: '' }, sip);
    expect(desk.engine.state.interactions[0]?.facts).toMatchObject({ clientId: phone(zoe), displayName: '' });
    desk.clock.now += 1_000;
    await desk.ring('row', undefined, { ...active, displayName: 'Zoe' }, { adapter: 'dom-rules' });
    expect(desk.engine.state.interactions[0]?.facts.displayName).toBe('Zoe');
  });
});

describe('what a host calls the party is no name', () => {
  it.each([
    ['+33199004217', jane],
    ['01 99 00 42 17', jane],
    ['33199004217', jane],
    ['493023125012', jane],
    ['1002', jane],
    // Who is signed in at the CRM.
    ['ANA DUARTE', jane],
    ['Outbound Call', jane],
  ])('where it is %s', async (displayName, number) => {
    const desk = engineForTests();
    await desk.connect();
    await desk.ring('1', number, { ...active, displayName });
    expect(desk.live('1').facts).not.toHaveProperty('displayName');
    await desk.ring('1', number, { ...active, displayName: 'Jane' });
    await desk.ring('1', number, { ...active, displayName });
    expect(desk.live('1').facts.displayName).toBe('');
    await desk.end();
  });
});

describe('a number inside another kind of id', () => {
  it.each([
    ['other', '33199004217@s.whatsapp.net'],
    ['username', '+33199004217@sms.example'],
    ['email', '33199004217@c.us'],
  ] as const)('is looked for as that number: %s %s', async (kind, value) => {
    const desk = engineForTests();
    desk.crm.add('jane', 'Jane', phone(jane));
    await desk.connect();
    await desk.ring('1', undefined, { ...active, channel: 'chat', clientId: { kind, value } });
    expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('jane'));
    expect(desk.live('1').identifier).toMatchObject({ kind: 'phone', value: jane });
    await desk.end();
  });
});
