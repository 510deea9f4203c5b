import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { theCrm } from '../grammar/nouns.ts';

const amount = (count: number): string => numberFormat().format(count);

/** Connecting a CRM, in Spanish. */
export const crmSpanish: typeof crmEnglish = {
  titleFirst: 'Conectar un CRM',
  title: 'CRM',
  titleSeveral: 'CRM',
  lead: 'La clave queda en este navegador. Se envía a la dirección de abajo y a ningún otro sitio.',
  leadSeveral: 'Las claves quedan en este navegador. Cada una se envía a su CRM y a ningún otro sitio.',
  theCrm,
  connectedCrms: 'CRM conectados',
  order:
    'Si varios conocen a la persona, se muestra primero el primero de la lista. Un ContactID enviado por una plataforma se busca en el primer CRM que vale para ella.',
  moveUp: (crm: string) => `Subir ${crm}`,
  moveDown: (crm: string) => `Bajar ${crm}`,
  movedTo: (crm: string, place: number, of: number) =>
    `${crm}: ahora en la posición ${amount(place)} de ${amount(of)}.`,
  edit: 'Editar',
  editOf: (crm: string) => `Editar ${crm}`,
  close: 'Cerrar',
  addAnother: 'Añadir otro CRM',
  name: 'Nombre',
  nameHint: 'Lo que los agentes leen en lugar del nombre del CRM',
  onlyHosts: 'Solo para estas plataformas',
  forAllHosts: 'Ninguna está marcada: se consulta en todas las plataformas.',
  forTheseHosts: 'Se consulta para las llamadas y chats de las plataformas marcadas, y de ninguna otra.',
  notConnected: '(sin conectar)',
  onlyFor: (hosts: string[]) => `solo para ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Viene con Ringside',
  yours: 'Propio',
  keyKept: 'Guardada. Deje el campo vacío para seguir usándola.',
  stay: 'Mantener la sesión iniciada',
  staySignIn:
    'Conserva la sesión en este equipo después de cerrar el navegador. Si no, queda solo en la memoria y hay que volver a iniciarla.',
  stayKey:
    'Conserva la clave en este equipo después de cerrar el navegador. Si no, queda solo en la memoria y hay que volver a escribirla.',
  redirect: 'Dirección de redirección',
  copyThere: 'No se ha permitido copiar. Seleccione la dirección y cópiela.',
  registerIt: (crm: string) => `Regístrela en ${crm} junto con el ID de cliente OAuth.`,
  copy: 'Copiar',
  copied: 'Copiado',
  signInWith: (crm: string) => `Iniciar sesión con ${crm}`,
  signInAgainWith: (crm: string) => `Volver a iniciar sesión con ${crm}`,
  signIn: {
    none: 'Abre la página del propio CRM. Ringside nunca ve la contraseña.',
    kept: 'Sesión iniciada.',
    new: 'Sesión iniciada. Guarde para conservarla.',
  },
  signedIn: 'Sesión iniciada',
  signedOutSignIn: 'Sesión cerrada. Inicie sesión y guarde.',
  signedOutKey: 'Sesión cerrada. Escriba la clave y guarde.',
  unreachable: 'El navegador no deja que Ringside acceda a esta dirección',
  mayReach: (crm: string) => `Ringside puede acceder a ${crm}.`,
  mayNotReach: (crm: string) => `No se ha dado permiso al navegador para acceder a ${crm}.`,
  notAllowed:
    'No se ha dado permiso al navegador para acceder a esta dirección. No se ha guardado ni enviado nada.',
  arrange: 'Organizar los campos',
  signOut: 'Cerrar sesión',
  signOutOf: (crm: string) => `Cerrar sesión en ${crm}`,
  signInShort: 'Iniciar sesión',
  signInTo: (crm: string) => `Iniciar sesión en ${crm}`,
  arrangeOf: (crm: string) => `Organizar los campos: ${crm}`,
  allowOne: (crm: string) => `Permitir ${crm}`,
  signedOutOfOne: 'Sesión cerrada',
  signedOut: 'Sesión cerrada. La clave se ha olvidado.',
  removeMeans:
    'Ringside cierra la sesión, elimina sus copias guardadas y renuncia al permiso del navegador. En el CRM no cambia nada.',
  notSignedIn: (why: string) => `Sesión no iniciada: ${why}`,
  signInProblems: {
    'not-allowed': 'se ha cerrado la ventana o el CRM se ha negado',
    'signed-out': 'el CRM no ha aceptado este ID de cliente OAuth o esta dirección de redirección',
    'bad-reply': 'el CRM ha respondido algo distinto de lo pedido',
  },
  tested: (headline: string) => `Probado: ${headline}`,
  saved: (headline: string) => `Guardado. ${headline}.`,
  savedButFailed: (headline: string) => `Guardado, pero la prueba ha fallado: ${headline}`,
  notForgotten:
    'No se ha guardado nada: el navegador no ha podido olvidar la clave anterior. Vuelva a intentarlo.',
  keyNotKept:
    'Se ha guardado la dirección, pero el navegador no ha admitido la clave. Vuelva a escribirla y guarde.',
  choose: 'Elija un CRM.',
  twice:
    'Este CRM ya está en la lista, con la misma configuración. Cada persona se muestra una sola vez: modifique el que ya existe.',
  nameNeeded: 'Otro CRM ya se llama así. Dé a este un nombre que los agentes puedan distinguir.',
  nameTaken: 'Otro CRM ya tiene este nombre.',
  nameTooLong: (most: number) => `${most} caracteres como máximo.`,
  cannotUse: 'Este CRM no puede usar eso.',
  needs: 'Este CRM necesita este dato.',
  signInFirst: 'Inicie sesión primero.',
  keyAgain: 'Vuelva a escribir la clave: la que hay es de otra dirección.',
  key: 'Escriba la clave del CRM.',
  know: (crm: string) => `Qué conviene saber de ${crm}`,
  errors: {
    offline: {
      text: 'Este equipo está sin conexión',
      advice: 'Conéctelo a la red y vuelva a probar.',
    },
    unreachable: {
      text: 'La dirección no responde',
      advice:
        'Compruebe que la dirección es correcta, que el servidor está en marcha y que este navegador confía en su certificado. Para verlo, abra la dirección en una pestaña.',
    },
    timeout: {
      text: 'La dirección no responde a tiempo',
      advice: 'Puede que el servidor esté ocupado o que la red vaya lenta. Vuelva a probar en un minuto.',
    },
    'signed-out': {
      text: 'Clave rechazada',
      advice: 'Está mal escrita, ha caducado o se ha revocado. Cree una nueva en el CRM y escríbala aquí.',
    },
    'not-allowed': {
      text: 'El CRM no se lo permite al titular de la clave',
      advice: 'Dé el permiso a este usuario en el CRM y vuelva a probar.',
    },
    'not-found': {
      text: 'Algo responde, pero este CRM no está ahí',
      advice: 'Compruebe la dirección, también lo que sigue al nombre del servidor.',
    },
    'server-error': {
      text: 'El CRM informa de un error interno',
      advice: 'Su administrador encontrará más en el registro del sistema. Vuelva a probar más tarde.',
    },
    redirected: {
      text: 'La dirección lleva a otra',
      advice:
        'Ringside nunca la sigue con una clave. Escriba la dirección a la que lleva, salvo que sea una página de inicio de sesión.',
    },
    'bad-reply': {
      text: 'Lo que responde no habla el lenguaje de este CRM',
      advice:
        'Puede ser una página web, como una de inicio de sesión. Compruebe que la dirección es la del CRM y que arriba está elegido el CRM correcto.',
    },
    'not-supported': { text: 'Este CRM no ofrece esta función', advice: 'Aquí no hay nada que hacer.' },
    conflict: {
      text: 'El CRM no acepta la consulta',
      advice: 'Puede que su versión no encaje con este Ringside. Actualice el más antiguo de los dos.',
    },
    invalid: {
      text: 'El CRM no acepta la consulta',
      advice: 'Puede que su versión no encaje con este Ringside. Actualice el más antiguo de los dos.',
    },
  },
  pause: (seconds: number) => ({
    text: 'El CRM pide una pausa',
    advice: `Vuelva a probar en ${seconds} s.`,
  }),
};
