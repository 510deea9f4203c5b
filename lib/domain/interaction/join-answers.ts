import type { Contact } from '../contact/contact.ts';
import { limitCandidates } from '../contact/contact-limits.ts';
import { crmOfRef } from '../contact/contact-ref.ts';
import { sameIdentifier } from '../contact/identifier.ts';
import { foldText } from '../text/fold-text.ts';
import type {
  AnsweredInteraction,
  CrmAnswer,
  Freshness,
  MatchReason,
  Resolution,
  SilentCrm,
} from './live.ts';

type Ambiguous = Extract<Resolution, { status: 'ambiguous' }>;

const mostCandidates = 20;

/** What is made of the answers. */
type Joined = 'resolution' | 'answeredBy' | 'silent';

/** The interaction with this CRM's answer in the place of its former one; undefined: it is not asked any more. */
export function withAnswer(
  live: AnsweredInteraction,
  crm: string,
  resolution: Resolution | undefined,
): AnsweredInteraction {
  return joined({ ...live, answers: placed(live.answers, crm, resolution) });
}

/** The interaction with what its answers come to. */
export function joined(
  live: Omit<AnsweredInteraction, Joined> & Partial<Pick<AnsweredInteraction, Joined>>,
): AnsweredInteraction {
  const { silent: _, answeredBy: __, ...rest } = live;
  const resolution = joinAnswers(live.answers);
  const silent = silentOf(live.answers, resolution);
  const answeredBy = live.answers.find((one) => one.resolution === resolution)?.crm;
  return {
    ...rest,
    resolution,
    ...(answeredBy !== undefined && { answeredBy }),
    ...(silent.length > 0 && { silent }),
  };
}

function silentOf(answers: CrmAnswer[], shown: Resolution): SilentCrm[] {
  return answers.flatMap(({ crm, resolution: one }) => {
    if (one === shown || (one.status !== 'failed' && one.status !== 'resolving')) return [];
    // What takes no longer than usual is not worth a word.
    if (one.status === 'resolving') return one.slow && shown.status !== 'resolving' ? [{ crm }] : [];
    return [{ crm, error: one.error, ...(one.retryAt !== undefined && { retryAt: one.retryAt }) }];
  });
}

export function answerOf({ answers }: AnsweredInteraction, crm: string): Resolution {
  return answers.find((one) => one.crm === crm)?.resolution ?? { status: 'idle' };
}

/** What was found first stays first, whatever is found later. */
function placed(answers: CrmAnswer[], crm: string, resolution: Resolution | undefined): CrmAnswer[] {
  const others = answers.filter((one) => one.crm !== crm);
  if (resolution === undefined) return others;
  const at = answers.findIndex((one) => one.crm === crm);
  const before = answers[at];
  const now = { crm, resolution };
  if (before && hasFound(before) === hasFound(now)) return answers.map((one) => (one === before ? now : one));
  const found = others.filter(hasFound);
  return hasFound(now) ? [...found, now, ...others.filter((one) => !hasFound(one))] : [...others, now];
}

/** A saved copy of one that fails stands behind: when it is back, nobody else moves for it. */
function hasFound({ resolution }: CrmAnswer): boolean {
  return resolution.status === 'matched' || resolution.status === 'ambiguous';
}

/**
 * What several CRMs say of one interaction, as one. Whom the agent chose is shown, else whom the host named, else who
 * carries the ClientID: the same person in two CRMs is one with two sources, two persons are several, and nobody is chosen
 * by itself. A CRM that is silent or fails holds up none of the others.
 */
export function joinAnswers(answers: readonly CrmAnswer[]): Resolution {
  const [only, ...more] = answers.map(({ resolution }) => resolution);
  if (only === undefined) return { status: 'idle' };
  if (more.length === 0) return only;
  const all = [only, ...more];
  const settled =
    all.findLast((one) => isBy(one, 'chosen', 'created')) ?? all.find((one) => isBy(one, 'contact-id'));
  if (settled) return withSources(settled, all);
  // Whom the host named is about to be known: nobody is shown meanwhile who only has the number.
  const named = all.find((one) => one.status === 'resolving' && one.by === 'contact-id' && !one.slow);
  if (named) return named;
  const carriers = [
    ...all.filter(({ status }) => status !== 'failed'),
    ...all.filter(({ status }) => status === 'failed'),
  ];
  const persons = personsOf(carriers);
  const [first] = persons;
  if (!first) return nobody(all);
  const ambiguous = all.find((one): one is Ambiguous => one.status === 'ambiguous');
  if (persons.length === 1 && !ambiguous) {
    const shown = carriers.find((one) => carriersOf(one).includes(first));
    return shown ? withSources(shown, all) : nobody(all);
  }
  return several(persons, all, ambiguous);
}

