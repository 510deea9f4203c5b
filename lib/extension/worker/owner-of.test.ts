import { expect, it } from 'vitest';
import { ownerOf } from './owner-of.ts';

const crm = { id: 'odoo', settings: { baseUrl: 'https://a.example/', database: 'one' }, credential: 'key' };
const ana = { agent: { id: '1', name: 'Ana' } };

it('is the same for a renewed credential, another name, and another way to read the same CRM', () => {
  const owner = ownerOf(crm, ana);
  expect(ownerOf({ ...crm, credential: 'renewed' }, ana)).toBe(owner);
  expect(ownerOf(crm, { agent: { id: '1', name: 'Ana Duarte' } })).toBe(owner);
  const settings = { database: 'one', baseUrl: 'https://a.example/', region: 'FR', otherFields: 'x' };
  expect(ownerOf({ ...crm, settings }, ana)).toBe(owner);
});

it('is another for another person, another CRM, and another database of it', () => {
  const owner = ownerOf(crm, ana);
  expect(ownerOf(crm, { agent: { id: '2', name: 'Ana' } })).not.toBe(owner);
  expect(ownerOf({ ...crm, id: 'tryton' }, ana)).not.toBe(owner);
  const elsewhere = { ...crm.settings, baseUrl: 'https://b.example/' };
  expect(ownerOf({ ...crm, settings: elsewhere }, ana)).not.toBe(owner);
  expect(ownerOf({ ...crm, settings: { ...crm.settings, database: 'two' } }, ana)).not.toBe(owner);
});

it('goes by the credential where that names nobody in person', () => {
  const shared = { ...ana, shared: true as const };
  expect(ownerOf({ ...crm, credential: 'other' }, shared)).not.toBe(ownerOf(crm, shared));
  expect(ownerOf(crm, shared)).toBe(ownerOf(crm, shared));
});
