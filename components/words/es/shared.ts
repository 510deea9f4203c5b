import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inSentence, ofCrm, theCrm, thisIdentifier } from './grammar/nouns.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'números de teléfono',
  email: 'direcciones de correo',
  instagram: 'ID de Instagram',
  facebook: 'ID de Facebook',
  telegram: 'ID de Telegram',
  whatsapp: 'ID de WhatsApp',
  username: 'nombres de usuario',
  extension: 'extensiones',
  other: 'ID de cliente de este tipo',
};

const identifierLabels: Record<IdentifierKind, string> = {
  phone: 'Teléfono',
  email: 'Correo',
  instagram: 'ID de Instagram',
  facebook: 'ID de Facebook',
  telegram: 'ID de Telegram',
  whatsapp: 'ID de WhatsApp',
  username: 'Nombre de usuario',
  extension: 'Extensión',
  other: 'ID de cliente',
};

/** `el teléfono`, `la extensión`: the only feminine one. */
const theIdentifier = (label: string): string =>
  `${label === identifierLabels.extension ? 'la' : 'el'} ${inSentence(label)}`;

/** `Llamada entrante`, `Mensaje interno de Telegram`: the direction stands between noun and product. */
interface ChannelName {
  noun: string;
  internal: string;
  of: string;
}

const messageOf = (of: string): ChannelName => ({ noun: 'Mensaje', internal: 'interno', of });

const channelNames: Record<Channel, ChannelName> = {
  phone: { noun: 'Llamada', internal: 'interna', of: '' },
  sms: { noun: 'SMS', internal: 'interno', of: '' },
  whatsapp: messageOf(' de WhatsApp'),
  email: { noun: 'Correo', internal: 'interno', of: '' },
  chat: { noun: 'Chat', internal: 'interno', of: '' },
  instagram: messageOf(' de Instagram'),
  facebook: messageOf(' de Facebook'),
  telegram: messageOf(' de Telegram'),
  other: messageOf(''),
};

