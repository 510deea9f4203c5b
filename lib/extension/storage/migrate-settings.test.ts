import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../domain/settings.ts';
import { migrateSettings } from './migrate-settings.ts';

describe('stored settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(migrateSettings(undefined)).toEqual({ status: 'ok', settings: defaultSettings });
  });

  it('are filled up with the defaults where keys are missing', () => {
    const migrated = migrateSettings({ version: 1, hosts: [{ origin: 'https://desk.example.com' }] });
    expect(migrated).toMatchObject({
      status: 'ok',
      settings: {
        hosts: [
          { origin: 'https://desk.example.com', trustContactIdHeader: false, campaignHeader: 'X-Campaign' },
        ],
        surface: 'card',
        cache: { freshMinutes: 5 },
      },
    });
  });

  it('of an older version are carried over step by step', () => {
    const steps = {
      [-1]: ({ desks, ...rest }: Record<string, unknown>) => ({ ...rest, sites: desks }),
      0: ({ sites, ...rest }: Record<string, unknown>) => ({ ...rest, hosts: sites }),
      1: (settings: Record<string, unknown>) => settings,
    };
    const old = { version: -1, desks: [{ origin: 'https://desk.example.com' }], notifyPerson: true };
    expect(migrateSettings(old, steps)).toMatchObject({
      status: 'ok',
      settings: { version: 2, notifyPerson: true, hosts: [{ origin: 'https://desk.example.com' }] },
    });
  });

  it('of version 1 have their one CRM in the list, under the name of its connector', () => {
    const arrangement = { sections: [{ id: 'a', label: 'A', fields: ['phone'] }], fields: {}, hidden: [] };
    const crm = {
      id: 'odoo',
      settings: { baseUrl: 'https://crm.example.com' },
      staySignedIn: true,
      arrangement,
    };
    const migrated = migrateSettings({ version: 1, hosts: [{ origin: 'https://desk.example.com' }], crm });
    expect(migrated).toMatchObject({
      status: 'ok',
      settings: { version: 2, hosts: [{ origin: 'https://desk.example.com' }] },
    });
    expect(migrated.status === 'ok' && migrated.settings.crms).toEqual([
      { ...crm, connector: 'odoo', label: '' },
    ]);
    expect(migrated.status === 'ok' && 'crm' in migrated.settings).toBe(false);
  });

  it.each([[null], [undefined]])('of version 1 without a CRM have an empty list: %s', (crm) => {
    expect(migrateSettings({ version: 1, crm, surface: 'badge' })).toMatchObject({
      status: 'ok',
      settings: { version: 2, surface: 'badge', crms: [] },
    });
  });

  it('of version 1 with a CRM that is none are damaged, and say where', () => {
    for (const crm of [3, 'odoo', { id: 'odoo' }, { id: 4, settings: {} }])
      expect(migrateSettings({ version: 1, crm })).toMatchObject({
        status: 'damaged',
        paths: expect.arrayContaining([expect.stringMatching(/^crms\.0\./)]) as string[],
      });
  });

  it('with a connector whose name can be no id are read all the same', () => {
    expect(migrateSettings({ version: 1, crm: { id: 'Not There', settings: {} } })).toMatchObject({
      settings: { crms: [{ id: 'crm', connector: 'Not There' }] },
    });
  });

  it('with two CRMs of one id are damaged', () => {
    const crm = { id: 'a', connector: 'odoo', settings: {} };
    expect(migrateSettings({ version: 2, crms: [crm, { ...crm, connector: 'twenty' }] })).toEqual({
      status: 'damaged',
      paths: ['crms.1.id'],
    });
    expect(migrateSettings({ version: 2, crms: [crm, { ...crm, id: 'b' }] }).status).toBe('ok');
  });

  it('with a CRM for no host at all are damaged: it is for all without the list', () => {
    const crm = { id: 'a', connector: 'odoo', settings: {} };
    expect(migrateSettings({ version: 2, crms: [{ ...crm, hosts: [] }] })).toMatchObject({
      paths: ['crms.0.hosts'],
    });
    const hosts = ['https://desk.example.com'];
    expect(migrateSettings({ version: 2, crms: [{ ...crm, hosts }] })).toMatchObject({
      settings: { crms: [{ hosts }] },
    });
  });

  it('of an older version that no step knows are damaged, not guessed', () => {
    expect(migrateSettings({ version: 0 })).toEqual({ status: 'damaged', paths: ['version'] });
  });

  it('with one frame address for a host stay as they are, beside those with several', () => {
    const hosts = [
      { origin: 'https://a.example', frameOrigin: 'https://b.example' },
      { origin: 'https://c.example', frameOrigin: ['https://b.example', 'https://d.example'] },
    ];
    expect(migrateSettings({ version: 1, hosts })).toMatchObject({ status: 'ok', settings: { hosts } });
    const none = { version: 2, hosts: [{ origin: 'https://a.example', frameOrigin: [] }] };
    expect(migrateSettings(none)).toMatchObject({ status: 'damaged' });
  });

  it('of a newer version are understood as far as possible', () => {
    const newer = {
      version: 7,
      surface: 'badge',
      somethingNew: true,
      hosts: [{ origin: 'https://a.example' }],
    };
    expect(migrateSettings(newer)).toMatchObject({
      status: 'newer',
      version: 7,
      settings: { surface: 'badge', hosts: [{ origin: 'https://a.example' }] },
    });
  });

  it('of a newer version that cannot be understood fall back to the defaults', () => {
    expect(migrateSettings({ version: 7, surface: 'hologram' })).toEqual({
      status: 'newer',
      version: 7,
      settings: defaultSettings,
    });
  });

  it('that are wrong name every wrong path once', () => {
    const wrong = { version: 2, hosts: [{ origin: 'ftp://x' }, { origin: 3 }], surface: 'hologram' };
    expect(migrateSettings(wrong)).toEqual({
      status: 'damaged',
      paths: ['hosts.0.origin', 'hosts.1.origin', 'surface'],
    });
  });

  it.each(['text', 3, true, [], { hosts: [] }, { version: '1' }, { version: Number.NaN }])(
    'are damaged, without an exception: %j',
    (stored) => {
      expect(migrateSettings(stored).status).toBe('damaged');
    },
  );
});
