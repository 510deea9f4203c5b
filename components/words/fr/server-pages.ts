import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in French. */
export const pagesFrench: PagesWords = {
  signIn: {
    title: 'Se connecter',
    lead: 'Vos contacts s’afficheront dans la fenêtre d’où vous venez.',
    email: 'E-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    demo: 'Ceci est un espace de démonstration. Les identifiants d’un agent de démonstration sont déjà saisis\u202f; les personnes sont fictives.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'Cette page sert à se connecter au widget Ringside. Ouvrez-la avec le bouton ',
      button,
      ' du widget\u00a0: ouverte seule, elle ne mène nulle part.',
    ],
    noScript: 'La connexion nécessite JavaScript.',
    needed: 'Saisissez l’e-mail et le mot de passe.',
    wrong: 'E-mail ou mot de passe incorrect.',
    failed: 'Le serveur n’a pas pu établir la connexion. Réessayez.',
    tooMany: (seconds: string) => `Trop de tentatives. Réessayez dans ${seconds}\u00a0s.`,
    noAnswer: 'Le serveur ne répond pas. Réessayez.',
  },
  home: {
    title: 'Companion CRM de Ringside',
    heading: 'Le Companion CRM est en service',
    lead: 'Il conserve les contacts pour Ringside, qui montre à l’agent avec qui il parle, et fournit le widget que d’autres pages intègrent.',
    demo: 'Ceci est un espace de démonstration\u00a0: les personnes sont fictives et le mot de passe des agents est public.',
    forAgents: 'Pour les agents',
    openWidget: 'Ouvrir le widget',
    widgetMeans: 'La vue du contact dans une page à part, où se connecter.',
    forAdministrators: 'Pour les administrateurs',
    connect: 'Connecter l’extension',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'Dans ses options, choisissez ',
      crm,
      ', puis saisissez l’adresse de cette page et un jeton.',
    ],
    agents: 'Ajouter des agents',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Avec ',
      flag,
      '\u202f; tous les paramètres figurent dans ',
      document,
      '.',
    ],
    embed: 'Intégrer le widget',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Indiquez la page avec ',
      flag,
      '\u202f; voir ',
      document,
      '.',
    ],
    forPrograms: 'Pour les programmes',
    description: 'Description de l’API',
    descriptionHolds: 'OpenAPI 3.1, toutes les routes.',
    health: 'État du service',
    healthMeans: 'Répond dès que la base de données répond.',
  },
};

export { pagesFrench as words };
