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
    };
    const old = { version: -1, desks: [{ origin: 'https://desk.example.com' }], notifyPerson: true };
    expect(migrateSettings(old, steps)).toMatchObject({
      status: 'ok',
      settings: { version: 1, notifyPerson: true, hosts: [{ origin: 'https://desk.example.com' }] },
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
    const none = { version: 1, hosts: [{ origin: 'https://a.example', frameOrigin: [] }] };
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
    const wrong = { version: 1, hosts: [{ origin: 'ftp://x' }, { origin: 3 }], surface: 'hologram' };
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
