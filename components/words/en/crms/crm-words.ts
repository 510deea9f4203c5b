import type { CrmFactsById, CrmId } from '../../../../lib/crms/crm.ts';

/** An input of a form: what it is called, and where to find what goes into it. */
export interface CrmFieldWords {
  label: string;
  hint?: string;
}

/** Inputs that many CRMs ask for, in English. A CRM says what is different with it. */
export const crmFieldEnglish = {
  baseUrl: { label: 'Address' },
  user: { label: 'User name' },
  database: { label: 'Database' },
  oauthClientId: { label: 'Client ID' },
  credential: { label: 'Key' },
  region: {
    label: 'Country of national numbers',
    hint: 'Numbers without a country code are read as numbers of this country.',
  },
  otherFields: {
    label: 'Fields for other client IDs',
    hint: 'Text fields of the CRM that hold what is neither a phone number nor an e-mail address. May be left empty.',
  },
} satisfies Record<string, CrmFieldWords>;

type Common = keyof typeof crmFieldEnglish;
type FormKey<Id extends CrmId> = CrmFactsById[Id]['form'][number]['key'];

/** What people are told and asked of a CRM. Each input of its form has words, here or above. */
export interface CrmWords<Id extends CrmId> {
  /** A sentence for the person who chooses: which versions, and what of it are the contacts. */
  about?: string;
  /** What is asked for a lookup: the connector's plan. */
  plan: string;
  form: Partial<Record<FormKey<Id> & Common, Partial<CrmFieldWords>>> &
    Record<Exclude<FormKey<Id>, Common>, CrmFieldWords>;
  /** Names of the texts to start from. */
  examples?: Record<string, string>;
}
