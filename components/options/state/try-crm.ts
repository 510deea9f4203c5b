import type { Crm } from '../../../lib/crms/crm.ts';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import { normaliseIdentifier } from '../../../lib/domain/contact/normalise-identifier.ts';
import { CrmError, type SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import { optionsWords } from '../../words/options-words.ts';

export const triedKinds = ['phone', 'email', 'id', 'text', 'who'] as const;
export type TriedKind = (typeof triedKinds)[number];

/** What a definition made of the replies. */
export type TryOutcome =
  | { kind: 'contacts'; contacts: Contact[] }
  | { kind: 'agent'; name: string; id: string }
  | { kind: 'error'; error: SafeCrmError }
  /** Nothing was sent: this cannot be looked for. */
  | { kind: 'unfit'; message: string };

const mostShown = 20;

/** Asks a CRM one thing, as an interaction would. Reads only; never throws. */
export async function tryCrm(
  crm: Crm,
  asked: { kind: TriedKind; text: string; region: string },
  signal: AbortSignal,
): Promise<TryOutcome> {
  const { kind, text, region } = asked;
  try {
    switch (kind) {
      case 'who': {
        const { agent } = await crm.session({ signal });
        return { kind: 'agent', ...agent };
      }
      case 'id': {
        const contact = await crm.getContact(text.trim(), { signal });
        return { kind: 'contacts', contacts: contact ? [contact] : [] };
      }
      case 'text':
        return found((await crm.search(text, { signal })).contacts);
      case 'phone':
      case 'email': {
        const identifier = normaliseIdentifier({ kind, value: text }, { region });
        if (identifier?.kind !== kind)
          return { kind: 'unfit', message: optionsWords().definition.unfit[kind] };
        return found(await crm.findByIdentifier(identifier, { signal }));
      }
    }
  } catch (error) {
    // Connectors throw CrmError only; anything else would be a reply we cannot judge.
    return { kind: 'error', error: error instanceof CrmError ? error.safe : { code: 'bad-reply' } };
  }
}

function found(contacts: Contact[]): TryOutcome {
  return { kind: 'contacts', contacts: contacts.slice(0, mostShown) };
}
