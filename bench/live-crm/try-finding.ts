import { isDeepStrictEqual } from 'node:util';
import type { Crm } from '../../lib/crms/crm.ts';
import type { Identifier } from '../../lib/domain/contact/identifier.ts';
import type { createMeter, Reading } from './meter.ts';
import type { Report } from './report.ts';

/** A contact that stands in the CRM, with what it is to be found by. */
export interface Known {
  id: string;
  phone: Identifier;
  email: Identifier;
  /** How its number is typed there. */
  spelling: string;
}

export interface FindingParts {
  crm: Crm;
  meter: ReturnType<typeof createMeter>;
  report: Report;
  known: Known[];
  /** Two contacts with one number, typed in two ways. */
  shared: Known[];
  unknown: Identifier[];
  finds: (kind: Identifier['kind']) => boolean;
}

/** Every contact by its number and by its address, nobody by those of nobody, both by the number of two. */
export async function tryFinding({ crm, meter, report, known, shared, unknown, finds }: FindingParts) {
  for (const kind of ['phone', 'email'] as const) {
    if (!finds(kind)) {
      report.note(`by ${kind}: this connection cannot`);
      continue;
    }
    const readings: Reading[] = [];
    const missed: string[] = [];
    for (const contact of known) {
      const { value, reading } = await meter.measure(() => crm.findByIdentifier(contact[kind]));
      readings.push(reading);
      if (!isDeepStrictEqual(idsOf(value), [contact.id])) missed.push(contact.spelling);
    }
    const found = `${known.length - missed.length} of ${known.length}`;
    report.check(`by ${kind}`, missed.length === 0, [found, ...new Set(missed)].join(', '), readings);
  }
  const nobody: Reading[] = [];
  let strangers = 0;
  for (const identifier of unknown.filter(({ kind }) => finds(kind))) {
    const { value, reading } = await meter.measure(() => crm.findByIdentifier(identifier));
    nobody.push(reading);
    strangers += value.length;
  }
  report.check('unknown', strangers === 0, `${nobody.length} asked, ${strangers} found`, nobody);
  const [first] = shared;
  if (!first) return;
  const { value, reading } = await meter.measure(() => crm.findByIdentifier(first.phone));
  const both = isDeepStrictEqual(idsOf(value), shared.map(({ id }) => id).sort());
  report.check('shared number', both, `${value.length} found`, [reading]);
}

function idsOf(contacts: { id: string }[]): string[] {
  return contacts.map(({ id }) => id).sort();
}
