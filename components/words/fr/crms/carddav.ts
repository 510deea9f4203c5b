import type { CrmWords } from '../../en/crms/crm-words.ts';

/** CardDAV, in French. */
export const carddavFrench: CrmWords<'carddav'> = {
  about: 'Un carnet d’adresses sur n’importe quel serveur CardDAV, comme Radicale ou Nextcloud.',
  plan: 'Le carnet est lu une fois, à raison de cent contacts par requête, et indexé ici. Chaque recherche demande ensuite ce qui a changé depuis et, s’il y a lieu, le lit.',
  form: {
    baseUrl: {
      label: 'Adresse du carnet',
      hint: 'L’adresse du carnet lui-même, et non du serveur\u00a0: telle que l’affiche sa page web ou un autre programme.',
    },
    user: { hint: 'Ce que vous saisissez pour vous connecter au serveur.' },
    credential: {
      label: 'Mot de passe',
      hint: 'Si le serveur crée des mots de passe par application (Nextcloud\u00a0: «\u00a0Settings\u00a0», «\u00a0Security\u00a0»), l’un d’eux.',
    },
  },
};
