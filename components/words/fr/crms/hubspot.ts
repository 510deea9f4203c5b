import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in French. */
export const hubspotFrench: CrmWords<'hubspot'> = {
  about:
    'HubSpot\u00a0: ses contacts, avec le jeton d’une application privée\u202f; une entreprise quand elle seule a un numéro.',
  plan: 'Une recherche\u00a0: les chiffres nationaux dans les propriétés de recherche de HubSpot pour le téléphone et le mobile, ou E.164 dans les trois numéros\u202f; l’adresse e-mail ou l’une des autres. Si personne n’a un numéro, une requête de plus demande quelle entreprise l’a, et une autre ses personnes.',
  form: {
    credential: {
      hint: 'Le jeton d’accès d’une application privée. Dans HubSpot\u00a0: «\u00a0Settings\u00a0», «\u00a0Integrations\u00a0», «\u00a0Private Apps\u00a0», «\u00a0Create\u00a0». Périmètres\u00a0: crm.objects.contacts.read et .write, crm.schemas.contacts.read, et crm.objects.companies.read pour trouver les entreprises par leurs numéros.',
    },
    otherFields: { label: 'Propriétés pour les autres identifiants' },
  },
};