function several(persons: Contact[], all: Resolution[], ambiguous: Ambiguous | undefined): Resolution {
  const identifier = ambiguous?.identifier ?? all.map((one) => reasonOf(one)?.identifier).find((one) => one);
  // Whoever carries it was found by it.
  if (!identifier) return nobody(all);
  const at = all.flatMap((one) => freshnessOf(one) ?? []).toSorted((a, b) => a.at - b.at);
  return {
    status: 'ambiguous',
    candidates: limitCandidates(persons.slice(0, mostCandidates)),
    ...((persons.length > mostCandidates || all.some(hasMore)) && { more: true }),
    identifier,
    freshness: at[0] ?? { from: 'cache', at: 0 },
    ...(all.some(hasUnknownContactId) && { unknownContactId: true }),
  };
}

/** Nobody has it who has answered: so it is as soon as those that are slow are all that is left. */
function nobody(all: Resolution[]): Resolution {
  const resolving = all.filter((one) => one.status === 'resolving');
  const waits = resolving.find(({ slow }) => !slow);
  if (waits) return waits;
  const unmatched = all.find((one) => one.status === 'unmatched');
  if (unmatched) {
    return {
      ...unmatched,
      rejected: all.some((one) => one.status === 'unmatched' && one.rejected),
      ...(all.some(hasUnknownContactId) && { unknownContactId: true }),
    };
  }
  const [first] = all;
  return resolving[0] ?? all.find(({ status }) => status === 'failed') ?? first ?? { status: 'idle' };
}

/** The same with the other CRMs that know this person. */
function withSources(shown: Resolution, all: Resolution[]): Resolution {
  if (shown.status !== 'matched') return shown;
  const found = byIdentifier(shown);
  const also = all.flatMap((one) =>
    one === shown
      ? []
      : carriersOf(one).filter((other) =>
          isSamePerson(shown.contact, other, { found: found && byIdentifier(one) }),
        ),
  );
  return also.length > 0 ? { ...shown, alsoIn: also.map(({ id }) => id) } : shown;
}

/** One contact for each person, whoever was found first. Who is twice in one CRM is two: only an agent can tell. */
function personsOf(all: Resolution[]): Contact[] {
  const persons: { contact: Contact; found: boolean; crms: string[] }[] = [];
  for (const one of all)
    for (const contact of carriersOf(one)) {
      const found = byIdentifier(one);
      const crm = crmOfRef(contact.id);
      const known = persons.find(
        (other) =>
          !other.crms.includes(crm) && isSamePerson(other.contact, contact, { found: found && other.found }),
      );
      if (known) known.crms.push(crm);
      else persons.push({ contact, found, crms: [crm] });
    }
  return persons.map(({ contact }) => contact);
}

/** The ContactIDs under which any CRM that was asked knows this person, their own first. */
export function sourcesOf({ answers }: Pick<AnsweredInteraction, 'answers'>, contactId: string): string[] {
  const all = answers.flatMap(({ resolution }) =>
    carriersOf(resolution).map((contact) => ({ contact, found: byIdentifier(resolution) })),
  );
  const own = all.find(({ contact }) => contact.id === contactId);
  const others = all.filter(
    ({ contact, found }) => own && isSamePerson(own.contact, contact, { found: found && own.found }),
  );
  return [contactId, ...others.map(({ contact }) => contact.id)];
}

/**
 * Of two CRMs: the same name, and an identifier that both carry. A number alone makes nobody the same person: it may be a
 * family's or a switchboard's. `found`: both were found by the interaction's own.
 */
function isSamePerson(one: Contact, other: Contact, { found }: { found: boolean }): boolean {
  if (crmOfRef(one.id) === crmOfRef(other.id) || one.kind !== other.kind) return false;
  const name = nameKey(one.name);
  if (name === '' || name !== nameKey(other.name)) return false;
  return found || one.identifiers.some((own) => other.identifiers.some((its) => sameIdentifier(own, its)));
}

/** However it is written: accents, case, order and punctuation count for nothing. */
function nameKey(name: string): string {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

function carriersOf(resolution: Resolution): Contact[] {
  if (resolution.status === 'matched') return [resolution.contact];
  if (resolution.status === 'ambiguous') return resolution.candidates;
  return resolution.status === 'failed' && resolution.stale ? [resolution.stale.contact] : [];
}

function reasonOf(resolution: Resolution): MatchReason | undefined {
  if (resolution.status === 'matched') return resolution.reason;
  return resolution.status === 'failed' ? resolution.stale?.reason : undefined;
}

function freshnessOf(resolution: Resolution): Freshness | undefined {
  if (resolution.status === 'matched' || resolution.status === 'ambiguous') return resolution.freshness;
  return resolution.status === 'failed' ? resolution.stale?.freshness : undefined;
}

function isBy(resolution: Resolution, ...by: MatchReason['by'][]): boolean {
  const reason = reasonOf(resolution);
  return reason !== undefined && by.includes(reason.by);
}

/** Its contacts carry the interaction's identifier. */
function byIdentifier(resolution: Resolution): boolean {
  return resolution.status === 'ambiguous' || isBy(resolution, 'client-id');
}

function hasMore(resolution: Resolution): boolean {
  return resolution.status === 'ambiguous' && resolution.more === true;
}

function hasUnknownContactId(resolution: Resolution): boolean {
  if (resolution.status === 'ambiguous' || resolution.status === 'unmatched')
    return resolution.unknownContactId === true;
  return reasonOf(resolution)?.unknownContactId === true;
}
