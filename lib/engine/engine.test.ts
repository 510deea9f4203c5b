import { beforeEach, describe, expect, it } from 'vitest';
import { idOfRef } from '../domain/contact/contact-ref.ts';
import { CrmError } from '../domain/crm/crm-error.ts';
import { deskOrigin, engineForTests, ref, testCrm } from './engine-for-tests.ts';

const phone = (value: string) => ({ kind: 'phone' as const, value });
const elodie = '+33199004217';
const shared = '+442079460123';
const unknown = '+12125550142';

describe('the engine', () => {
  let desk: ReturnType<typeof engineForTests>;
  beforeEach(async () => {
    desk = engineForTests();
    desk.crm.add('c1', 'Élodie Marchand', phone(elodie));
    desk.crm.add('c2', 'Grace Okafor', phone(shared));
    desk.crm.add('c3', 'Denise Okafor', phone(shared));
    desk.crm.add('c4', 'Samuel Okafor', phone('+442079460164'));
    await desk.connect();
  });

  describe('finds the contact', () => {
    it('shows the one contact that has the number, in one round trip', async () => {
      await desk.ring('1', '0033199004217');
      const matched = await desk.resolved('1', 'matched');
      expect(matched.contact.name).toBe('Élodie Marchand');
      expect(matched.reason).toMatchObject({ by: 'client-id', exact: true });
      expect(matched.contact.identifiers[0]?.display).toBe('+33 1 99 00 42 17');
      expect(desk.crm.calls.filter((call) => call.startsWith('find'))).toEqual([`find ${elodie}`]);
      expect(desk.engine.state.front).toBe(desk.live('1').key);
    });

    it('reads a national number in the region of the workspace, and says that it was normalised', async () => {
      await desk.ring('1', '01 99 00 42 17');
      expect((await desk.resolved('1', 'matched')).reason.exact).toBe(false);
    });

    it('offers several and chooses nobody', async () => {
      await desk.ring('1', shared);
      const { candidates } = await desk.resolved('1', 'ambiguous');
      expect(candidates.map(({ name }) => name)).toEqual(['Grace Okafor', 'Denise Okafor']);
    });

    it('says that nobody has the number', async () => {
      await desk.ring('1', unknown);
      expect(await desk.resolved('1', 'unmatched')).toMatchObject({
        identifier: { value: unknown },
        rejected: false,
      });
    });

    it('does not look for a withheld number', async () => {
      await desk.ring('1', 'anonymous');
      await desk.ring('2', undefined, { withheld: true });
      await desk.resolved('1', 'withheld');
      await desk.resolved('2', 'withheld');
      expect(desk.crm.calls).toEqual(['workspace']);
    });

    it.each(['Private Number', '7378742833', 'Unbekannt', '-1'])(
      'does not look for %s, which stands for nobody, and calls nobody so',
      async (nobody) => {
        await desk.ring('1', nobody, { displayName: 'Unknown Caller' });
        await desk.resolved('1', 'withheld');
        expect(desk.live('1').identifier).toBeUndefined();
        expect(desk.live('1').facts.displayName).toBeUndefined();
        expect(desk.crm.calls).toEqual(['workspace']);
      },
    );

    it('says that a number was not given where nobody said that it is withheld', async () => {
      await desk.ring('1', undefined, { displayName: 'Marta Oliveira' });
      await desk.ring('2', 'null');
      await desk.ring('3', undefined, { channel: 'sms' });
      for (const id of ['1', '2', '3']) await desk.resolved(id, 'no-number');
      await desk.ring('1', undefined, { withheld: true, state: 'active' });
      await desk.resolved('1', 'withheld');
      expect(desk.crm.calls).toEqual(['workspace']);
    });

    it('does not pop internal calls unless set to', async () => {
      await desk.ring('1', '2041', { direction: 'internal' });
      expect(desk.engine.state.interactions).toEqual([]);
    });

    it('shows a saved copy at once and the news behind it, marked', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      await desk.ring('1', elodie, { state: 'finished', endReason: 'missed' });
      desk.clock.now += 10 * 60_000;
      const before = desk.crm.contacts.get('c1');
      if (before) desk.crm.contacts.set('c1', { ...before, name: 'Élodie Marchand-Roy' });
      desk.crm.before = () => new Promise((resolve) => setImmediate(resolve));
      await desk.ring('2', elodie);
      expect((await desk.resolved('2', 'matched')).contact.name).toBe('Élodie Marchand');
      await desk.until(() => {
        const { resolution } = desk.live('2');
        return resolution.status === 'matched' && !resolution.revalidating;
      });
      expect(await desk.resolved('2', 'matched')).toMatchObject({
        contact: { name: 'Élodie Marchand-Roy' },
        changed: { name: 'Élodie Marchand' },
      });
    });

    it('goes by the ContactID of a contract, offers to assign, and names nobody as owner where nobody is', async () => {
      await desk.ring('1', unknown, { contactId: 'c1' });
      await desk.until(() => {
        const { resolution } = desk.live('1');
        return resolution.status === 'matched' && resolution.assignment?.status === 'offered';
      });
      expect(await desk.resolved('1', 'matched')).toMatchObject({
        contact: { id: ref('c1') },
        reason: { by: 'contact-id', contactIdFrom: 'contract' },
        assignment: { status: 'offered', owners: [] },
      });
    });

    it('goes by the ContactID also where the number is withheld', async () => {
      await desk.ring('1', undefined, { withheld: true, contactId: 'c1' });
      const matched = await desk.resolved('1', 'matched');
      expect(matched.contact.id).toBe(ref('c1'));
      expect(matched.assignment).toBeUndefined();
    });

    it('asks the CRM for a ContactID once while the copy is fresh, and again when it is not', async () => {
      const settled = () =>
        desk.until(({ interactions }) =>
          interactions.every(({ resolution }) => resolution.status === 'matched' && !resolution.revalidating),
        );
      await desk.ring('1', elodie, { contactId: 'c1' });
      await settled();
      const asked = desk.crm.calls.length;
      await desk.ring('2', elodie, { contactId: 'c1' });
      await settled();
      expect(await desk.resolved('2', 'matched')).toMatchObject({
        contact: { id: ref('c1') },
        reason: { by: 'contact-id' },
        freshness: { from: 'cache' },
      });
      expect(desk.crm.calls).toHaveLength(asked);
      // Who has the number is asked before it is offered, however fresh the copy.
      await desk.ring('3', unknown, { contactId: 'c1' });
      await desk.until(() => desk.crm.calls.length > asked);
      desk.clock.now += 10 * 60_000;
      const before = desk.crm.calls.length;
      await desk.ring('4', elodie, { contactId: 'c1' });
      await settled();
      expect(desk.crm.calls.length).toBeGreaterThan(before);
    });

    it('follows a merge, and goes on without a ContactID that the CRM does not know', async () => {
      desk.crm.merged.set('old', 'c1');
      await desk.ring('1', undefined, { contactId: 'old' });
      expect((await desk.resolved('1', 'matched')).reason.mergedFrom).toBe('old');
      await desk.ring('2', elodie, { contactId: 'nobody' });
      expect(await desk.resolved('2', 'matched')).toMatchObject({
        reason: { by: 'client-id', unknownContactId: true },
      });
    });
  });

  describe('never shows the wrong person', () => {
    it('does not believe a ContactID in a SIP header unless an administrator trusts that host', async () => {
      const sip = { adapter: 'sip-websocket' };
      await desk.ring('1', elodie, { contactId: 'c2' }, sip);
      expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
      const { hosts } = engineForTests().engine.state;
      expect(hosts).toEqual([]);
      const trusting = engineForTests({
        crm: desk.crm,
        settings: {
          hosts: [
            {
              origin: deskOrigin,
              label: '',
              trustContactIdHeader: true,
              campaignHeader: 'X-Campaign',
              popInternal: false,
            },
          ],
        },
      });
      await trusting.connect();
      await trusting.ring('1', elodie, { contactId: 'c2' }, sip);
      expect(await trusting.resolved('1', 'matched')).toMatchObject({
        contact: { id: ref('c2') },
        reason: { by: 'contact-id', contactIdFrom: 'header' },
      });
    });

    it('keeps two pages apart that use the same interaction id', async () => {
      await desk.ring('1', elodie);
      await desk.ring('1', shared, {}, { origin: 'https://other.example.com', tabId: 2 });
      await desk.until(
        ({ interactions }) =>
          interactions.length === 2 &&
          interactions.every(({ resolution }) => resolution.status !== 'resolving'),
      );
      expect(desk.engine.state.interactions.map(({ resolution }) => resolution.status)).toEqual([
        'matched',
        'ambiguous',
      ]);
    });

    it('leaves the agent with whom they are typing for when another call rings', async () => {
      await desk.ring('1', unknown, { state: 'active' });
      const { key } = desk.live('1');
      await desk.engine.send({
        type: 'draft.save',
        crm: testCrm,
        key,
        form: 'new-contact',
        values: { name: 'Mar' },
      });
      await desk.ring('2', elodie);
      await desk.resolved('2', 'matched');
      expect(desk.engine.state.front).toBe(key);
      expect(desk.live('1').drafts).toEqual({ [ref('new-contact')]: { name: 'Mar' } });
    });

    it('drops the late reply of a previous caller', async () => {
      let release: (value: undefined) => void = () => undefined;
      desk.crm.before = (call) =>
        call === `find ${elodie}` ? new Promise((resolve) => (release = resolve)) : undefined;
      await desk.ring('1', elodie);
      await desk.until(() => desk.crm.calls.includes(`find ${elodie}`));
      await desk.ring('1', unknown);
      await desk.resolved('1', 'unmatched');
      release(undefined);
      await desk.ring('9', unknown);
      await desk.resolved('9', 'unmatched');
      expect(desk.live('1').resolution.status).toBe('unmatched');
      for (const { interactions } of desk.seen) {
        for (const { identifier, resolution } of interactions) {
          if (resolution.status === 'matched') expect(identifier?.value).toBe(elodie);
        }
      }
    });

    it('takes an identifier that arrives late, and keeps what the agent chose before', async () => {
      await desk.ring('1');
      await desk.resolved('1', 'no-number');
      await desk.ring('1', elodie, { state: 'active' });
      expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
      await desk.ring('2');
      await desk.engine.send({ type: 'contact.choose', key: desk.live('2').key, contactId: ref('c4') });
      await desk.ring('2', elodie);
      await desk.until(() => {
        const { resolution } = desk.live('2');
        return resolution.status === 'matched' && resolution.assignment?.status === 'offered';
      });
      expect(await desk.resolved('2', 'matched')).toMatchObject({
        contact: { id: ref('c4') },
        reason: { by: 'chosen' },
        assignment: { owners: [{ id: ref('c1') }] },
      });
    });

    it('lets go of a choice when the caller turns out to be another', async () => {
      await desk.ring('1', unknown);
      await desk.engine.send({ type: 'contact.choose', key: desk.live('1').key, contactId: ref('c4') });
      await desk.ring('1', elodie);
      expect(
        (await desk.until(() => desk.live('1').resolution.status === 'matched')).interactions,
      ).toHaveLength(1);
      await desk.until(() => {
        const { resolution } = desk.live('1');
        return resolution.status === 'matched' && resolution.contact.id === ref('c1');
      });
      const wrong = desk.seen.some(({ interactions }) =>
        interactions.some(
          ({ identifier, resolution }) =>
            identifier?.value === elodie &&
            resolution.status === 'matched' &&
            resolution.contact.id === ref('c4'),
        ),
      );
      expect(wrong).toBe(false);
    });

    it('holds *Not this person* against every refresh', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      const { key } = desk.live('1');
      await desk.engine.send({ type: 'contact.reject', key, contactId: ref('c1') });
      expect(await desk.resolved('1', 'unmatched')).toMatchObject({ rejected: true });
      await desk.engine.send({ type: 'resolve.again', key });
      await desk.ring('1', elodie, { state: 'active' });
      await desk.until(() => desk.crm.calls.filter((call) => call === `find ${elodie}`).length === 2);
      await desk.resolved('1', 'unmatched');
      await desk.restart();
      await desk.resolved('1', 'unmatched');
      expect(desk.crm.effects).toEqual([]);
    });

    it('offers who else has the number after *Not this person*, and shows nobody', async () => {
      await desk.ring('1', shared);
      await desk.resolved('1', 'ambiguous');
      const { key } = desk.live('1');
      await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c2') });
      await desk.engine.send({ type: 'contact.reject', key, contactId: ref('c2') });
      expect((await desk.resolved('1', 'ambiguous')).candidates.map(({ id }) => id)).toEqual([ref('c3')]);
    });

    it('takes a missed call from the rail, and is not fooled by its echo', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      await desk.ring('1', elodie, { state: 'finished', endReason: 'missed' });
      expect(desk.engine.state).toMatchObject({ interactions: [], front: null });
      await desk.ring('1', elodie);
      expect(desk.engine.state.interactions).toEqual([]);
      desk.clock.now += 60_000;
      await desk.ring('1', shared);
      expect(desk.live('1').identifier?.value).toBe(shared);
    });

    it('keeps an answered call after its end until the agent takes it away', async () => {
      await desk.ring('1', elodie, { state: 'active' });
      await desk.resolved('1', 'matched');
      await desk.ring('1', undefined, { state: 'finished', endReason: 'completed' });
      expect(desk.live('1')).toMatchObject({
        facts: { state: 'finished' },
        resolution: { status: 'matched' },
      });
      await desk.ring('1', elodie, { state: 'active' });
      expect(desk.live('1').facts.state).toBe('finished');
      await desk.engine.send({ type: 'interaction.dismiss', key: desk.live('1').key });
      expect(desk.engine.state.interactions).toEqual([]);
    });

    it('begins anew under an id that the host uses again, without drafts of the former life', async () => {
      await desk.ring('1', unknown, { state: 'active', startedAt: '2026-11-20T14:00:00Z' });
      await desk.engine.send({
        type: 'draft.save',
        crm: testCrm,
        key: desk.live('1').key,
        form: 'new-contact',
        values: { name: 'Mar' },
      });
      await desk.ring('1', unknown, { state: 'finished', startedAt: '2026-11-20T14:00:00Z' });
      await desk.ring('1', elodie, { startedAt: '2026-11-20T15:00:00Z' });
      expect((await desk.resolved('1', 'matched')).contact.id).toBe(ref('c1'));
      expect(desk.live('1').drafts).toEqual({});
    });
  });

  describe('survives', () => {
    it('a kill between every two steps of a pop', async () => {
      for (const step of ['workspace', `find ${elodie}`]) {
        for (const side of ['before', 'after'] as const) {
          const killed = engineForTests();
          killed.crm.add('c1', 'Élodie Marchand', phone(elodie));
          let reached = false;
          killed.crm[side] = (call) =>
            call === step && !reached ? new Promise(() => (reached = true)) : undefined;
          await killed.connect();
          await killed.ring('1', elodie);
          await killed.until(() => reached);
          await killed.restart();
          expect((await killed.resolved('1', 'matched')).contact.id, `${side} ${step}`).toBe(ref('c1'));
          expect(killed.engine.state.front).toBe(killed.live('1').key);
        }
      }
    });

    it('a kill in the middle of a write, with one effect', async () => {
      for (const side of ['before', 'after'] as const) {
        const killed = engineForTests();
        await killed.connect();
        await killed.ring('1', unknown);
        await killed.resolved('1', 'unmatched');
        const { key } = killed.live('1');
        const writeId = '3f0a2f8e-3a0a-4b0e-9a54-0f5b6a3d9c11';
        let reached = false;
        killed.crm[side] = (call) =>
          call === 'create' && !reached ? new Promise(() => (reached = true)) : undefined;
        void killed.engine.send({
          type: 'contact.create',
          crm: testCrm,
          key,
          writeId,
          contact: { name: 'Marta Oliveira', kind: 'person', identifiers: [phone(unknown)], fields: {} },
        });
        await killed.until(() => reached);
        await killed.restart();
        await killed.until(() => killed.live('1').writes[0]?.status === 'saved');
        expect(killed.crm.effects).toEqual(['create']);
        expect((await killed.resolved('1', 'matched')).contact.name).toBe('Marta Oliveira');
      }
    });

    it('a CRM that fails, with the saved copy at hand and marked, and comes back by itself', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      await desk.ring('1', elodie, { state: 'finished' });
      desk.clock.now += 10 * 60_000;
      desk.crm.before = () => {
        throw new CrmError({ code: 'unreachable' });
      };
      await desk.ring('2', elodie);
      const failed = await desk.resolved('2', 'failed');
      expect(failed).toMatchObject({
        error: { code: 'unreachable' },
        attempt: 1,
        stale: { contact: { id: ref('c1') } },
      });
      desk.crm.before = () => undefined;
      desk.clock.now = failed.retryAt ?? 0;
      await desk.engine.tick();
      expect((await desk.resolved('2', 'matched')).freshness.from).toBe('crm');
    });

    it('a host page that goes away for less than a minute', async () => {
      await desk.ring('1', elodie, { state: 'active' });
      await desk.engine.hostGone({ tabId: 1 });
      expect(desk.live('1').hostGoneUntil).toBe(desk.clock.now + 60_000);
      desk.clock.now += 30_000;
      await desk.ring('1', elodie, { state: 'active' });
      expect(desk.live('1').hostGoneUntil).toBeUndefined();
      await desk.engine.hostGone({ tabId: 1 });
      desk.clock.now += 61_000;
      await desk.engine.tick();
      expect(desk.live('1').facts).toMatchObject({ state: 'finished', endReason: 'host-gone' });
    });

    it('a sign-in to another CRM while no worker ran: nobody of the former one is shown', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      desk.end();
      const other = engineForTests({ stores: desk.stores });
      other.crm.add('x1', 'Somebody Else', phone(elodie));
      await other.connect('other');
      expect((await other.resolved('1', 'matched')).contact.id).toBe(ref('x1'));
      expect(JSON.stringify(other.seen.at(-1))).not.toContain('Marchand');
    });

    it('being signed out: nobody stays on screen or in the copies', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      desk.crm.before = () => {
        throw new CrmError({ code: 'signed-out' });
      };
      await desk.engine.send({ type: 'resolve.again', key: desk.live('1').key });
      await desk.until(({ connections }) => connections[0]?.status === 'signed-out');
      expect(JSON.stringify(desk.engine.state)).not.toContain('Marchand');
      expect(await desk.stores.cache.getContact(ref('c1'))).toBeUndefined();
    });
  });

  describe('writes', () => {
    const writeId = 'a3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';
    const undoId = 'b3bb189e-8bf9-4c7e-9d2c-1f1c5a3d8e77';

    it('assigns what belongs to another by moving it, and undoes it', async () => {
      await desk.ring('1', elodie);
      await desk.resolved('1', 'matched');
      const { key } = desk.live('1');
      await desk.engine.send({ type: 'contact.choose', key, contactId: ref('c4') });
      await desk.until(() => {
        const { resolution } = desk.live('1');
        return resolution.status === 'matched' && resolution.assignment?.status === 'offered';
      });
      await desk.engine.send({ type: 'identifier.assign', key, writeId, contactId: ref('c4'), mode: 'move' });
      expect(desk.live('1').resolution).toMatchObject({
        assignment: { status: 'done', mode: 'move', former: [{ name: 'Élodie Marchand' }] },
      });
      await desk.ring('2', elodie);
      expect((await desk.resolved('2', 'matched')).contact.id).toBe(ref('c4'));
      await desk.engine.send({ type: 'assignment.undo', key, writeId: undoId, assignmentId: ref(writeId) });
      await desk.ring('3', elodie);
      expect((await desk.resolved('3', 'matched')).contact.id).toBe(ref('c1'));
      expect(desk.crm.effects).toEqual(['assign', 'undo']);
    });

    it('sends identifiers in one spelling, and does not find a contact by a number it has lost', async () => {
      await desk.ring('1', unknown);
      await desk.resolved('1', 'unmatched');
      const { key } = desk.live('1');
      const typed = { kind: 'phone' as const, value: '(212) 555-0142', display: '(212) 555-0142' };
      const contact = {
        name: 'Marta',
        kind: 'person' as const,
        identifiers: [{ ...typed, value: '+1 (212) 555-0142' }],
        fields: {},
      };
      await desk.engine.send({ type: 'contact.create', crm: testCrm, key, writeId, contact });
      const { contact: made } = await desk.resolved('1', 'matched');
      expect(desk.crm.contacts.get(idOfRef(made.id))?.identifiers).toEqual([phone(unknown)]);
      const change = { identifiers: [phone('01 99 00 42 99')] };
      const { id: contactId, version } = made;
      await desk.engine.send({ type: 'contact.update', key, writeId: undoId, contactId, version, change });
      expect(desk.crm.contacts.get(idOfRef(made.id))?.identifiers).toEqual([phone('+33199004299')]);
      await desk.ring('2', unknown);
      await desk.resolved('2', 'unmatched');
    });

    it('has one effect for the same click twice, and keeps what failed with its draft', async () => {
      await desk.ring('1', unknown);
      await desk.resolved('1', 'unmatched');
      const { key } = desk.live('1');
      await desk.engine.send({
        type: 'draft.save',
        crm: testCrm,
        key,
        form: 'new-contact',
        values: { name: 'Marta' },
      });
      desk.crm.before = (call) => {
        if (call === 'create') throw new CrmError({ code: 'not-allowed' });
      };
      const create = {
        type: 'contact.create' as const,
        crm: testCrm,
        key,
        writeId,
        contact: { name: 'Marta', kind: 'person' as const, identifiers: [phone(unknown)], fields: {} },
      };
      expect(await desk.engine.send(create)).toEqual({ ok: false, error: { code: 'not-allowed' } });
      expect(desk.live('1')).toMatchObject({
        writes: [{ status: 'not-saved' }],
        drafts: { [ref('new-contact')]: { name: 'Marta' } },
      });
      desk.crm.before = () => undefined;
      await Promise.all([desk.engine.send(create), desk.engine.send(create)]);
      expect(desk.crm.effects).toEqual(['create']);
      expect(desk.live('1')).toMatchObject({
        writes: [{ status: 'saved' }],
        drafts: {},
        resolution: { status: 'matched' },
      });
    });
  });

  it('asks the CRM once for one number that rings twice', async () => {
    await Promise.all([desk.ring('1', elodie), desk.ring('2', elodie)]);
    await desk.resolved('1', 'matched');
    await desk.resolved('2', 'matched');
    expect(desk.crm.calls.filter((call) => call.startsWith('find'))).toHaveLength(1);
  });

  it('follows the focus of the host, but not past a pin', async () => {
    await desk.ring('1', elodie, { state: 'active' });
    await desk.ring('2', shared);
    expect(desk.engine.state.front).toBe(desk.live('1').key);
    const source = { origin: deskOrigin, adapter: 'host-protocol', tabId: 1, frameId: 0 };
    await desk.engine.host(source, { type: 'focus', interactionId: '2' });
    expect(desk.engine.state.front).toBe(desk.live('2').key);
    await desk.engine.send({ type: 'interaction.pin', key: desk.live('2').key, pinned: true });
    await desk.engine.host(source, { type: 'focus', interactionId: '1' });
    expect(desk.engine.state.front).toBe(desk.live('2').key);
  });
});
