import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in German. */
export const hubspotGerman: CrmWords<'hubspot'> = {
  about:
    'HubSpot: seine Kontakte, mit dem Token einer privaten App; ein Unternehmen, wo nur es eine Nummer hat.',
  plan: 'Eine Suche: die nationalen Ziffern in den Suchfeldern von HubSpot für Telefon und Mobiltelefon oder E.164 in den drei Nummern; die E-Mail-Adresse oder eine der weiteren. Hat niemand eine Nummer, fragt eine weitere, welches Unternehmen sie hat, und eine nach dessen Personen.',
  form: {
    credential: {
      hint: 'Das Zugriffstoken einer privaten App. In HubSpot: „Settings“, „Integrations“, „Private Apps“, „Create“. Scopes: crm.objects.contacts.read und .write, crm.schemas.contacts.read sowie crm.objects.companies.read, um Unternehmen nach ihren Nummern zu finden.',
    },
    otherFields: { label: 'Eigenschaften für andere Kennungen' },
  },
};
