import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { Workspace } from '../../../lib/domain/fields/workspace.ts';
import { connectionOf } from '../../../lib/domain/interaction/connections-of.ts';
import type { Connection } from '../../../lib/domain/interaction/live.ts';
import { kindWord, textField } from '../../words/contact-words.ts';
import { fieldText } from '../../words/field-text.ts';
import { nearDay } from '../../words/format-time.ts';
import { spokeWords } from '../../words/spoke-words.ts';
import { viewWords } from '../../words/view-words.ts';

/** A word about a candidate; `telling` where it tells this one from the others: drawn in full ink. */
export interface Fact {
  text: string;
  telling: boolean;
}

/** Two lines for each candidate: who they are, and when they last spoke with us; what differs is telling (A5). */
export function tellingFacts(
  candidates: Contact[],
  { connections, now }: { connections: readonly Connection[]; now: number },
): { who: Fact[]; last: Fact[] }[] {
  const company = spread(candidates, (contact) => textField(contact, 'company'));
  const role = spread(candidates, roleOf);
  const city = spread(candidates, (contact) => textField(contact, 'city'));
  const own = candidates.map(({ id }) => connectionOf({ connections }, id));
  // Fields of two CRMs do not compare.
  const workspace = new Set(own).size === 1 ? (own[0]?.workspace ?? null) : null;
  const extra = city.differs ? undefined : firstDifference(candidates, workspace, now);
  return candidates.map((contact, index) => {
    const firm =
      company.values[index] ??
      (company.differs && contact.kind === 'person' ? viewWords().candidates.noCompany : undefined);
    const spoke = spokeWords(contact, { connection: own[index], now, when: nearDay });
    return {
      who: facts([role.values[index], role.differs && !company.differs], [firm, company.differs]),
      last: [
        ...facts([spoke?.before, false], [spoke?.when, true], [spoke?.after, false]),
        ...facts([city.differs ? city.values[index] : extra?.[index], false]).map((fact) => ({
          ...fact,
          text: spoke ? `· ${fact.text}` : fact.text,
        })),
      ],
    };
  });
}

function roleOf(contact: Contact): string | undefined {
  return textField(contact, 'jobTitle') ?? kindWord(contact);
}

function facts(...words: [string | undefined, boolean][]): Fact[] {
  return words.flatMap(([text, telling]) => (text ? [{ text, telling }] : []));
}

function spread(candidates: Contact[], of: (contact: Contact) => string | undefined) {
  const values = candidates.map(of);
  return { values, differs: new Set(values).size > 1 };
}

/** The first short field of the workspace that sets the candidates apart, such as `born 8 May 2004`. */
function firstDifference(
  candidates: Contact[],
  workspace: Workspace | null,
  now: number,
): (string | undefined)[] | undefined {
  const short = new Set(['date', 'choice', 'text', 'person']);
  for (const field of workspace?.fields ?? []) {
    if (
      field.identifier ||
      !short.has(field.type) ||
      ['company', 'jobTitle', 'city', 'country'].includes(field.key)
    )
      continue;
    const { values, differs } = spread(candidates, (contact) =>
      fieldText(field, contact.fields[field.key] ?? null, now),
    );
    if (differs) return values.map((value) => value && viewWords().candidates.fact(field.label, value));
  }
  return undefined;
}
