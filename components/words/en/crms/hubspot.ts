import type { CrmWords } from './crm-words.ts';

/** HubSpot, in English. */
export const hubspotEnglish: CrmWords<'hubspot'> = {
  about: 'HubSpot: its contacts, with the token of a private app; a company where only it has a number.',
  plan: "One search: the national digits in HubSpot's own search properties for phone and mobile, or E.164 in the three numbers; the e-mail address or one of the further ones. Where nobody has a number, one more asks which company has, and one for its people.",
  form: {
    credential: {
      hint: 'The access token of a private app. In HubSpot: Settings, Integrations, Private Apps, Create. Scopes: crm.objects.contacts.read and .write, crm.schemas.contacts.read, and crm.objects.companies.read to find companies by their numbers.',
    },
    otherFields: { label: 'Properties for other client IDs' },
  },
};
