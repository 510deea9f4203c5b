import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { theCrm } from '../grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);

/** Connecting a CRM, in French. */
export const crmFrench: typeof crmEnglish = {
  titleFirst: 'Connecter un CRM',
  title: 'CRM',
  titleSeveral: 'CRM',
  lead: 'La clé reste dans ce navigateur. Elle n’est envoyée qu’à l’adresse ci-dessous.',
  leadSeveral: 'Les clés restent dans ce navigateur. Chacune n’est envoyée qu’à son CRM.',
  theCrm,
  connectedCrms: 'CRM connectés',
  order:
    'Si plusieurs CRM connaissent la personne, le premier de la liste est affiché en premier. Un ContactID envoyé par une page de travail est recherché dans le premier CRM prévu pour elle.',
  moveUp: (crm: string) => `Monter ${crm}`,
  moveDown: (crm: string) => `Descendre ${crm}`,
  movedTo: (crm: string, place: number, of: number) =>
    `${crm}\u00a0: position ${amount(place)} sur ${amount(of)}.`,
  edit: 'Modifier',
  editOf: (crm: string) => `Modifier ${crm}`,
  close: 'Fermer',
  addAnother: 'Ajouter un CRM',
  name: 'Nom',
  nameHint: 'Ce que les agents lisent à la place du nom du CRM',
  onlyHosts: 'Seulement pour ces pages de travail',
  forAllHosts: 'Aucune n’est cochée\u00a0: le CRM est interrogé pour toutes les pages de travail.',
  forTheseHosts:
    'Le CRM est interrogé pour les appels et les chats des pages de travail cochées, et d’aucune autre.',
  notConnected: '(non connectée)',
  onlyFor: (hosts: string[]) => `seulement pour ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Fourni avec Ringside',
  yours: 'Personnalisé',
  keyKept: 'Déjà enregistré. Laissez vide pour ne rien changer.',
  stay: 'Rester connecté',
  staySignIn:
    'Conserve la connexion sur cet ordinateur après la fermeture du navigateur. Sinon, elle reste en mémoire seulement et il faut se reconnecter.',
  stayKey:
    'Conserve la clé sur cet ordinateur après la fermeture du navigateur. Sinon, elle reste en mémoire seulement et il faut la saisir à nouveau.',
  redirect: 'Adresse de redirection',
  copyThere: 'La copie n’a pas été autorisée. Sélectionnez l’adresse et copiez-la.',
  registerIt: (crm: string) => `Déclarez-la dans ${crm} avec l’ID client OAuth.`,
  copy: 'Copier',
  copied: 'Copié',
  signInWith: (crm: string) => `Se connecter avec ${crm}`,
  signInAgainWith: (crm: string) => `Se reconnecter avec ${crm}`,
  signIn: {
    none: 'Ouvre la page du CRM lui-même. Ringside ne voit jamais le mot de passe.',
    kept: 'Session ouverte.',
    new: 'Session ouverte. Enregistrez pour la conserver.',
  },
  signedIn: 'Session ouverte',
  signedOutSignIn: 'Session fermée. Connectez-vous et enregistrez.',
  signedOutKey: 'Session fermée. Saisissez la clé et enregistrez.',
  unreachable: 'Le navigateur n’autorise pas Ringside à accéder à cette adresse',
  mayReach: (crm: string) => `Ringside peut accéder à l’adresse de ce CRM\u00a0: ${crm}.`,
  mayNotReach: (crm: string) => `L’accès du navigateur à ${crm} n’a pas été autorisé.`,
  notAllowed:
    'L’accès du navigateur à cette adresse n’a pas été autorisé. Rien n’a été enregistré ni envoyé.',
  arrange: 'Organiser les champs',
  signOut: 'Se déconnecter',
  signOutOf: (crm: string) => `Se déconnecter\u00a0: ${crm}`,
  signInShort: 'Se connecter',
  signInTo: (crm: string) => `Se connecter\u00a0: ${crm}`,
  arrangeOf: (crm: string) => `Organiser les champs\u00a0: ${crm}`,
  allowOne: (crm: string) => `Autoriser ${crm}`,
  signedOutOfOne: 'Session fermée',
  signedOut: 'Session fermée. La clé est oubliée.',
  removeMeans:
    'Ringside ferme la session, supprime ses copies enregistrées et rend l’autorisation au navigateur. Rien ne change dans le CRM.',
  notSignedIn: (why: string) => `Connexion impossible\u00a0: ${why}`,
  signInProblems: {
    'not-allowed': 'la fenêtre a été fermée, ou le CRM a refusé',
    'signed-out': 'le CRM n’a pas accepté cet ID client OAuth ou cette adresse de redirection',
    'bad-reply': 'le CRM a répondu autre chose que ce qui était demandé',
  },
  tested: (headline: string) => `Test effectué\u00a0: ${headline}`,
  saved: (headline: string) => `Enregistré. ${headline}.`,
  savedButFailed: (headline: string) => `Enregistré, mais le test a échoué\u00a0: ${headline}`,
  notForgotten: 'Rien n’a été enregistré\u00a0: le navigateur n’a pas pu oublier l’ancienne clé. Réessayez.',
  keyNotKept:
    'L’adresse a été enregistrée, mais le navigateur a refusé de conserver la clé. Saisissez-la à nouveau et enregistrez.',
  choose: 'Choisissez un CRM.',
  twice:
    'Ce CRM est déjà dans la liste, avec les mêmes réglages. Chaque personne n’est affichée qu’une fois\u00a0: modifiez le CRM existant.',
  nameNeeded:
    'Un autre CRM s’appelle déjà ainsi. Donnez à celui-ci un nom que les agents puissent distinguer.',
  nameTaken: 'Un autre CRM a déjà ce nom.',
  nameTooLong: (most: number) => `${most} caractères au maximum.`,
  cannotUse: 'Ce CRM ne peut pas utiliser cette valeur.',
  needs: 'Ce CRM a besoin de cette information.',
  signInFirst: 'Connectez-vous d’abord.',
  keyAgain: 'Saisissez à nouveau la clé\u00a0: celle qui est enregistrée appartient à une autre adresse.',
  key: 'Saisissez la clé du CRM.',
  know: (crm: string) => `À savoir\u00a0: ${crm}`,
  errors: {
    offline: {
      text: 'Cet ordinateur est hors ligne',
      advice: 'Connectez-le au réseau, puis testez à nouveau.',
    },
    unreachable: {
      text: 'L’adresse ne répond pas',
      advice:
        'Vérifiez que l’adresse est correcte, que le serveur fonctionne et que ce navigateur fait confiance à son certificat. Pour le constater, ouvrez l’adresse dans un onglet.',
    },
    timeout: {
      text: 'L’adresse ne répond pas à temps',
      advice: 'Le serveur est peut-être occupé, ou le réseau lent. Testez à nouveau dans une minute.',
    },
    'signed-out': {
      text: 'La clé est refusée',
      advice:
        'Elle est mal saisie, expirée ou révoquée. Créez-en une nouvelle dans le CRM et saisissez-la ici.',
    },
    'not-allowed': {
      text: 'Le CRM ne l’autorise pas au titulaire de la clé',
      advice: 'Donnez ce droit à cet utilisateur dans le CRM, puis testez à nouveau.',
    },
    'not-found': {
      text: 'Un serveur répond, mais ce CRM ne s’y trouve pas',
      advice: 'Vérifiez l’adresse, y compris ce qui suit le nom du serveur.',
    },
    'server-error': {
      text: 'Le CRM signale une erreur interne',
      advice: 'Son administrateur en trouvera la cause dans le journal. Testez à nouveau plus tard.',
    },
    redirected: {
      text: 'L’adresse renvoie vers une autre',
      advice:
        'Ringside ne suit jamais un renvoi avec une clé. Saisissez l’adresse d’arrivée, sauf si c’est une page de connexion.',
    },
    'bad-reply': {
      text: 'Ce qui répond ne parle pas le langage de ce CRM',
      advice:
        'C’est peut-être une page web, comme une page de connexion. Vérifiez que l’adresse est celle du CRM et que le bon CRM est choisi ci-dessus.',
    },
    'not-supported': { text: 'Ce CRM ne propose pas cette fonction', advice: 'Il n’y a rien à faire ici.' },
    conflict: {
      text: 'Le CRM n’accepte pas la demande',
      advice:
        'Sa version n’est peut-être pas compatible avec ce Ringside. Mettez à jour le plus ancien des deux.',
    },
    invalid: {
      text: 'Le CRM n’accepte pas la demande',
      advice:
        'Sa version n’est peut-être pas compatible avec ce Ringside. Mettez à jour le plus ancien des deux.',
    },
  },
  pause: (seconds: number) => ({
    text: 'Le CRM demande une pause',
    advice: `Testez à nouveau dans ${seconds}\u00a0s.`,
  }),
};
