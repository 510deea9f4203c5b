import type { hostsEnglish } from '../../en/options/options-hosts.ts';

/** Hosts and their rules, in French. */
export const hostsFrench: typeof hostsEnglish = {
  titleFirst: 'Connecter une page de travail',
  title: 'Pages de travail',
  lead: 'Une page de travail est la page où vous prenez les appels et les chats. Ringside lit les pages de travail ci-dessous et aucune autre page.',
  connectedHosts: 'Pages de travail connectées',
  address: 'Adresse de la page de travail',
  addressHint:
    'N’importe quelle adresse de la page où vous travaillez convient. Le navigateur demande ensuite si Ringside peut lire ce site.',
  connect: 'Connecter',
  already: 'Cette page de travail est déjà connectée.',
  refused: (origin: string) =>
    `La lecture de ${origin} n’a pas été autorisée dans le navigateur\u202f; la page de travail n’est donc pas connectée. Rien n’a été enregistré.`,
  connectedNow: (origin: string) => `Connexion à ${origin} effectuée. Rechargez ses pages déjà ouvertes.`,
  mayRead: (name: string) => `Ringside peut lire ${name}. Rechargez ses pages déjà ouvertes.`,
  mayNotRead: (name: string) =>
    `La lecture de ${name} n’a pas été autorisée dans le navigateur. La page de travail reste déconnectée.`,
  connected: 'Connectée',
  notAllowed: 'Le navigateur n’autorise pas Ringside à lire cette page',
  allow: (name: string) => `Autoriser ${name}`,
  optionsOf: (name: string) => `Options\u00a0: ${name}`,
  options: 'Options',
  removeMeans: 'Ringside cesse de lire cette page, oublie ses options et rend l’autorisation au navigateur.',
  name: 'Nom',
  nameHint: 'Ce que les agents lisent à la place de l’adresse',
  nameTooLong: (most: number) => `${most} caractères au maximum.`,
  campaign: 'En-tête de campagne',
  campaignHint: 'L’en-tête SIP qui indique la campagne d’un appel',
  campaignWrong: 'Uniquement des lettres, des chiffres et des tirets, de 1 à 64, par exemple X-Campaign.',
  card: 'Fiche par-dessus ses pages',
  internal: 'Afficher aussi les appels internes',
  trust: 'Faire confiance à l’en-tête ContactID de cette page de travail',
  trustHint:
    'Les appelants peuvent écrire des en-têtes SIP. N’activez cette option que si votre serveur téléphonique retire X-Contact-Id de tous les appels venant de l’extérieur\u202f; sinon, un appelant peut choisir le contact qui s’affiche.',
  advanced: 'Avancé',
  frames: 'Adresses des cadres',
  framesHint:
    'Si la boîte de réception est un cadre d’un autre site (uContact)\u00a0: ce site, ou plusieurs séparés par des espaces. Les messages de tous les autres cadres sont ignorés.',
  sameSite: 'Le même site',
  tooManyFrames: (most: number) => `${most} adresses au maximum.`,
  rules: {
    title: 'Règles',
    lead: 'Les règles indiquent comment lire les appels et les chats d’une page de travail que Ringside ne connaît pas. Ce sont des données, qui ne peuvent pas exécuter de code.',
    howWritten: 'Comment écrire des règles',
    files: 'Fichiers de règles',
    own: 'Personnalisées',
    ownInPlace: 'Personnalisées, à la place des règles fournies',
    shipped: 'Fournies',
    tried: (day: string) => `testées le ${day}`,
    anyHost: 'toutes les pages de travail',
    use: 'Utiliser',
    useOf: (name: string) => `Utiliser ${name}`,
    removeShippedAgain:
      'Le fichier est supprimé de ces réglages, et les règles fournies sont de nouveau utilisées.',
    removeMeans:
      'Le fichier est supprimé de ces réglages. Les appels qu’il est seul à pouvoir lire ne sont plus vus.',
    add: 'Ajouter des règles',
    asJson: 'Règles en JSON',
    sameId: 'Un fichier qui a l’id d’un autre le remplace',
    orFile: 'Ou un fichier',
    checkAndAdd: 'Vérifier et ajouter',
    wrong: 'Erreurs dans les règles',
    refused: 'Ces règles ne sont pas utilisables. Rien n’a été modifié.',
    added: (name: string) => `Ajout effectué\u00a0: ${name}.`,
    replaced: (name: string) => `Remplacement effectué\u00a0: ${name}.`,
    askReplace: (name: string) => `Remplacer ${name}\u202f?`,
    replaceMeans: (id: string) =>
      `Vous avez déjà un fichier personnalisé avec l’id ${id}. Le nouveau le remplace.`,
  },
};
