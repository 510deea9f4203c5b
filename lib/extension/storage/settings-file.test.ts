import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { refusalWords } from '../../../components/words/options/file-words.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import { readSettingsFile, writeSettingsFile } from './settings-file.ts';

const crms = [{ id: 'example', settings: z.object({ baseUrl: z.string() }) }];
const settings: Settings = {
  ...defaultSettings,
  hosts: [
    {
      origin: 'https://desk.example.com',
      label: 'Desk',
      trustContactIdHeader: true,
      campaignHeader: 'X-Queue',
      frameOrigin: 'https://frame.example.com',
      popInternal: true,
    },
  ],
  crms: [
    {
      id: 'example',
      connector: 'example',
      label: '',
      settings: { baseUrl: 'https://crm.example.com' },
      staySignedIn: true,
    },
  ],
  view: {
    open: 'full',
    theme: 'dark',
    language: 'auto',
    discreet: false,
    remembered: { 'https://desk.example.com|docked': 'full' },
  },
};

const problemsOf = (file: unknown) => {
  const read = readSettingsFile(JSON.stringify(file), crms);
  return read.ok ? [] : read.problems.map(({ path }) => path);
};

describe('a settings file', () => {
  it('comes back as it was written', () => {
    expect(readSettingsFile(writeSettingsFile(settings), crms)).toEqual({ ok: true, settings });
  });

  it('never holds a credential, wherever one was put', () => {
    const leaking = {
      ...settings,
      credential: 'canary-1',
      crms: ['a', 'b'].map((id) => ({
        ...settings.crms[0],
        ...{ id, credential: 'canary-2', settings: { baseUrl: id, credential: 'canary-3' } },
      })),
    };
    const read = readSettingsFile(JSON.stringify(leaking), crms);
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read)).not.toContain('canary');
    const written = writeSettingsFile(leaking as Settings);
    expect(written).toContain('desk.example.com');
    expect(written).not.toContain('canary');
  });

  it.each([
    ['', 'not JSON'],
    ['{"version": 1', 'not JSON'],
    ['"x"', 'not a settings file'],
    ['null', 'not a settings file'],
    ['[]', 'not a settings file'],
    ['{}', 'not a settings file'],
    ['{"name":"a package","version":"1.0.0"}', 'not a settings file'],
    ['{"version": 9}', 'newer Ringside'],
    [`{"version": 1, "x": "${'x'.repeat(1_000_000)}"}`, 'too large'],
  ])('that is none is refused with its reason: %.40s', (text, reason) => {
    const read = readSettingsFile(text, crms);
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && refusalWords(read.reason, 'settings')).toContain(reason);
  });

  it('names every wrong part', () => {
    expect(
      problemsOf({
        ...settings,
        hosts: [{ origin: 'http://desk.example.com' }, { origin: 'https://*.example.com', label: 3 }],
        surface: 'hologram',
        cache: { freshMinutes: 99_999 },
      }),
    ).toEqual(['hosts.0.origin', 'hosts.1.origin', 'hosts.1.label', 'surface', 'cache.freshMinutes']);
  });

  it('says what may stand there', () => {
    const read = readSettingsFile('{"version": 1, "cache": {"missSeconds": -1}}', crms);
    expect(read).toMatchObject({
      problems: [{ path: 'cache.missSeconds', expected: ['number-between', 0, 3_600] }],
    });
  });

  it('that names a host twice is refused', () => {
    expect(problemsOf({ version: 1, hosts: [settings.hosts[0], settings.hosts[0]] })).toEqual([
      'hosts.1.origin',
    ]);
  });

  it('of version 1 is read, with its CRM in the list', () => {
    const crm = { id: 'example', settings: { baseUrl: 'https://crm.example.com' }, staySignedIn: true };
    const { version: _, crms: __, ...rest } = settings;
    const read = readSettingsFile(JSON.stringify({ ...rest, version: 1, crm }), crms);
    expect(read).toEqual({ ok: true, settings });
  });

  const entry = (id: string, more = {}) => ({ id, connector: 'example', settings: { baseUrl: id }, ...more });

  it('that names a CRM unknown here, or settings it cannot use, is refused', () => {
    const wrong = [entry('a', { connector: 'other' }), entry('b'), entry('c', { settings: { baseUrl: 3 } })];
    expect(problemsOf({ version: 2, crms: wrong })).toEqual(['crms.0.connector', 'crms.2.settings.baseUrl']);
  });

  it('that names a CRM twice, or gives two one id, is refused', () => {
    const same = { settings: { baseUrl: 'https://crm.example.com' } };
    expect(problemsOf({ version: 2, crms: [entry('a', same), entry('b'), entry('c', same)] })).toEqual([
      'crms.2',
    ]);
    expect(problemsOf({ version: 2, crms: [entry('a'), { ...entry('b'), id: 'a' }] })).toEqual(['crms.1.id']);
  });

  it('says what may stand in the list of CRMs', () => {
    const crms = [
      { id: 'No Slug', connector: 'example', label: 'x'.repeat(65), settings: {}, hosts: ['desk'] },
      entry('b', { hosts: [], arrangement: { sections: [{ id: 'a', label: 3, fields: [] }] } }),
    ];
    const read = readSettingsFile(JSON.stringify({ version: 2, crms }), [
      { id: 'example', settings: z.object({}) },
    ]);
    const said = read.ok ? [] : read.problems.map(({ path, expected }) => [path, expected]);
    expect(said).toEqual([
      ['crms.0.id', ['id-of-its-own', 64]],
      ['crms.0.label', ['at-most', 64, 'characters']],
      ['crms.0.hosts.0', ['origins']],
      ['crms.1.arrangement.sections.0.label', ['arrangement', 'docs/settings.md']],
      ['crms.1.hosts', ['origins']],
    ]);
  });
});
