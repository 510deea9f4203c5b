import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignSpanish } from './assign.ts';
import { errorSpanish, limitSpanish, problemSpanish } from './errors.ts';
import { fieldSpanish } from './fields.ts';
import { foundSpanish } from './found.ts';
import { crmFirst, identifierNoun, inSentence, thisChannel } from './grammar/nouns.ts';
import { sharedSpanish } from './shared.ts';
import { stepsSpanish } from './steps.ts';
import { writeSpanish } from './writes.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** What the contact view says, in Spanish. */
export const viewSpanish: ViewWords = {
  errors: errorSpanish,
  problems: problemSpanish,
  limits: limitSpanish,
  interactions: 'Interacciones',
  needsAttention: 'Requiere atención',
  save: 'Guardar',
  cancel: 'Cancelar',
  saving: 'Guardando',
  saved: 'Guardado',
  allSaved: 'Todo guardado',
  notSaved: 'No guardado',
  notSavedBecause: (what: string) => `No guardado. ${what}.`,
  notSavedYet: 'No guardado.',
  notSavedSo: (what: string, next: string) => `No guardado. ${what}. ${next}`,
  ...writeSpanish,
  waiting: {
    count: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'pendiente', many: 'pendientes', other: 'pendientes' })}`,
    title: 'Pendiente de guardar',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, ': ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', para ', whose],
    since: <Part>(time: Part): Sentence<Part> => [time, ', aún sin enviar'],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => [time, ', a la espera de ', crm],
    sendNow: 'Enviar ahora',
    chip: 'pendiente',
    bySelf: (crm: string) => `Pendiente. Se enviará automáticamente en cuanto ${crm} responda.`,
  },
  tryAgain: 'Reintentar',
  tryNow: 'Reintentar ahora',
  giveUp: 'Descartar',
  back: 'Volver',
  signIn: 'Iniciar sesión',
  options: 'Opciones',
  newContact: 'Nuevo contacto',
  search: 'Buscar contactos',
  searchCopies: 'Buscar en copias guardadas',
  notThisPerson: 'No es esta persona',
  fullView: 'Vista completa',
  reducedView: 'Vista reducida',
  assign: assignSpanish,
  now: {
    last: 'Última interacción',
    unknown: 'Última interacción desconocida',
    notTold: (crm: string) => `${crmFirst(crm)} no indica cuándo fue`,
    nothing: (crm: string) => `Nada registrado en ${crm}`,
    recorded: (crm: string) => `según ${crm}`,
  },
  openIn: (crm: string) => `Abrir en ${crm}`,
  openRecord: 'Abrir el registro en el CRM',
  copied: (label: string) => `Copiado: ${inSentence(label)}`,
  notCopied: 'No copiado. Seleccione el valor y cópielo manualmente.',
  browsed: { copy: 'Copia guardada', opened: 'Abierto por usted', reading: 'leyendo' },
  candidates: {
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Titular del número: ',
      name,
      ` · ${amount(people)} ${plural(people, { one: 'persona', many: 'de personas', other: 'personas' })}`,
    ],
    list: 'Contactos coincidentes',
    none: '¿Ninguno de estos?',
    more: (count: number) => `Lista limitada a ${amount(count)}. Busque los demás por nombre.`,
    search: 'Buscar',
    noCompany: 'sin empresa',
    fact: (label: string, value: string) => `${inSentence(label)}: ${value}`,
  },
  host: {
    wasOpen: (name: string) => `La página de ${name} se abrió antes que Ringside`,
    reload: 'Recárguela para que se vean sus llamadas. No durante una llamada: se cortaría',
    reloadNow: 'Recargar',
    cannotRead: (name: string) => `Ringside no puede leer la página de ${name}`,
    signInThere:
      'Inicie sesión allí o recargue la página. Si sigue igual, avise al administrador: quizá no se vean sus llamadas',
  },
  idle: {
    recent: 'Contactos recientes',
    nobody: 'Nadie aún. Aquí aparecen las personas con las que hable.',
    testCall: 'Recibir una llamada de prueba',
  },
  body: {
    notLookedUpYet: 'Aún sin consultar',
    noCopy: 'Ninguna copia guardada',
    choose: 'elija quién es',
    nothingToLookFor: 'No hay ningún número que buscar ni asignar',
    hostHasNotSaid: (channel: Channel) =>
      `La plataforma aún no ha identificado al contacto de ${thisChannel(channel)}`,
    rejected: 'Contacto descartado por usted',
    nobodyByIt: 'Así no se puede encontrar a nadie',
    again: 'Repetir',
    searchFor: <Part>(name: Part): Sentence<Part> => ['Buscar “', name, '”'],
    madeThere: (crm: string) => `Los contactos nuevos se crean directamente en ${crm}.`,
    mayNotCreate: (crm: string) =>
      `No tiene permiso para crear contactos en ${crm}. Pídaselo al administrador.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `por ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `por ${sought(by)}, ${seconds} s`,
  },
  late: {
    pageGone: (channel: Channel) => `La página de ${thisChannel(channel)} se ha cerrado`,
    finishedIn: <Part>(time: Part): Sentence<Part> => ['Finalizará en ', time, ' si la página no vuelve'],
    since: <Part>(time: Part): Sentence<Part> => [
      'Hora del fallo: ',
      time,
      '. Lo mostrado puede no estar al día',
    ],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Nuevo intento en ', time],
    trying: 'Reintentando',
    notSignedIn: (crm: string) => `Sesión no iniciada en ${crm}`,
    notAskedThere: 'Allí no se hacen consultas',
    stillLooking: (crm: string) => `${crmFirst(crm)} aún no ha respondido`,
    othersShown: 'Las demás respuestas ya se muestran',
  },
  menu: {
    more: 'Más',
    letGo: 'Desfijar esta interacción',
    keep: 'Fijar esta interacción en pantalla',
    remove: 'Quitar de la lista',
    showIn: (crm: string) => `Mostrar el registro en ${crm}`,
    keys: 'Atajos',
    oneTo: '1 a 9',
    escape: 'Esc',
    choose: 'Elegir un contacto coincidente',
    searchCaller: 'Buscar el nombre de quien llama',
    next: 'Interacción siguiente o anterior',
    pin: 'Fijar esta interacción en pantalla o desfijarla',
    show: 'Mostrar esta lista',
    singleKeys: 'Usar atajos de una sola tecla',
    copyKey: 'Ctrl+C',
    copy: 'Copiar el valor con el foco',
    back: 'Volver o cerrar lo que esté abierto',
  },
  commands: {
    'open-panel': 'Abrir el panel',
    'next-interaction': 'Interacción siguiente',
    'previous-interaction': 'Interacción anterior',
    'search-contacts': 'Buscar contactos',
    'not-this-person': 'No es esta persona',
  },
  rail: {
    moreInteractions: ' interacciones más',
    fresh: (count: number) => `${amount(count)} por atender`,
    more: 'más',
    noHost: 'Ninguna plataforma conectada aún',
    nothingLive: 'Ninguna interacción en curso',
    connected: (names: string[]) => `Conectado a ${listOf(names)}`,
    withheld: 'Oculto',
    noNumber: 'Sin número',
    pinned: 'fijada',
    rings: (who: string, state: string) => `${who}: ${inSentence(state)}`,
    ringsFor: (who: string, state: string, campaign: string) => `${who}: ${inSentence(state)}, ${campaign}`,
  },
  found: foundSpanish,
  signedOut: {
    lossless: 'No se pierde nada. Vuelva a iniciar sesión para continuar.',
    losslessAs: (agent: string) => `No se pierde nada. Vuelva a iniciar sesión como ${agent} para continuar.`,
    noCrm: 'Ningún CRM conectado aún',
    soNobody: 'Por eso no se hacen consultas',
    connect: 'Conectar',
    never: 'Sesión no iniciada',
    since: (time: string) => `Sesión cerrada, ${time}`,
    nobody: 'no se hacen consultas',
    refused: 'clave rechazada',
    deleted: 'copias guardadas eliminadas',
  },
  steps: stepsSpanish,
  fields: fieldSpanish,
};

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'ID de cliente';
  return by === 'phone' || by === 'email'
    ? inSentence(sharedSpanish.identifiers.labels[by])
    : identifierNoun(by);
}

export { viewSpanish as words };
