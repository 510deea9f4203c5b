import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in French. */
export const hubspotFrench: CrmWords<'hubspot'> = {
  about:
    'HubSpot\u00a0: ses contacts, avec le jeton d’une application privée\u202f; une société si elle est seule à avoir le numéro.',
  plan: 'Une recherche\u00a0: les chiffres nationaux dans les propriétés de recherche propres à HubSpot pour le téléphone et le mobile, ou le format E.164 dans les trois numéros\u202f; l’adresse e-mail ou l’une des adresses supplémentaires. Si personne n’a le numéro, une requête de plus cherche la société qui l’a, et une autre ses personnes.',
  form: {
    credential: {
      label: 'Jeton d’accès',
      hint: 'Dans HubSpot\u00a0: «\u00a0Settings\u00a0», «\u00a0Integrations\u00a0», «\u00a0Private Apps\u00a0», «\u00a0Create\u00a0». Portées\u00a0: crm.objects.contacts.read et .write, crm.schemas.contacts.read et, pour trouver les sociétés par leurs numéros, crm.objects.companies.read.',
    },
    otherFields: { label: 'Propriétés pour les autres ID client' },
  },
};
