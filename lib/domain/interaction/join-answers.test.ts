import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../contact/contact.ts';
import { contactRef, crmOfRef } from '../contact/contact-ref.ts';
import type { CrmErrorCode } from '../crm/crm-error.ts';
import { joinAnswers, joined, sourcesOf, withAnswer } from './join-answers.ts';
import type { AnsweredInteraction, MatchReason, Resolution } from './live.ts';

const identifier = { kind: 'phone', value: '+33199004217' } as const;
const freshness = { from: 'crm', at: 1 } as const;

function contact(crm: string, id: string, name = 'Élodie Marchand', more: Partial<Contact> = {}): Contact {
  return {
    id: contactRef(crm, id),
    name,
    kind: 'person',
    identifiers: [identifier],
    fields: {},
    version: '1',
    updatedAt: '2026-01-01T00:00:00Z',
    ...more,
  };
}
const matched = (who: Contact, by: MatchReason['by'] = 'client-id'): Resolution => ({
  status: 'matched',
  contact: who,
  reason: { by, identifier },
  freshness,
  revalidating: false,
  changed: {},
});
const ambiguous = (...candidates: Contact[]): Resolution => ({
  status: 'ambiguous',
  candidates,
  identifier,
  freshness,
});
const unmatched: Resolution = { status: 'unmatched', identifier, at: 1, rejected: false };
const resolving: Resolution = { status: 'resolving', by: 'client-id', identifier, since: 1 };
const slow: Resolution = { ...resolving, slow: true };
const failed = (code: CrmErrorCode = 'unreachable'): Resolution => ({
  status: 'failed',
  error: { code },
  retryAt: 9,
  attempt: 1,
  identifier,
});
const stale = (who: Contact, by: MatchReason['by'] = 'client-id'): Resolution => ({
  status: 'failed',
  error: { code: 'unreachable' },
  attempt: 1,
  identifier,
  stale: { contact: who, reason: { by, identifier }, freshness },
});

const join = (answers: Record<string, Resolution>): Resolution =>
  joinAnswers(Object.entries(answers).map(([crm, resolution]) => ({ crm, resolution })));

describe('more than are shown', () => {
  const crowd = (crm: string, count: number) =>
    Array.from({ length: count }, (_, n) => contact(crm, `${n}`, `${crm} ${n}`));

  it('are said where one CRM has them, or all have them together', () => {
    expect(join({ a: ambiguous(...crowd('a', 20)) })).not.toHaveProperty('more');
    const together = join({ a: ambiguous(...crowd('a', 15)), b: ambiguous(...crowd('b', 6)) });
    expect(together).toMatchObject({ more: true, candidates: { length: 20 } });
    const one: Resolution = { ...ambiguous(...crowd('a', 2)), more: true } as Resolution;
    expect(join({ a: one, b: matched(contact('b', '7')) })).toMatchObject({ more: true });
    const few = join({ a: ambiguous(...crowd('a', 15)), b: ambiguous(...crowd('b', 5)) });
    expect(few).not.toHaveProperty('more');
  });
});

const bare = { key: 'k', answers: [] } as unknown as AnsweredInteraction; // Only what is joined.
/** As they come in. */
const heard = (...said: [string, Resolution | undefined][]): AnsweredInteraction =>
  said.reduce((live, [crm, resolution]) => withAnswer(live, crm, resolution), bare);
const shownId = ({ resolution }: Pick<AnsweredInteraction, 'resolution'>) =>
  resolution.status === 'matched' ? resolution.contact.id : undefined;

describe('one person or several', () => {
  const a = contact('a', '1');

  it.each<[string, Contact]>([
    ['the same name and number', contact('b', '7')],
    ['a name of another order, case and without accents', contact('b', '7', 'MARCHAND, elodie')],
  ])('is one entry with two sources: %s', (_, other) => {
    expect(join({ a: matched(a), b: matched(other) })).toEqual({ ...matched(a), alsoIn: [other.id] });
  });

  it.each<[string, Contact, Contact]>([
    ['another name under the same number', a, contact('b', '7', 'Paul Marchand')],
    ['two of no name', contact('a', '1', ''), contact('b', '7', ' – ')],
    ['a company of the same name', a, contact('b', '7', a.name, { kind: 'company' })],
  ])('are several: %s', (_, one, other) => {
    expect(join({ a: matched(one), b: matched(other) })).toMatchObject({
      status: 'ambiguous',
      candidates: [{ id: one.id }, { id: other.id }],
      identifier,
    });
  });

  it('is one company with two sources', () => {
    const [one, other] = ['a', 'b'].map((crm) => contact(crm, '1', 'Orbis SA', { kind: 'company' }));
    expect(join({ a: matched(one!), b: matched(other!) })).toMatchObject({ alsoIn: [other!.id] });
  });

  it('a name alone makes nobody the same person', () => {
    const chosen = contact('a', '1', a.name, { identifiers: [{ kind: 'email', value: 'e@example.com' }] });
    expect(join({ a: matched(chosen, 'chosen'), b: matched(contact('b', '7')) })).not.toHaveProperty(
      'alsoIn',
    );
  });

  it('lists each of two entries of one person in one CRM, beside the one of another', () => {
    const twice = [contact('b', '7'), contact('b', '8')];
    const all = join({ a: matched(a), b: ambiguous(...twice) });
    expect(all).toMatchObject({ status: 'ambiguous', candidates: [{ id: 'a:1' }, { id: 'b:8' }] });
  });

  it('lists all carriers of two CRMs, each person once', () => {
    const paul = contact('b', '8', 'Paul');
    expect(
      join({ a: ambiguous(a, contact('a', '2', 'Zoe')), b: ambiguous(paul, contact('b', '7')) }),
    ).toMatchObject({
      candidates: [{ name: a.name, id: 'a:1' }, { name: 'Zoe' }, { name: 'Paul' }],
    });
  });

  it('offers one whom a CRM only offers, though another would show them', () => {
    expect(join({ a: ambiguous(a), b: matched(contact('b', '7')) })).toMatchObject({
      status: 'ambiguous',
      candidates: [{ id: a.id }],
    });
  });
});

