import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../scripts/process/until.ts';
import { type CallDesk, startCallDesk } from './harness/call-desk.ts';
import { type Radicale, startRadicale } from './harness/servers/radicale.ts';

/** As people and their telephones type them; each card has the number of its place. */
const typed = [
  'TEL:+442079460401',
  'TEL;TYPE=WORK:020 7946 0402',
  'TEL;TYPE=CELL:+44 20 7946 0403',
  'item1.TEL;type=pref:(020) 7946-0404',
  'TEL;VALUE=uri:tel:+44-20-7946-0405',
];
const numberOf = (place: number) => `+44207946040${place}`;
const card = (place: number) => [`FN:Card ${place}`, `N:${place};Card;;;`, typed[place - 1]!];

let radicale: Radicale;
let desk: CallDesk;

before(async () => {
  [radicale, desk] = await Promise.all([startRadicale(), startCallDesk()]);
  for (const place of [1, 2, 3, 4, 5]) await radicale.put(`${place}.vcf`, card(place));
  await desk.connectCrm('CardDAV', {
    'Address of the book': radicale.url,
    'User name': radicale.user,
    Password: radicale.password,
    'Country of national numbers': 'United Kingdom',
  });
});

after(async () => {
  await desk?.stop();
  await radicale?.stop();
});

const numbersIn = async (name: string) =>
  Array.from((await radicale.card(name)).matchAll(/^(?:\w+\.)?TEL.*$/gm), ([line]) => line.trim());
const cardSays = (name: string, expected: string[]) =>
  until(`the card ${name} to say ${expected.join(', ')}`, async () => {
    const now = await numbersIn(name);
    return now.join() === expected.join() || Promise.reject(new Error(now.join(', ')));
  });

for (const [index, line] of typed.entries()) {
  test(`a caller whose card says ${line} is found`, async () => {
    await desk.rings(numberOf(index + 1));
    await desk.view.heads(`Card ${index + 1}`);
    await desk.hangsUp();
  });
}

test('a card as a telephone exported it is found by each of its numbers, and an edit loses nothing of it', async () => {
  const { view } = desk;
  await radicale.put('6.vcf', [
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=5A=6F=C3=AB;;;',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=C3=AB=20=4D=C3=BC=6C=6C=65=72',
    'TEL;TYPE=HOME:+44 20 7946 0406 ::: 020 7946 0407',
    'IMPP;TYPE=TELEGRAM:zoe',
  ]);
  for (const place of [6, 7]) {
    await desk.rings(numberOf(place));
    await view.heads('Zoë Müller');
    if (place === 6) await desk.hangsUp();
  }
  await view.button('Full view').click();
  await view.edit('job title');
  const typing = view.contact.getByLabel('Job title');
  await typing.fill('Käuferin');
  await typing.press('Enter');
  await until('the title to be in the card', async () => {
    const card = await radicale.card('6.vcf');
    return /^TITLE:Käuferin\r?$/m.test(card) ? card : Promise.reject(new Error(card));
  }).then((card) => {
    assert.match(card, /^FN(?:;CHARSET=UTF-8)?:Zoë Müller\r?$/m);
    assert.match(card, /^IMPP;TYPE=TELEGRAM:zoe\r?$/m);
  });
  await cardSays('6.vcf', ['TEL;TYPE=HOME:+44 20 7946 0406 ::: 020 7946 0407']);
  await view.button('Reduced view').click();
  await desk.hangsUp();
});

test('another is chosen by hand, both cards have the number, and Undo takes it from the second again', async () => {
  const { view } = desk;
  await desk.rings(numberOf(2));
  await view.heads('Card 2');
  await view.button('Not this person').click();
  await view.choose('Card 1', 'Card 1');
  await view.heads('Card 1');
  await view.assign.getByRole('button', { name: 'Keep on both' }).click();
  await view.button('Undo').waitFor();
  await cardSays('1.vcf', ['TEL:+442079460401', `TEL;TYPE=VOICE:${numberOf(2)}`]);
  await cardSays('2.vcf', ['TEL;TYPE=WORK:020 7946 0402']);
  await view.button('Undo').click();
  await cardSays('1.vcf', ['TEL:+442079460401']);
  await desk.hangsUp();
});

test('moved, the number is on the other card only; Undo puts it back', async () => {
  const { view } = desk;
  await desk.rings(numberOf(4));
  await view.heads('Card 4');
  await view.button('Not this person').click();
  await view.choose('Card 3', 'Card 3');
  await view.heads('Card 3');
  await view.assign.getByRole('button', { name: 'Move it' }).click();
  await view.button('Undo').waitFor();
  await cardSays('4.vcf', []);
  await cardSays('3.vcf', ['TEL;TYPE=CELL:+44 20 7946 0403', `TEL;TYPE=VOICE:${numberOf(4)}`]);
  await view.button('Undo').click();
  await cardSays('3.vcf', ['TEL;TYPE=CELL:+44 20 7946 0403']);
  await cardSays('4.vcf', ['item1.TEL;TYPE=pref:(020) 7946-0404']);
  await desk.hangsUp();
});

test('an unknown caller becomes a card, once, and is known at the next ring', async () => {
  const { view } = desk;
  const before = await radicale.names();
  await desk.rings('+442079460499', 'Nadia Nouvelle');
  await view.newContact.waitFor();
  await view.newContact.getByRole('button', { name: 'Create contact' }).click();
  await view.heads('Nadia Nouvelle');
  const made = (await radicale.names()).filter((name) => !before.includes(name));
  assert.equal(made.length, 1);
  assert.match(await radicale.card(made[0]!), /^FN:Nadia Nouvelle\r?$/m);
  await cardSays(made[0]!, ['TEL;TYPE=VOICE:+442079460499']);
  await desk.hangsUp();
  await desk.rings('+442079460499');
  await view.heads('Nadia Nouvelle');
  await desk.hangsUp();
});

test('a change of what somebody else changed meanwhile is not written over it, until the agent says so', async () => {
  const { view } = desk;
  await radicale.put('5.vcf', [...card(5), 'TITLE:Buyer']);
  await desk.rings(numberOf(5));
  await view.heads('Card 5');
  await view.button('Full view').click();
  await view.edit('job title');
  const typing = view.contact.getByLabel('Job title');
  await typing.fill('Head of buying');
  await radicale.put('5.vcf', [...card(5), 'TITLE:Seller']);
  await typing.press('Enter');
  await view.says(/Somebody else changed this/);
  assert.match(await radicale.card('5.vcf'), /^TITLE:Seller\r?$/m);
  await view.button('Save mine').click();
  await until('the agent’s word to be in the card', async () =>
    /^TITLE:Head of buying\r?$/m.test(await radicale.card('5.vcf')),
  );
  await desk.hangsUp();
});
