import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { crmFirst, theCrm } from '../grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);
const otherVersion = {
  text: 'Le CRM n’accepte pas la question',
  advice: 'Sa version ne convient peut-être pas à ce Ringside. Mettez à jour le plus ancien des deux.',
};

/** Connecting a CRM, in French. */
export const crmFrench: typeof crmEnglish = {
  titleFirst: 'Connecter un CRM',
  title: 'CRM',
  titleSeveral: 'CRM',
  lead: 'La clé reste dans ce navigateur. Elle est envoyée à l’adresse ci-dessous et nulle part ailleurs.',
  leadSeveral:
    'Les clés restent dans ce navigateur. Chacune est envoyée à son propre CRM et nulle part ailleurs.',
  theCrm,
  connectedCrms: 'CRM connectés',
  order:
    'Le premier qui connaît quelqu’un est affiché d’abord. Un ContactID envoyé par une page de travail est recherché dans le premier qui vaut pour cette page.',
  moveUp: (crm: string) => `Monter ${crm}`,
  moveDown: (crm: string) => `Descendre ${crm}`,
  movedTo: (crm: string, place: number, of: number) =>
    `${crm} est maintenant à la place ${amount(place)} sur ${amount(of)}.`,
  edit: 'Modifier',
  editOf: (crm: string) => `Modifier ${crm}`,
  close: 'Fermer',
  addAnother: 'Ajouter un autre CRM',
  name: 'Nom',
  nameHint: 'Ce que les agents lisent à la place du nom du CRM',
  onlyHosts: 'Seulement pour ces pages de travail',
  forAllHosts: 'Aucune n’est cochée\u00a0: il est interrogé quelle que soit la page de travail.',
  forTheseHosts:
    'Il est interrogé pour les appels et les chats des pages de travail cochées, et pour aucune autre.',
  notConnected: '(non connectée)',
  onlyFor: (hosts: string[]) => `seulement pour ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Fourni avec Ringside',
  yours: 'Le vôtre',
  keyKept: 'Conservée. Laissez vide pour la garder.',
  stay: 'Rester connecté',
  staySignIn:
    'Garde la session sur cet ordinateur après la fermeture du navigateur. Sinon elle reste en mémoire et doit être rouverte.',
  stayKey:
    'Garde la clé sur cet ordinateur après la fermeture du navigateur. Sinon elle reste en mémoire et doit être saisie de nouveau.',
  redirect: 'Adresse de redirection',
  copyThere: 'La copie n’a pas été autorisée. Sélectionnez l’adresse et copiez-la.',
  registerIt: (crm: string) => `Déclarez-la dans ${crm} avec l’ID client.`,
  copy: 'Copier',
  copied: 'Copié',
  signInWith: (crm: string) => `Se connecter avec ${crm}`,
  signInAgainWith: (crm: string) => `Se reconnecter avec ${crm}`,
  signIn: {
    none: 'Ouvre la page du CRM lui-même. Ringside ne voit jamais le mot de passe.',
    kept: 'Session ouverte.',
    new: 'Session ouverte. Enregistrez pour la garder.',
  },
  signedIn: 'Session ouverte',
  signedOutSignIn: 'Session fermée. Connectez-vous et enregistrez.',
  signedOutKey: 'Session fermée. Saisissez la clé et enregistrez.',
  unreachable: 'Le navigateur ne laisse pas Ringside joindre cette adresse',
  mayReach: (crm: string) => `Ringside peut joindre ${crm}.`,
  mayNotReach: (crm: string) => `Le navigateur n’a pas été autorisé à joindre ${crm}.`,
  notAllowed:
    'Le navigateur n’a pas été autorisé à joindre cette adresse. Rien n’a été enregistré ni envoyé.',
  arrange: 'Disposer ses champs',
  signOut: 'Se déconnecter',
  signOutOf: (crm: string) => `Se déconnecter\u00a0: ${crm}`,
  signInShort: 'Se connecter',
  signInTo: (crm: string) => `Se connecter\u00a0: ${crm}`,
  arrangeOf: (crm: string) => `Disposer ses champs\u00a0: ${crm}`,
  allowOne: (crm: string) => `Autoriser ${crm}`,
  signedOutOfOne: 'Session fermée',
  signedOut: 'Session fermée. La clé est oubliée.',
  removeMeans:
    'Ringside ferme la session, supprime ses copies enregistrées et rend l’autorisation au navigateur. Rien ne change dans le CRM.',
  notSignedIn: (why: string) => `Connexion non faite\u00a0: ${why}`,
  signInProblems: {
    'not-allowed': 'la fenêtre a été fermée, ou le CRM a refusé',
    'signed-out': 'le CRM n’a pas accepté cet ID client ou cette adresse de redirection',
    'bad-reply': 'le CRM a répondu autre chose que ce qui était demandé',
  },
  tested: (headline: string) => `Testé\u00a0: ${headline}`,
  saved: (headline: string) => `Enregistré. ${headline}.`,
  savedButFailed: (headline: string) => `Enregistré, mais le test a échoué\u00a0: ${headline}`,
  notForgotten: 'Rien n’a été enregistré\u00a0: le navigateur n’a pas pu oublier l’ancienne clé. Réessayez.',
  keyNotKept:
    'L’adresse a été enregistrée, mais le navigateur a refusé de garder la clé. Saisissez-la de nouveau et enregistrez.',
  choose: 'Choisissez un CRM.',
  twice:
    'Ce CRM est déjà dans la liste, avec exactement ces réglages. Chaque personne n’est affichée qu’une fois\u00a0: modifiez celui-là.',
  nameNeeded:
    'Un autre CRM s’appelle déjà ainsi. Donnez à celui-ci un nom que les agents peuvent distinguer.',
  nameTaken: 'Un autre CRM a déjà ce nom.',
  nameTooLong: (most: number) => `${most} caractères au plus.`,
  cannotUse: 'Ce CRM ne peut pas l’utiliser.',
  needs: 'Ce CRM a besoin de le savoir.',
  signInFirst: 'Connectez-vous d’abord.',
  keyAgain: 'Saisissez de nouveau la clé\u00a0: celle qui est là appartient à une autre adresse.',
  key: 'Saisissez la clé du CRM.',
  know: (crm: string) => `${crmFirst(crm)}\u00a0: ce qu’il faut savoir`,
  errors: {
    offline: {
      text: 'Cet ordinateur est hors ligne',
      advice: 'Connectez-le au réseau, puis testez de nouveau.',
    },
    unreachable: {
      text: 'L’adresse ne répond pas',
      advice:
        'Vérifiez l’adresse, que le serveur fonctionne, et que ce navigateur fait confiance à son certificat. Ouvrez l’adresse dans un onglet pour le voir par vous-même.',
    },
    timeout: {
      text: 'L’adresse ne répond pas à temps',
      advice: 'Le serveur est peut-être occupé, ou le réseau lent. Testez de nouveau dans une minute.',
    },
    'signed-out': {
      text: 'La clé est refusée',
      advice: 'Elle est mal saisie, périmée ou révoquée. Créez-en une dans le CRM et saisissez-la ici.',
    },
    'not-allowed': {
      text: 'Le CRM n’autorise pas ceci au titulaire de la clé',
      advice: 'Donnez ce droit à cet utilisateur dans le CRM, puis testez de nouveau.',
    },
    'not-found': {
      text: 'Quelque chose répond, mais ce CRM n’est pas là',
      advice: 'Vérifiez l’adresse, y compris ce qui suit le nom du serveur.',
    },
    'server-error': {
      text: 'Le CRM signale une panne de son côté',
      advice: 'Son administrateur en trouve plus dans son journal. Testez de nouveau plus tard.',
    },
    redirected: {
      text: 'L’adresse renvoie vers une autre',
      advice:
        'Ringside ne la suit jamais avec une clé. Saisissez l’adresse vers laquelle elle renvoie, sauf si c’est une page de connexion.',
    },
    'bad-reply': {
      text: 'Ce qui répond ne parle pas la langue de ce CRM',
      advice:
        'C’est peut-être une page web, par exemple de connexion. Vérifiez que l’adresse est celle du CRM, et le CRM choisi ci-dessus.',
    },
    'not-supported': { text: 'Ce CRM ne sait pas faire cela', advice: 'Rien à faire ici.' },
    conflict: otherVersion,
    invalid: otherVersion,
  },
  pause: (seconds: number) => ({
    text: 'Le CRM demande une pause',
    advice: `Testez de nouveau dans ${seconds} s.`,
  }),
};
