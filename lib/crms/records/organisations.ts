import type { Contact, ViaOrganisation } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';

/** An organisation that carries a number, and the people whom the CRM knows in it, in its order. */
export interface OrganisationFound {
  organisation: Contact;
  people: Contact[];
}

/**
 * Organisations that a CRM keeps apart from its contacts (accounts, third parties). Their numbers find them and their people
 * where no contact carries the number itself.
 */
export interface Organisations {
  /** null: there is none of this id. */
  get(id: string, signal?: AbortSignal): Promise<Contact | null>;
  /** Those that carry this very number. */
  find(number: Identifier, signal?: AbortSignal): Promise<OrganisationFound[]>;
}

const prefix = 'organisation:';
/** An organisation of thousands is not chosen from: what is missing is found by the search. */
export const mostPeople = 19;

export function organisationContactId(id: string): string {
  return `${prefix}${id}`;
}

/** The CRM's own id, where a ContactID is an organisation's. */
export function organisationIdOf(contactId: string): string | undefined {
  return contactId.startsWith(prefix) ? contactId.slice(prefix.length) : undefined;
}

/**
 * Who may be meant by a number: whoever carries it; else the people of the organisations that do, each of whom says so, and
 * behind them the organisation itself.
 */
export async function withOrganisations(
  number: Identifier,
  find: () => Promise<Contact[]>,
  organisations: Organisations,
  signal?: AbortSignal,
): Promise<Contact[]> {
  const own = await find();
  if (own.length > 0 || number.kind !== 'phone') return own;
  const found = await organisations.find(number, signal);
  return found.flatMap(({ organisation, people }) => [
    ...people.slice(0, mostPeople).map((one) => ({ ...one, via: viaOf(organisation) })),
    organisation,
  ]);
}

/** A CRM may answer that it has none by not-found; and who may not read them has contacts all the same. */
export async function orNothing<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof CrmError ? error.safe.code : undefined;
    if (code === 'not-found' || code === 'not-allowed') return null;
    throw error;
  }
}

/** What a contact says that was found by this one's number. */
export function viaOf({ id, name }: Contact): ViaOrganisation {
  return { id, name };
}
