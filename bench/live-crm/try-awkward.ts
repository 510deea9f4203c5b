import type { Crm } from '../../lib/crms/crm.ts';
import type { Identifier } from '../../lib/domain/contact/identifier.ts';
import type { Awkward } from './awkward.ts';
import type { createMeter, Reading } from './meter.ts';
import type { Report } from './report.ts';

export interface AwkwardParts {
  crm: Crm;
  meter: ReturnType<typeof createMeter>;
  report: Report;
  numbers: Awkward[];
  phone(e164: string): Identifier;
  /** Types it into the CRM; answers the ContactID. Throws where the CRM does not take it. */
  plant(typed: string): Promise<string>;
}

/** Each that the CRM takes is found by who rings, and by nobody whose number differs in one digit. */
export async function tryAwkward({ crm, meter, report, numbers, phone, plant }: AwkwardParts): Promise<void> {
  const readings: Reading[] = [];
  const missed: string[] = [];
  const refused: string[] = [];
  const wrong: string[] = [];
  const planted: (Awkward & { id: string })[] = [];
  for (const each of numbers) {
    try {
      planted.push({ ...each, id: await plant(each.typed) });
    } catch {
      refused.push(each.what);
    }
  }
  for (const { what, rung, id } of planted) {
    const { value, reading } = await meter.measure(() => crm.findByIdentifier(phone(rung)));
    readings.push(reading);
    if (value.length !== 1 || value[0]?.id !== id) missed.push(what);
    const others = await crm.findByIdentifier(phone(otherThan(rung)));
    if (others.some((one) => one.id === id)) wrong.push(what);
  }
  const found = `${planted.length - missed.length} of ${planted.length}`;
  report.check('awkward numbers', missed.length === 0, [found, ...missed].join(', '), readings);
  report.check('their look-alikes', wrong.length === 0, [`${wrong.length} found`, ...wrong].join(', '), []);
  if (refused.length > 0) report.note(`refused by the CRM: ${refused.join(', ')}`);
}

/** Another last digit but one. */
function otherThan(e164: string): string {
  const digit = (Number(e164.at(-2)) + 5) % 10;
  return `${e164.slice(0, -2)}${digit}${e164.slice(-1)}`;
}
