import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in French. */
const pagesFrench: PagesWords = {
  signIn: {
    title: 'Se connecter',
    lead: 'Vos contacts apparaissent dans la fenêtre d’où vous venez.',
    email: 'E-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    demo: 'Ceci est un espace de démonstration. Un agent de démonstration est déjà saisi\u202f; les personnes qui s’y trouvent sont fictives.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'Cette page vous connecte au widget Ringside. Ouvrez-la avec le bouton ',
      button,
      ' du widget\u00a0: seule, elle ne mène nulle part.',
    ],
    noScript: 'La connexion demande JavaScript.',
    needed: 'L’e-mail et le mot de passe sont nécessaires.',
    wrong: 'L’e-mail ou le mot de passe est incorrect.',
    failed: 'Le serveur n’a pas pu vous connecter. Réessayez.',
    tooMany: (seconds: string) => `Trop d’essais. Réessayez dans ${seconds} s.`,
    noAnswer: 'Le serveur ne répond pas. Réessayez.',
  },
  home: {
    title: 'CRM Companion de Ringside',
    heading: 'Le CRM Companion fonctionne',
    lead: 'Il conserve les contacts pour Ringside, qui montre à un agent à qui il parle, et fournit le widget que d’autres pages intègrent.',
    demo: 'Ceci est un espace de démonstration\u00a0: les personnes qui s’y trouvent sont fictives, et le mot de passe de ses agents est public.',
    forAgents: 'Pour les agents',
    openWidget: 'Ouvrir le widget',
    widgetMeans: 'La vue du contact sur une page à elle. Connectez-vous là-bas.',
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
      '\u202f; toutes les options de lancement sont dans ',
      document,
      '.',
    ],
    embed: 'Intégrer le widget',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Nommez la page avec ',
      flag,
      '\u202f; voir ',
      document,
      '.',
    ],
    forPrograms: 'Pour les programmes',
    description: 'Description de l’API',
    descriptionHolds: 'OpenAPI 3.1, toutes les routes.',
    health: 'État',
    healthMeans: 'Répond dès que la base de données répond.',
  },
};

export { pagesFrench as words };
