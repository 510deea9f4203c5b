import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';
import { crmFirst } from './grammar/nouns.ts';

const again = 'Réessayez dans un instant.';
const inTheCrm = 'Faites-le directement dans le CRM.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in French. Never the CRM's own text, never a customer datum. */
export const errorFrench: typeof errorEnglish = {
  unreachable: (crm: string) => ({
    what: `${crmFirst(crm)} ne répond pas`,
    next: 'Vérifiez le réseau, puis réessayez.',
  }),
  timeout: (crm: string) => ({ what: `${crmFirst(crm)} met trop de temps à répondre`, next: again }),
  'signed-out': (crm: string) => ({
    what: `Session fermée dans ${crm}`,
    next: 'Connectez-vous pour continuer.',
  }),
  'not-allowed': (crm: string) => ({
    what: `${crmFirst(crm)} n’autorise pas cette action`,
    next: 'Demandez l’autorisation à votre administrateur.',
  }),
  'not-found': (crm: string) => ({
    what: `Ce contact n’existe plus dans ${crm}`,
    next: 'Recherchez le contact.',
  }),
  stale: (_crm: string) => ({
    what: 'Quelqu’un d’autre a modifié ce contact',
    next: 'Consultez d’abord la nouvelle valeur.',
  }),
  conflict: (_crm: string) => ({
    what: 'Un autre contact a déjà cette valeur',
    next: 'Recherchez ce contact ou modifiez la valeur.',
  }),
  namesake: (crm: string) => ({
    what: `${crmFirst(crm)} n’accepte pas un deuxième contact de ce nom`,
    next: 'Vérifiez s’il s’agit de la même personne, ou ajoutez au nom de quoi les distinguer.',
  }),
  invalid: (crm: string) => ({
    what: `${crmFirst(crm)} n’accepte pas ces données`,
    next: 'Corrigez ce qui est signalé, puis enregistrez à nouveau.',
  }),
  'rate-limited': (crm: string) => ({ what: `${crmFirst(crm)} reçoit trop de requêtes`, next: again }),
  'server-error': (crm: string) => ({ what: `${crmFirst(crm)} rencontre un problème interne`, next: again }),
  redirected: (crm: string) => ({
    what: `${crmFirst(crm)} a renvoyé vers une autre page`,
    next: 'Son adresse a peut-être changé, ou votre session est fermée.',
  }),
  'bad-reply': (crm: string) => ({
    what: `${crmFirst(crm)} a donné une réponse illisible`,
    next: 'Réessayez ou prévenez votre administrateur.',
  }),
  'not-supported': (crm: string) => ({
    what: `${crmFirst(crm)} ne propose pas cette fonction`,
    next: inTheCrm,
  }),
  'no-slot': (crm: string) => ({
    what: `Ce contact n’a plus de place libre dans ${crm} pour une valeur de plus`,
    next: 'Retirez une de celles qu’il a, puis réessayez.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `${crmFirst(crm)} ne peut pas enregistrer ce type d’ID client`,
    next: 'Demandez à votre administrateur de lui attribuer un champ.',
  }),
  'read-only': (crm: string) => ({ what: `${crmFirst(crm)} ne permet pas de modifier ceci`, next: inTheCrm }),
  'not-taken': (crm: string) => ({
    what: `${crmFirst(crm)} a accepté la demande, mais n’a rien enregistré`,
    next: 'Consultez le contact dans le CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `Trop de contacts possibles dans ${crm} pour les examiner tous`,
    next: 'Recherchez le contact par son nom.',
  }),
};

/** What is wrong with a value, for under its field, in French. */
export const problemFrench: typeof problemEnglish = {
  required: 'Champ obligatoire',
  'not-valid': 'Valeur non valide',
  'stands-for-nobody': 'Ne désigne personne\u00a0: laissez vide s’il n’y a pas de numéro',
  'not-a-field': 'Ne fait pas partie des champs de cet espace de travail',
  'read-only': 'Non modifiable',
  taken: 'Un autre contact a déjà cette valeur',
  'not-text': 'Doit être un texte',
  'too-long': 'Trop long',
  'too-many': 'Trop de valeurs',
  'not-a-number': 'Un nombre, par exemple 4180,50',
  'not-a-date': 'Une date, par exemple 2026-11-24',
  'not-a-date-time': 'Une date et une heure, par exemple 2026-11-24 09:30',
  'not-an-option': 'Choisissez une des options',
  'not-among-options': 'Choisissez parmi les options',
  'not-yes-or-no': 'Doit être oui ou non',
  'not-https': 'Une adresse qui commence par https://',
  'not-an-email': 'Une adresse e-mail a la forme nom@example.com',
  'not-a-phone': 'Un numéro de téléphone contient des chiffres, par exemple +33 1 99 00 12 34',
  'not-a-list': 'Doit être une liste',
};

/** Where it is known how much there may be. */
export const limitFrench: typeof limitEnglish = {
  'too-long': (most: number) => `Trop long\u00a0: ${amount(most)} caractères au maximum`,
  'too-many': (most: number) => `Trop de valeurs\u00a0: ${amount(most)} au maximum`,
};
