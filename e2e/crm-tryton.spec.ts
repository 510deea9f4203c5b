import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { type CallDesk, startCallDesk } from './harness/call-desk.ts';
import { startTryton, type Tryton } from './harness/servers/tryton.ts';

/** As people type them; each party has the number of its place. */
const typed = ['+442079460301', '020 7946 0302', '+44 20 7946 0303', '(020) 7946-0304', '0044 20.7946.0305'];
const numberOf = (place: number) => `+44207946030${place}`;

let tryton: Tryton;
let desk: CallDesk;

before(async () => {
  [tryton, desk] = await Promise.all([startTryton(), startCallDesk()]);
  for (const [index, number] of typed.entries()) await tryton.party(`Party ${index + 1}`, [number]);
  await desk.connectCrm('Tryton', {
    Address: tryton.url,
    Database: tryton.database,
    'User name': tryton.user,
    Password: tryton.password,
    'Country of national numbers': 'United Kingdom',
  });
});

after(async () => {
  await desk?.stop();
  await tryton?.stop();
});

const reached = async (name: string) => (await tryton.parties(name)).flatMap(({ reached }) => reached);
const trytonSays = (name: string, expected: string[]) =>
  until(`Tryton to say of ${name}: ${expected.join(', ')}`, async () => {
    const now = await reached(name);
    return now.join() === expected.join() || Promise.reject(new Error(now.join(', ')));
  });

for (const [index, number] of typed.entries()) {
  test(`a caller whose number stands as ${number} in Tryton is found`, async () => {
    await desk.rings(numberOf(index + 1));
    await desk.view.heads(`Party ${index + 1}`);
    await desk.hangsUp();
  });
}

test('another is chosen by hand, both keep the number in Tryton, and Undo takes it from the second again', async () => {
  const { view } = desk;
  await desk.rings(numberOf(2));
  await view.heads('Party 2');
  await view.button('Not this person').click();
  await view.choose('Party 1', 'Party 1');
  await view.heads('Party 1');
  await view.assign.getByRole('button', { name: 'Keep on both' }).click();
  await view.button('Undo').waitFor();
  await trytonSays('Party 1', [`phone ${numberOf(1)}`, `phone ${numberOf(2)}`]);
  await trytonSays('Party 2', ['phone 020 7946 0302']);
  await view.button('Undo').click();
  await trytonSays('Party 1', [`phone ${numberOf(1)}`]);
  await trytonSays('Party 2', ['phone 020 7946 0302']);
  await desk.hangsUp();
});

test('moved, the number leaves its owner in Tryton; Undo puts it back as it was typed', async () => {
  const { view } = desk;
  await desk.rings(numberOf(4));
  await view.heads('Party 4');
  await view.button('Not this person').click();
  await view.choose('Party 3', 'Party 3');
  await view.heads('Party 3');
  await view.assign.getByRole('button', { name: 'Move it' }).click();
  await view.button('Undo').waitFor();
  await trytonSays('Party 4', []);
  await trytonSays('Party 3', ['phone +44 20 7946 0303', `phone ${numberOf(4)}`]);
  await view.button('Undo').click();
  await trytonSays('Party 4', ['phone (020) 7946-0304']);
  await trytonSays('Party 3', ['phone +44 20 7946 0303']);
  await desk.hangsUp();
});

test('an unknown caller becomes a party in Tryton, and is known at the next ring', async () => {
  const { view } = desk;
  await desk.rings('+442079460399', 'Nadia Nouvelle');
  await view.newContact.waitFor();
  assert.equal(await view.field('Name').inputValue(), 'Nadia Nouvelle');
  await view.newContact.getByRole('button', { name: 'Create contact' }).click();
  await view.heads('Nadia Nouvelle');
  await trytonSays('Nadia Nouvelle', ['phone +442079460399']);
  await desk.hangsUp();
  await desk.rings('+442079460399');
  await view.heads('Nadia Nouvelle');
  await desk.hangsUp();
});
