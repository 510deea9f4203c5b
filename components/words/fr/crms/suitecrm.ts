import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in French. */
export const suitecrmFrench: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7\u00a0: ses contacts\u202f; un compte quand lui seul a un numéro.',
  plan: 'Une requête pour un numéro, dans ses quatre champs, chiffre par chiffre. Une adresse e-mail en demande deux\u00a0: l’ancienne API trouve qui c’est, puis tous les résultats sont lus ensemble. Si personne n’a un numéro, une requête de plus demande quel compte l’a, et une autre ses personnes. Une nouvelle connexion demande d’abord un jeton et les champs.',
  form: {
    baseUrl: { hint: 'De SuiteCRM lui-même, sans index.php ni Api.' },
    oauthClientId: {
      hint: 'Dans SuiteCRM\u00a0: «\u00a0Admin\u00a0», «\u00a0OAuth2 Clients and Tokens\u00a0», «\u00a0New Client Credentials Client\u00a0».',
    },
    user: {
      hint: 'Pour trouver aussi par adresse e-mail, ce que SuiteCRM ne fait que pour les utilisateurs. Peut rester vide.',
    },
    credential: {
      hint: 'Le secret saisi pour ce client OAuth. Avec un nom d’utilisateur\u00a0: le secret, une espace, et le mot de passe de cet utilisateur.',
    },
  },
};