describe('whom the agent chose, or the host named', () => {
  const found = contact('a', '1', 'Somebody Else');
  const other = contact('b', '7');

  it.each(['chosen', 'created', 'contact-id'] as const)(
    '%s is shown, whoever else carries the number',
    (by) => {
      for (const more of [
        matched(found),
        ambiguous(found, contact('a', '2', 'Zoe')),
        unmatched,
        failed(),
        resolving,
      ])
        for (const answers of [
          { a: more, b: matched(other, by) },
          { b: matched(other, by), a: more },
        ])
          expect(shownId({ resolution: join(answers) })).toBe(other.id);
    },
  );

  it('a choice stands before a name of the host, and the later of two choices counts', () => {
    expect(
      shownId({ resolution: join({ a: matched(found, 'contact-id'), b: matched(other, 'chosen') }) }),
    ).toBe(other.id);
    expect(shownId({ resolution: join({ a: matched(found, 'chosen'), b: matched(other, 'chosen') }) })).toBe(
      other.id,
    );
  });

  it('a choice stays on screen when its CRM fails', () => {
    const chosen = stale(other, 'chosen');
    expect(join({ a: matched(found), b: chosen })).toBe(chosen);
  });

  it('says in which other CRM the same person is', () => {
    expect(join({ a: matched(contact('a', '1')), b: matched(other, 'chosen') })).toMatchObject({
      contact: other,
      alsoIn: ['a:1'],
    });
  });
});

describe('a CRM that is silent', () => {
  const a = matched(contact('a', '1'));
  const live = (answers: Record<string, Resolution>) =>
    joined({ ...bare, answers: Object.entries(answers).map(([crm, resolution]) => ({ crm, resolution })) });

  it.each<[string, Resolution, object]>([
    ['slow', slow, { crm: 'b' }],
    ['failing', failed(), { crm: 'b', error: { code: 'unreachable' }, retryAt: 9 }],
  ])('holds up nobody who was found, and is named: %s', (_, silent, said) => {
    for (const answers of [
      { a, b: silent },
      { b: silent, a },
    ])
      expect(live(answers)).toMatchObject({ resolution: a, silent: [said] });
  });

  it('is not named while it takes no longer than usual, and holds up nobody then either', () => {
    expect(live({ a, b: resolving }).resolution).toBe(a);
    expect(live({ a, b: resolving })).not.toHaveProperty('silent');
  });

  it('is waited with for a moment where the host has named its contact: nobody is shown by number meanwhile', () => {
    const named: Resolution = { ...resolving, by: 'contact-id' };
    for (const order of [
      (one: Resolution) => ({ a: one, b: matched(contact('b', '7', 'Somebody Else')) }),
      (one: Resolution) => ({ b: matched(contact('b', '7', 'Somebody Else')), a: one }),
    ]) {
      expect(live(order(named)).resolution).toBe(named);
      expect(shownId(live(order({ ...named, slow: true })))).toBe('b:7');
      expect(shownId(live(order(failed())))).toBe('b:7');
      expect(shownId(live(order(matched(contact('a', '1'), 'contact-id'))))).toBe('a:1');
    }
  });

  it('the one whose own answer is shown is told', () => {
    expect(live({ a: failed('timeout'), b: failed() }).answeredBy).toBe('a');
    expect(live({ b: failed(), a: failed('timeout') }).answeredBy).toBe('b');
    expect(live({ a, b: matched(contact('b', '7', 'Somebody Else')) })).not.toHaveProperty('answeredBy');
  });

  it('is waited with before nobody is said to be known, until it is slow or fails', () => {
    for (const order of [
      (one: Resolution) => ({ a: unmatched, b: one }),
      (one: Resolution) => ({ b: one, a: unmatched }),
    ]) {
      expect(live(order(resolving)).resolution).toBe(resolving);
      expect(live(order(resolving))).not.toHaveProperty('silent');
      expect(live(order(slow))).toMatchObject({ resolution: unmatched, silent: [{ crm: 'b' }] });
      expect(live(order(failed()))).toMatchObject({
        resolution: unmatched,
        silent: [{ crm: 'b', error: {} }],
      });
    }
  });

  it('is not said to know nobody where all fail', () => {
    expect(live({ a: failed('timeout'), b: failed() })).toMatchObject({
      resolution: { status: 'failed', error: { code: 'timeout' } },
      silent: [{ crm: 'b', error: { code: 'unreachable' } }],
    });
  });

  it('a saved copy of one that fails stands behind an answer', () => {
    expect(shownId(live({ a: stale(contact('a', '1')), b: matched(contact('b', '7')) }))).toBe('b:7');
    const copy = stale(contact('a', '1'));
    expect(live({ a: copy, b: unmatched }).resolution).toBe(copy);
  });

  it('none is where all have answered', () => {
    expect(live({ a, b: unmatched })).not.toHaveProperty('silent');
  });
});

