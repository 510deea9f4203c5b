import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in French. */
export const suitecrmFrench: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7\u00a0: ses contacts\u202f; un compte s’il est seul à avoir le numéro.',
  plan: 'Une requête par numéro, sur ses quatre emplacements, chiffre par chiffre. Une adresse e-mail en demande deux\u00a0: l’ancienne API trouve à qui elle est, puis tous les résultats sont lus en une fois. Si personne n’a le numéro, une requête de plus cherche le compte qui l’a, et une autre ses personnes. Une nouvelle connexion demande d’abord un jeton et les champs.',
  form: {
    baseUrl: { hint: 'Celle de SuiteCRM lui-même, sans index.php ni Api.' },
    oauthClientId: {
      hint: 'Dans SuiteCRM\u00a0: «\u00a0Admin\u00a0», «\u00a0OAuth2 Clients and Tokens\u00a0», «\u00a0New Client Credentials Client\u00a0».',
    },
    user: {
      hint: 'Pour trouver aussi par adresse e-mail, ce que SuiteCRM ne permet qu’aux utilisateurs. Facultatif.',
    },
    credential: {
      label: 'Secret client',
      hint: 'Le secret saisi pour ce client OAuth. Avec un nom d’utilisateur\u00a0: le secret, une espace et le mot de passe de cet utilisateur.',
    },
  },
};
