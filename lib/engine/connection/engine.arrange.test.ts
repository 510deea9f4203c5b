import { expect, it } from 'vitest';
import type { Arrangement } from '../../domain/fields/arrangement.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import { engineForTests } from '../engine-for-tests.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';

const elodie = '+33199004217';
const arranged = (arrangement?: Arrangement): Settings => ({
  ...defaultSettings,
  crms: [
    {
      ...{ id: 'x', connector: 'x', label: '', settings: {}, staySignedIn: false },
      ...(arrangement && { arrangement }),
    },
  ],
});
const mine = (label: string): Arrangement => ({
  sections: [{ id: 'mine', label, fields: ['title', 'city'] }],
  fields: {},
  hidden: [],
});

/** A CRM with two fields, which it shows in the order of the alphabet. */
function crmWithFields(): MemoryCrm {
  const crm = new MemoryCrm();
  const plain = crm.workspace.bind(crm);
  crm.workspace = async () => ({
    ...(await plain()),
    fields: [
      { key: 'city', label: 'City', type: 'text' },
      { key: 'title', label: 'Title', type: 'text' },
    ],
    sections: [{ id: 'details', label: 'Details', fields: ['city', 'title'] }],
  });
  crm.add('c1', 'Élodie Marchand', { kind: 'phone', value: elodie });
  return crm;
}

it('takes up an arrangement in what is open, with what is being typed, without asking the CRM', async () => {
  const desk = engineForTests({ crm: crmWithFields(), settings: arranged() });
  await desk.connect();
  await desk.ring('1', elodie);
  await desk.resolved('1', 'matched');
  expect(desk.engine.state.workspace?.sections).toEqual([
    { id: 'details', label: 'Details', fields: ['city', 'title'] },
  ]);
  const { key } = desk.live('1');
  await desk.engine.send({ type: 'draft.save', key, form: 'note', values: { text: 'half a no' } });
  const asked = desk.crm.calls.length;

  await desk.engine.configure(arranged(mine('Mine')));
  const { workspace } = desk.engine.state;
  expect(workspace?.sections).toEqual([{ id: 'mine', label: 'Mine', fields: ['title', 'city'] }]);
  expect(desk.live('1').drafts.note).toEqual({ text: 'half a no' });
  expect(desk.live('1').resolution.status).toBe('matched');
  expect(desk.crm.calls).toHaveLength(asked);

  await desk.engine.configure(arranged());
  expect(desk.engine.state.workspace?.sections[0]?.id).toBe('details');
});

it('arranges what the CRM said, not what was arranged before, also in a new worker', async () => {
  const desk = engineForTests({ crm: crmWithFields(), settings: arranged(mine('First')) });
  await desk.connect();
  await desk.until(({ workspace }) => workspace?.sections[0]?.label === 'First');
  await desk.restart();
  await desk.engine.configure(arranged(mine('Second')));
  await desk.until(({ workspace }) => workspace?.sections[0]?.label === 'Second');
  await desk.engine.configure(arranged());
  await desk.until(({ workspace }) => workspace?.sections[0]?.id === 'details');
});