describe('what nobody carries', () => {
  it('keeps that the agent said no, and that the host’s name is not known', () => {
    expect(
      join({ a: { ...unmatched, unknownContactId: true }, b: { ...unmatched, rejected: true } }),
    ).toMatchObject({
      status: 'unmatched',
      rejected: true,
      unknownContactId: true,
    });
  });

  it('is idle where no CRM is asked, and one CRM’s own answer where one is', () => {
    expect(joinAnswers([])).toEqual({ status: 'idle' });
    expect(join({ a: slow })).toBe(slow);
  });
});

describe('who is shown', () => {
  const crms = ['a', 'b', 'c', 'd'];
  /** Of one CRM, in the order in which it says so; the last one is an end. */
  const says = (crm: string) =>
    fc.constantFrom(
      [resolving, matched(contact(crm, '1'))],
      [slow, matched(contact(crm, '1'))],
      [{ ...matched(contact(crm, '1')), revalidating: true }, matched(contact(crm, '1', 'elodie MARCHAND'))],
      [resolving, unmatched],
      [slow, failed()],
      [failed(), resolving, matched(contact(crm, '1'))],
    );

  it('never moves while it is one person, in whatever order the answers come', () => {
    const order = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.tuple(...crms.map(says)), order, (all, turns) => {
        const left = all.map((said) => [...said]);
        const rest = crms.flatMap((_, at) => all[at]!.map(() => at));
        let live = bare;
        let first: string | undefined;
        for (const at of [...turns, ...rest]) {
          const next = left[at]?.shift();
          if (!next) continue;
          live = withAnswer(live, crms[at]!, next);
          first ??= shownId(live);
          expect(shownId(live)).toBe(first);
        }
        const found = all.filter((said) => said.at(-1)?.status === 'matched');
        expect(shownId(live) === undefined).toBe(found.length === 0);
        if (live.resolution.status === 'matched')
          expect((live.resolution.alsoIn ?? []).toSorted()).toEqual(
            live.answers
              .flatMap(({ crm, resolution }) =>
                resolution.status === 'matched' && crm !== crmOfRef(first ?? '') ? [`${crm}:1`] : [],
              )
              .toSorted(),
          );
      }),
    );
  });

  it('is another source’s when its CRM fails, and does not move back when that answers again', () => {
    const [one, two] = [contact('a', '1'), contact('b', '7')];
    const fails = heard(['a', matched(one)], ['b', matched(two)], ['a', stale(one)]);
    expect(fails).toMatchObject({
      resolution: { contact: { id: 'b:7' }, alsoIn: ['a:1'] },
      silent: [{ crm: 'a' }],
    });
    const back = withAnswer(fails, 'a', matched(one));
    expect(back).toMatchObject({ resolution: { contact: { id: 'b:7' }, alsoIn: ['a:1'] } });
  });

  it('is the next one once the CRM of the first is not asked any more', () => {
    const both: [string, Resolution][] = [
      ['a', matched(contact('a', '1'))],
      ['b', matched(contact('b', '7'))],
    ];
    expect(heard(...both, ['a', undefined])).toMatchObject({ resolution: { contact: { id: 'b:7' } } });
    expect(heard(...both, ['a', undefined]).resolution).not.toHaveProperty('alsoIn');
    expect(heard(...both, ['a', undefined], ['b', undefined]).resolution).toEqual({ status: 'idle' });
  });
});

describe('the sources of one person', () => {
  it('are all of the same, of whom is shown or offered', () => {
    const live = heard(
      ['a', ambiguous(contact('a', '1'), contact('a', '2', 'Zoe'))],
      ['b', matched(contact('b', '7'))],
      ['c', stale(contact('c', '3'))],
    );
    expect(sourcesOf(live, 'a:1').toSorted()).toEqual(['a:1', 'b:7', 'c:3']);
    expect(sourcesOf(live, 'b:7').toSorted()).toEqual(['a:1', 'b:7', 'c:3']);
    expect(sourcesOf(live, 'a:2')).toEqual(['a:2']);
    expect(sourcesOf(live, 'z:9')).toEqual(['z:9']);
  });
});
