import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';
import { crmFirst } from './grammar/nouns.ts';

const again = 'Réessayez dans un instant.';
const there = 'Faites-le directement dans le CRM.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in French. */
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
    what: `${crmFirst(crm)} n’autorise pas ceci`,
    next: 'Demandez l’autorisation à votre administrateur.',
  }),
  'not-found': (crm: string) => ({
    what: `Ce contact n’existe plus dans ${crm}`,
    next: 'Recherchez le contact.',
  }),
  stale: (_crm: string) => ({
    what: 'Quelqu’un d’autre a modifié ce contact',
    next: 'Regardez d’abord la nouvelle valeur.',
  }),
  conflict: (_crm: string) => ({
    what: 'Un autre contact a déjà ceci',
    next: 'Recherchez ce contact, ou modifiez la valeur.',
  }),
  namesake: (crm: string) => ({
    what: `${crmFirst(crm)} n’accepte pas un second contact de ce nom`,
    next: 'Vérifiez s’il s’agit de la même personne, ou ajoutez au nom ce qui les distingue.',
  }),
  invalid: (crm: string) => ({
    what: `${crmFirst(crm)} n’accepte pas ceci`,
    next: 'Modifiez ce qui est signalé, puis enregistrez de nouveau.',
  }),
  'rate-limited': (crm: string) => ({ what: `${crmFirst(crm)} reçoit trop de demandes`, next: again }),
  'server-error': (crm: string) => ({ what: `${crmFirst(crm)} a lui-même un problème`, next: again }),
  redirected: (crm: string) => ({
    what: `${crmFirst(crm)} a renvoyé vers une autre page`,
    next: 'Son adresse a peut-être changé, ou votre session est fermée.',
  }),
  'bad-reply': (crm: string) => ({
    what: `La réponse était illisible (${crm})`,
    next: 'Réessayez, ou prévenez votre administrateur.',
  }),
  'not-supported': (crm: string) => ({ what: `${crmFirst(crm)} ne sait pas faire ceci`, next: there }),
  'no-slot': (crm: string) => ({
    what: `Ce contact n’a plus de place libre dans ${crm}`,
    next: 'Retirez une valeur existante, puis réessayez.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `${crmFirst(crm)} n’a pas de place pour ce type d’identifiant`,
    next: 'Demandez à votre administrateur de choisir un champ pour celui-ci.',
  }),
  'read-only': (crm: string) => ({ what: `${crmFirst(crm)} ne permet pas de modifier ceci`, next: there }),
  'not-taken': (crm: string) => ({
    what: `${crmFirst(crm)} a accepté ceci sans l’enregistrer`,
    next: 'Consultez le contact dans le CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `${crmFirst(crm)} a trop de contacts possibles pour les examiner tous`,
    next: 'Recherchez le contact par son nom.',
  }),
};

/** What is wrong with a value, in French. */
export const problemFrench: typeof problemEnglish = {
  required: 'Champ obligatoire',
  'not-valid': 'Non valide',
  'stands-for-nobody': 'Ceci ne désigne personne\u00a0: laissez vide s’il n’y a pas de numéro',
  'not-a-field': 'Ce champ n’existe pas dans cet espace de travail',
  'read-only': 'Non modifiable',
  taken: 'Un autre contact a déjà ceci',
  'not-text': 'Doit être du texte',
  'too-long': 'Trop long',
  'too-many': 'Trop nombreux',
  'not-a-number': 'Un nombre, par exemple 4180,50',
  'not-a-date': 'Une date, par exemple 2026-11-24',
  'not-a-date-time': 'Une date et une heure, par exemple 2026-11-24 09:30',
  'not-an-option': 'Choisissez l’une des options',
  'not-among-options': 'Choisissez parmi les options',
  'not-yes-or-no': 'Doit être oui ou non',
  'not-https': 'Une adresse qui commence par https://',
  'not-an-email': 'Une adresse e-mail a la forme nom@example.com',
  'not-a-phone': 'Un numéro de téléphone contient des chiffres, par exemple +44 20 7946 0123',
  'not-a-list': 'Doit être une liste',
};

/** Where it is known how much there may be. */
export const limitFrench: typeof limitEnglish = {
  'too-long': (most: number) => `Trop long\u00a0: ${amount(most)} caractères au plus`,
  'too-many': (most: number) => `Trop nombreux\u00a0: ${amount(most)} au plus`,
};
