import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { onBothDatabases, person, phone } from './both-databases-for-tests.ts';

const okafor = '+442079460123';

onBothDatabases((desk) => {
  describe('an identifier', () => {
    it('belongs to one contact unless it is shared on both', async () => {
      const number = desk.freshNumber();
      const owner = await desk.create('Only Owner', number);
      const taken = await desk.client.post('/api/contacts', person('Wants It', [phone(number)]));
      expect(taken.status).toBe(409);
      expect(taken.body).toMatchObject({ code: 'conflict', owners: [owner.id] });
      const half = await desk.client.post('/api/contacts', person('Wants It', [phone(number, true)]));
      expect(half.status).toBe(409);
      const other = await desk.create('Another');
      const edited = await desk.client.patch(
        `/api/contacts/${other.id}`,
        { identifiers: [phone(number)] },
        { 'If-Match': other.version },
      );
      expect(edited.body.owners).toEqual([owner.id]);
      const both = await desk.client.post('/api/contacts', person('Third Okafor', [phone(okafor, true)]));
      expect(both.status).toBe(201);
      expect(await desk.owners(okafor)).toHaveLength(3);
    });

    it('is one subscriber in every spelling of the plan, and stays spelled as it was given', async () => {
      const short = '+553188880177';
      const long = '+5531988880177';
      const owner = await desk.create('Bia Souza', short);
      expect(await desk.owners(long)).toEqual([owner.id]);
      const taken = await desk.client.post('/api/contacts', person('Wants It', [phone(long)]));
      expect(taken.body).toMatchObject({ code: 'conflict', owners: [owner.id] });
      const other = await desk.create('Somebody Else');
      const moved = await desk.assign(other.id, long, 'move');
      expect(moved.body.contact.identifiers).toEqual([phone(long)]);
      expect(await desk.owners(short)).toEqual([other.id]);
      const undone = await desk.client.post(`/api/assignments/${moved.body.assignmentId}/undo`);
      expect(undone.status).toBe(200);
      const { contacts } = (await desk.client.post('/api/contacts/lookup', { identifier: phone(long) })).body;
      expect(contacts).toMatchObject([{ name: 'Bia Souza', identifiers: [phone(short)] }]);
    });

    it('is looked for in every reading at once', async () => {
      const value = '+492214710123';
      const reading = '+49492214710123';
      await desk.create('Read Abroad', value);
      const lookup = async (identifier: object) =>
        (await desk.client.post('/api/contacts/lookup', { identifier })).body.contacts.map(
          ({ name }: { name: string }) => name,
        );
      expect(await lookup({ kind: 'phone', value: reading })).toEqual([]);
      expect(await lookup({ kind: 'phone', value: reading, readings: [value] })).toEqual(['Read Abroad']);
      await desk.create('Read At Home', reading);
      expect(await lookup({ kind: 'phone', value, readings: [reading] })).toEqual([
        'Read Abroad',
        'Read At Home',
      ]);
    });

    it('is none where it stands for nobody, however it comes in', async () => {
      const owner = await desk.create('Somebody', desk.freshNumber());
      const problem = { code: 'invalid', fields: { phone: 'stands-for-nobody' } };
      for (const value of ['+1 737 874 2833', 'unknown', '0000000000', 'Número oculto', '+266696687']) {
        const created = await desk.client.post('/api/contacts', person('Nobody', [phone(value)]));
        expect([created.status, created.body]).toMatchObject([422, problem]);
        const change = { identifiers: [...owner.identifiers, phone(value)] };
        const edited = await desk.client.patch(`/api/contacts/${owner.id}`, change, {
          'If-Match': owner.version,
        });
        expect([edited.status, edited.body]).toMatchObject([422, problem]);
        const given = await desk.assign(owner.id, value, 'add');
        expect([given.status, given.body]).toMatchObject([422, problem]);
        const identifier = { kind: 'phone', value };
        expect((await desk.client.post('/api/contacts/lookup', { identifier })).body.contacts).toEqual([]);
      }
    });

    it('that was kept from before stops no change of anything else', async () => {
      const owner = await desk.create('Old Record', desk.freshNumber());
      const [own] = owner.identifiers;
      await desk.server.db.execute(
        sql`update identifiers set value = '+17378742833' where contact_id = ${owner.id}`,
      );
      const kept = { kind: 'phone', value: '+17378742833' };
      const change = { identifiers: [kept, phone(desk.freshNumber())] };
      const edited = await desk.client.patch(`/api/contacts/${owner.id}`, change, {
        'If-Match': owner.version,
      });
      expect([edited.status, own?.kind]).toEqual([200, 'phone']);
    });

    it('is read in the country of its contact, and tells how that is known', async () => {
      const roma = (identifiers: object[], fields: Record<string, unknown>) =>
        person('Giulia Roma', identifiers, fields);
      const national = phone('06 44 55 66 77');
      const her = (await desk.client.post('/api/contacts', roma([national], { country: 'FR' }))).body;
      expect(her.identifiers).toEqual([{ ...phone('+33644556677'), country: 'record' }]);
      expect(await desk.owners('+33644556677')).toEqual([her.id]);
      // A stranger with these digits in the workspace's own country.
      expect(await desk.owners('+44644556677')).toEqual([]);
      const [typed, whole] = ['07700 900 471', '+44 7700 900472'];
      const given = [{ ...phone(typed), country: 'record' }, phone(whole)];
      const other = (await desk.client.post('/api/contacts', roma(given, {}))).body;
      const held = [{ ...phone('+447700900471'), country: 'assumed' }, phone('+447700900472')];
      expect(other.identifiers).toEqual(held);
      const more = phone('+447700900473');
      const edited = await desk.client.patch(
        `/api/contacts/${other.id}`,
        { identifiers: [phone('+447700900471'), phone('+447700900472'), more] },
        { 'If-Match': other.version },
      );
      expect(edited.body.identifiers).toEqual([...held, more]);
      // What was moved away and given back is known as it was before.
      const moved = await desk.assign(her.id, '+447700900471', 'move');
      expect(moved.body.contact.identifiers).toContainEqual(phone('+447700900471'));
      await desk.client.post(`/api/assignments/${moved.body.assignmentId}/undo`);
      const again = (await desk.client.get(`/api/contacts/${other.id}`)).body;
      expect(again.identifiers).toEqual([...held, more]);
    });

    it('goes to one of two agents who claim it at once', async () => {
      const number = desk.freshNumber();
      const claims = await Promise.all(
        ['A', 'B', 'C', 'D'].map((letter) =>
          desk.client.post('/api/contacts', person(`Claim ${letter}`, [phone(number)])),
        ),
      );
      expect(claims.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect(await desk.owners(number)).toHaveLength(1);
    });

    it('is added where nobody has it, and refused with the owners where somebody does', async () => {
      const number = desk.freshNumber();
      const [a, b] = [await desk.create('Add A'), await desk.create('Add B')];
      const added = await desk.assign(a.id, number, 'add');
      expect(added.status).toBe(200);
      expect(added.body).toMatchObject({ contact: { id: a.id, identifiers: [phone(number)] }, former: [] });
      expect(added.body.contact.version).not.toBe(a.version);
      const refused = await desk.assign(b.id, number, 'add');
      expect([refused.status, refused.body.owners]).toEqual([409, [a.id]]);
    });

    it('is moved away from its owners, and undo gives it back', async () => {
      const number = desk.freshNumber();
      const [a, b] = [
        await desk.create('Move A', desk.freshNumber(), number),
        await desk.create('Move B', desk.freshNumber()),
      ];
      const moved = await desk.assign(b.id, number, 'move');
      expect(moved.body.former.map(({ id }: { id: string }) => id)).toEqual([a.id]);
      expect(moved.body.former[0].identifiers).toHaveLength(1);
      expect(await desk.owners(number)).toEqual([b.id]);
      const undone = await desk.undo(moved.body.assignmentId);
      expect(undone.body.contacts.map(({ id }: { id: string }) => id)).toEqual([b.id, a.id]);
      expect((await desk.contact(a.id)).identifiers).toEqual(a.identifiers);
      expect((await desk.contact(b.id)).identifiers).toEqual(b.identifiers);
      const again = await desk.undo(moved.body.assignmentId);
      expect(again.status).toBe(409);
    });

    it('is kept on both as shared, and undo restores the former flag', async () => {
      const number = desk.freshNumber();
      const [a, b] = [await desk.create('Keep A', number), await desk.create('Keep B')];
      const kept = await desk.assign(b.id, number, 'keep');
      expect(await desk.owners(number)).toEqual([a.id, b.id].sort());
      expect(kept.body.contact.identifiers).toEqual([phone(number, true)]);
      expect((await desk.contact(a.id)).identifiers).toEqual([phone(number, true)]);
      await desk.undo(kept.body.assignmentId);
      expect((await desk.contact(a.id)).identifiers).toEqual([phone(number)]);
      expect((await desk.contact(b.id)).identifiers).toEqual([]);
    });

    it('keeps what was shared shared when a move of it is undone', async () => {
      const number = desk.freshNumber();
      const ids: string[] = [];
      for (const name of ['Shared A', 'Shared B', 'Taker']) ids.push((await desk.create(name)).id);
      await desk.assign(ids[0]!, number, 'add');
      await desk.assign(ids[1]!, number, 'keep');
      const moved = await desk.assign(ids[2]!, number, 'move');
      expect(await desk.owners(number)).toEqual([ids[2]]);
      await desk.undo(moved.body.assignmentId);
      expect(await desk.owners(number)).toEqual(ids.slice(0, 2).sort());
      for (const id of ids.slice(0, 2))
        expect((await desk.contact(id)).identifiers).toEqual([phone(number, true)]);
    });

    it('cannot be given back after it has changed hands again', async () => {
      const number = desk.freshNumber();
      const [a, b, c] = [
        await desk.create('Hand A', number),
        await desk.create('Hand B'),
        await desk.create('Hand C'),
      ];
      const first = await desk.assign(b.id, number, 'move');
      await desk.assign(c.id, number, 'move');
      const undone = await desk.undo(first.body.assignmentId);
      expect([undone.status, undone.body.owners]).toEqual([409, [c.id]]);
      expect((await desk.contact(a.id)).identifiers).toEqual([]);
      expect((await desk.client.post('/api/assignments/none/undo')).status).toBe(404);
    });

    it('is recorded with who moved it, when, and from whom', async () => {
      const number = desk.freshNumber();
      const [a, b] = [await desk.create('Log A', number), await desk.create('Log B')];
      const moved = await desk.assign(b.id, number, 'move');
      const result = await desk.server.db.execute(
        sql`select agent_id, mode, before::text as before, at <= now() as past from assignments where id = ${moved.body.assignmentId}`,
      );
      // Both drivers answer with rows; the shared type does not say so.
      const [row] = (result as unknown as { rows: Record<string, unknown>[] }).rows;
      expect(row).toMatchObject({ agent_id: 'service', mode: 'move', past: true });
      expect(row?.before).toContain(a.id);
    });
  });
});