/** What card, panel and options page all say, in Spanish. */
export const sharedSpanish: SharedWords = {
  theCrm,
  crms: (names: string[]) => listOf(names),
  contact: 'Contacto',
  sections: { details: 'Detalles', more: 'Más' },
  fields: {
    address: 'Dirección',
    birthday: 'Nacimiento',
    city: 'Ciudad',
    company: 'Empresa',
    country: 'País',
    countryName: 'País',
    jobTitle: 'Cargo',
    language: 'Idioma',
    nickname: 'Apodo',
    note: 'Nota',
    owner: 'Responsable',
    role: 'Función',
    street: 'Calle',
    timeZone: 'Zona horaria',
    website: 'Sitio web',
    zip: 'Código postal',
  },
  contacts: {
    noName: 'Sin nombre',
    company: 'Empresa',
    noCompany: 'Sin empresa',
  },
  values: {
    yes: 'Sí',
    no: 'No',
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  },
  times: {
    justNow: 'hace un momento',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} días`,
    seconds: (count: number) => `${count} s`,
    minutesAgo: (count: number) => `hace ${count} min`,
    hoursAgo: (count: number) => `hace ${count} h`,
    daysAgo: (count: number) => `hace ${count} días`,
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    copy: (ago: string) => `copia, ${ago}`,
  },
  identifiers: {
    labels: identifierLabels,
    carriers: (count: number, kind: IdentifierKind, more = false) => {
      const forms = { one: 'contacto tiene', many: 'de contactos tienen', other: 'contactos tienen' };
      return `${more ? 'Más de ' : ''}${amount(count)} ${plural(count, forms)} ${thisIdentifier(kind)}`;
    },
    organisationHas: (name: string, kind: IdentifierKind) =>
      `\u2068${name}\u2069 tiene ${thisIdentifier(kind)}`,
    anOrganisation: 'Una organización',
    noContactHas: (kind: IdentifierKind) => `Ningún contacto tiene ${thisIdentifier(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `Ninguna copia guardada con ${thisIdentifier(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) =>
      `${crmFirst(crm)} no tiene dónde guardar ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `${crmFirst(crm)} solo guarda ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'Un administrador puede reservarles un campo en las opciones.',
    noteByHand: (crm: string) => `Si hace falta, anótelo manualmente en ${crm}.`,
    nobodyAssigns: (crm: string) => `${crmFirst(crm)} no permite asignar ID de cliente desde aquí`,
    assignThere: (crm: string) => `Hágalo directamente en ${crm}.`,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      const { noun, internal, of } = channelNames[channel];
      const sides = { inbound: ' entrante', outbound: ' saliente', internal: ` ${internal}`, unknown: '' };
      return `${noun}${sides[direction]}${of}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      if (channel !== 'phone') return 'La plataforma no ha indicado con quién es la conversación';
      return `La plataforma no ha indicado ${outbound ? 'a quién se llama' : 'quién llama'}`;
    },
    withheld: 'Número oculto',
    noNumber: 'Número no indicado',
    pageClosed: 'Página cerrada',
    waiting: 'Esperando',
    calling: 'Llamando',
    ringing: 'Sonando',
    fresh: 'Por atender',
    held: 'En espera',
    active: 'En curso',
    joinedLate: 'Inicio no visto',
    whyLate: 'Empezó antes que Ringside',
    ended: (ago: string) => `terminó ${ago}`,
    missed: 'Perdida',
    failed: 'Fallida',
    notAnswered: 'Sin respuesta',
    finished: 'Finalizada',
  },
  reasons: {
    chosen: 'Elegido por usted',
    created: 'Creado por usted',
    byContactId: 'ContactID de la plataforma',
    matched: (label: string) => `Coincide ${theIdentifier(label)}`,
    matchedExactly: (label: string) => `Coincide exactamente ${theIdentifier(label)}`,
    matchedAssuming: (label: string, country: string) =>
      `Coincide ${theIdentifier(label)}, país supuesto: ${country}`,
    matchedReading: (label: string, number: string) =>
      `Coincide ${theIdentifier(label)}, leído como ${number}`,
    merged: 'fusionado con este contacto',
    unknownContactId: (crm: string) => `ContactID no encontrado en ${crm}`,
    copyJustMade: 'Copia guardada hace un momento',
    copyOld: (span: string) => `Copia guardada hace ${span}`,
    lookingIn: (crm: string) => `Buscando en ${crm}`,
    notLookedUp: 'Sin consultar',
    nothingYet: 'Nada que buscar aún',
    noAnswer: (crm: string) => `Sin respuesta ${ofCrm(crm)}`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${name}. ${reason}.`,
    noContact: 'Ningún contacto.',
    rejected: 'No es esta persona. Busque o cree un contacto.',
    copy: (name: string, reason: string) => `${name}. Copia guardada. ${reason}.`,
    noAnswer: 'El CRM no responde.',
  },
  spoke: {
    never: 'Sin interacciones previas',
    before: {
      phone: 'Llamada:',
      email: 'Correo:',
      chat: 'Chat:',
      sms: 'SMS:',
      whatsapp: 'WhatsApp:',
      instagram: 'Instagram:',
      facebook: 'Facebook:',
      telegram: 'Telegram:',
    },
    beforeOther: 'Última interacción:',
    withYou: 'con usted',
    with: (agent: string) => `con ${agent}`,
  },
  writes: {
    create: 'Nuevo contacto',
    createOf: (name: string) => `Nuevo contacto ${name}`,
    update: 'Cambio',
    updateOf: (label: string) => `Cambio de ${inSentence(label)}`,
    assign: 'ID de cliente',
    undo: 'Deshacer asignación',
  },
  card: {
    hide: 'Ocultar la tarjeta',
    open: 'Abrir panel',
    more: 'Más',
    move: 'Arrastrar o usar las flechas',
    notHere: 'No en esta plataforma',
    noMore: 'Sin tarjeta en esta plataforma',
    undo: 'Deshacer',
    unfold: (who: string, state: string) => `${who}, ${inSentence(state)}. Abrir la tarjeta`,
    signedOut: (crm: string) => `Sesión cerrada en ${crm}`,
    noCrm: 'Ningún CRM conectado',
    notMatched: 'Sin coincidencia',
  },
  head: {
    placeUnknown: 'Lugar desconocido',
    there: <Part>(time: Part): Sentence<Part> => [time, ' hora local'],
    callerName: <Part>(name: Part): Sentence<Part> => ['Nombre en la llamada “', name, '”'],
    name: <Part>(name: Part): Sentence<Part> => ['Nombre “', name, '”'],
    was: (value: string) => `antes: ${value}`,
  },
};

export { sharedSpanish as words };
