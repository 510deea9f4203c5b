import { describe, expect, it } from 'vitest';
import { crmErrorCodes } from '../../lib/domain/crm/crm-error.ts';
import { fieldProblemCodes } from '../../lib/domain/fields/field-problem-codes.ts';
import type { HostInteraction } from '../../lib/domain/host/host-event.ts';
import { live } from '../fixtures/live.ts';
import { fixtureNow, person } from '../fixtures/people.ts';
import { findMarks } from '../view/search/find-marks.ts';
import { contactName, initials, place } from './contact-words.ts';
import { errorWords, problemWords } from './error-words.ts';
import { fieldText } from './field-text.ts';
import { ago, timer } from './format-time.ts';
import { identifierLink } from './identifier-words.ts';
import { kindWords, stateWords } from './interaction-words.ts';
import { groupPhone } from './phone-groups.ts';
import { sharedWords } from './shared-words.ts';
import { viewWords } from './view-words.ts';
import { namedWorkspace } from './workspace-words.ts';

const text = (
  type: Parameters<typeof fieldText>[0]['type'],
  value: Parameters<typeof fieldText>[1],
  more = {},
) => fieldText({ key: 'k', label: 'K', type, ...more }, value, fixtureNow);

describe('words', () => {
  it('names what nobody named, the same each time, and nothing that has a name', () => {
    const field = (key: string, label: string, more = {}) => ({ key, label, type: 'text' as const, ...more });
    const workspace = {
      ...{ name: 'CRM', region: 'GB', campaigns: [] },
      fields: [
        field('jobTitle', ''),
        field('city', 'Ville'),
        field('id-phone', '', { identifier: 'phone' }),
        field('constructor', ''),
      ],
      sections: ['details', 'more-2', 'toString'].map((id) => ({ id, label: '', fields: [] })),
    };
    const named = namedWorkspace(workspace);
    expect(named.fields.map(({ label }) => label)).toEqual(['Job title', 'Ville', 'Phone', 'constructor']);
    expect(named.sections.map(({ label }) => label)).toEqual(['Details', 'More', 'toString']);
    expect(namedWorkspace(workspace)).toBe(named);
  });

  it('has its own words for every way a CRM can fail, without a full stop at the end of the first', () => {
    const words = crmErrorCodes.map((code) => errorWords({ code }, 'Odoo'));
    expect(new Set(words.map(({ what }) => what)).size).toBe(crmErrorCodes.length);
    for (const { what, next } of words) {
      expect(what).toMatch(/[^.]$/);
      expect(next).toMatch(/\.$/);
    }
  });

  it('calls a contact whose name cannot be seen by their number, and else says that there is no name', () => {
    const number = { kind: 'phone' as const, value: '+33199004217', display: '+33 1 99 00 42 17' };
    const named = (name: string, identifiers = [number]) => contactName(person('c1', name, { identifiers }));
    expect(named('\u3164\u2800')).toBe('+33 1 99 00 42 17');
    expect(named('\u200b', [])).toBe('No name');
    expect(named(' Ana ')).toBe('Ana');
  });

  it('claims no length of what it was not there to see begin', () => {
    const answeredAt = fixtureNow - 61_000;
    const words = (facts: Partial<HostInteraction>, heldAt = answeredAt) =>
      stateWords(live('1', { answeredAt, heldAt, facts: { joinedLate: true, ...facts } }), fixtureNow);
    expect(words({ state: 'active' })).toEqual({
      spoken: 'Active',
      word: 'Joined late',
      why: 'Ringside was not there when it began',
    });
    expect(words({ answeredAt: '2026-01-01T00:00:00Z' })).toEqual({ spoken: 'Active', time: '01:01' });
    expect(words({ state: 'held' })).toEqual({ word: 'Held', why: 'Ringside was not there when it began' });
    expect(words({ state: 'held' }, fixtureNow - 5_000)).toEqual({ word: 'Held', time: '00:05' });
    expect(words({ state: 'offered' })).toEqual({ word: 'Ringing' });
    expect(words({ state: 'finished' })).not.toHaveProperty('time');
  });

  it('says the kind alone where nobody saw who called', () => {
    const kind = (facts: Partial<HostInteraction>) => kindWords(live('1', { facts }));
    expect(kind({})).toBe('Inbound call');
    expect(kind({ direction: 'unknown' })).toBe('Call');
    expect(kind({ direction: 'unknown', channel: 'email' })).toBe('E-mail');
  });

  it('never shifts a date, and shows a time on the agent’s clock', () => {
    expect(text('date', '2023-03-03')).toBe('3 Mar 2023');
    expect(text('date', 'soon')).toBe('soon');
    expect(text('date-time', '2026-11-24T09:30:00Z')).toMatch(/^\w{3} \d+ Nov, \d\d:\d\d$/);
  });

  it('formats amounts, numbers and choices, and shows what it does not understand', () => {
    expect(text('currency', 4_180, { currency: 'EUR' })).toBe('€\u00A04,180.00');
    expect(text('currency', 'n/a', { currency: 'EUR' })).toBe('n/a');
    expect(text('number', 12)).toBe('12');
    expect(text('choice', 'x', { options: [{ value: 'x', label: 'Ex' }] })).toBe('Ex');
    expect(text('choice', 'gone', { options: [] })).toBe('gone');
    expect(text('check-box', false)).toBe('No');
    expect(text('text', '')).toBeUndefined();
  });

  it('says what is wrong with a value, and how long it may be', () => {
    expect(problemWords({ code: 'required' })).toBe('Required field');
    expect(problemWords({ code: 'too-long', most: 16_384 })).toBe('Too long: 16,384 characters at most');
    expect(problemWords({ code: 'not-an-email' })).toContain('looks like name@example.com');
    for (const code of fieldProblemCodes) expect(problemWords({ code })).not.toBe('');
  });

  it('spaces numbers without touching a digit', () => {
    for (const [number, spelt] of [
      ['+33199004217', '+33 1 99 00 42 17'],
      ['+442079460123', '+44 20 7946 0123'],
      ['+12125550142', '+1 212 555 0142'],
      ['+37255512345', '+372 5551 2345'],
      ['204', '204'],
    ] as const)
      expect(groupPhone(number)).toBe(spelt);
    for (let length = 4; length <= 15; length++) {
      const number = `+${'987654321012345'.slice(0, length)}`;
      expect(groupPhone(number).replaceAll(' ', '')).toBe(number);
    }
  });

  it('builds links that a value cannot add to', () => {
    expect(identifierLink({ kind: 'email', value: 'a@b.example?bcc=evil@x.example' })).not.toContain('?');
    expect(identifierLink({ kind: 'phone', value: '+33 1;phone-context=x' })).toBe('tel:+331');
    expect(identifierLink({ kind: 'whatsapp', value: 'FR.1' })).toBeUndefined();
  });

  it('marks found letters and loses none', () => {
    for (const [name, query] of [
      ['Élodie Marchand', 'elodie mar'],
      ['Straße', 'strasse'],
      ['Łódź', 'lodz'],
      ['a', ''],
      ['😀 Ana', 'ana'],
    ] as const) {
      const stretches = findMarks(name, query);
      expect(stretches.map((one) => one.text).join('')).toBe(name);
      expect(stretches.some((one) => one.found)).toBe(query !== '');
    }
  });

  it('tells place and time only where they are sure', () => {
    const at = (fields: Record<string, string>) => place(person('p', 'P', { fields }), fixtureNow);
    expect(at({ city: 'Paris', country: 'FR' })).toEqual({ place: 'Paris, France', time: '15:32' });
    expect(at({ country: 'US' })).toEqual({ place: 'United States' });
    expect(at({ country: 'US', timeZone: 'America/New_York' })).toEqual({
      place: 'United States',
      time: '09:32',
    });
    expect(at({ timeZone: 'Nowhere/Land' })).toEqual({});
  });

  it('takes initials of any script', () => {
    expect(['Élodie Marchand', 'Cher', 'ليلى الحداد', '', '123 Ltd'].map(initials)).toEqual([
      'ÉM',
      'C',
      'ل ح',
      '',
      '1L',
    ]);
  });

  it('counts people, copies and days in whole sentences', () => {
    const { copies, contacts } = viewWords().found;
    expect([0, 1, 2].map((count) => copies(count, 'Odoo does not answer'))).toEqual([
      '0 saved copies; Odoo does not answer',
      '1 saved copy; Odoo does not answer',
      '2 saved copies; Odoo does not answer',
    ]);
    expect([1, 2].map((count) => contacts(count, 'Odoo', undefined))).toEqual([
      '1 contact in Odoo',
      '2 contacts in Odoo, best first',
    ]);
    expect([contacts(20, 'Odoo', 1_134), contacts(20, 'Odoo', 'more'), contacts(1, 'Odoo', 1)]).toEqual([
      '20 of 1,134 contacts in Odoo, best first',
      '20 contacts in Odoo, best first; there are more',
      '1 contact in Odoo',
    ]);
    const { carriers } = sharedWords().identifiers;
    expect(carriers(1, 'phone')).toBe('1 contact has this number');
    expect(carriers(4, 'email')).toBe('4 contacts have this e-mail address');
    expect(carriers(20, 'phone', true)).toBe('More than 20 contacts have this number');
  });

  it('says of what is over how long it lasted and when it ended, or that nobody answered', () => {
    const over = (more: Parameters<typeof live>[1]) => {
      const { word, time, ended } = stateWords(live('over', { seconds: 400, ...more }), fixtureNow);
      return [word, time, ended];
    };
    const endedAt = fixtureNow - 84_000;
    const facts = { state: 'finished' } as const;
    expect(over({ facts, endedAt })).toEqual(['Finished', '5:16', 'ended 1 min ago']);
    const { answeredAt: _, ...unanswered } = live('over', { facts, endedAt });
    expect(stateWords(unanswered, fixtureNow)).toEqual({ word: 'Not answered', ended: '1 min ago' });
    const missed = { ...unanswered, facts: { ...unanswered.facts, endReason: 'missed' as const } };
    expect(stateWords(missed, fixtureNow).word).toBe('Missed');
  });

  it('counts time plainly', () => {
    expect(timer(252_000)).toBe('04:12');
    expect(timer(3_723_000)).toBe('1:02:03');
    expect(timer(-5)).toBe('00:00');
    expect(ago(fixtureNow + 5_000, fixtureNow)).toBe('just now');
    expect(ago(fixtureNow - 125_000, fixtureNow)).toBe('2 min ago');
  });
});
