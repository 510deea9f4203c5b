import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { inSentence } from '../grammar/nouns.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const states: Record<Facts['state'], string> = {
  pending: 'esperando',
  offered: 'por atender',
  active: 'en curso',
  held: 'en espera',
  finished: 'finalizada',
  closed: 'cerrada',
};

const channels: Record<Channel, string> = {
  phone: 'teléfono',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'correo',
  chat: 'chat',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  other: 'otro canal',
};

const directions: Record<Facts['direction'], string> = {
  inbound: 'entrante',
  outbound: 'saliente',
  internal: 'interna',
  unknown: 'sentido desconocido',
};

const endings: Record<EndReason, string> = {
  completed: 'completada',
  missed: 'perdida',
  rejected: 'rechazada',
  cancelled: 'cancelada',
  elsewhere: 'atendida en otro lugar',
  failed: 'fallida',
  'host-gone': 'página cerrada',
};

const inboxes: Record<string, string> = {
  docked: 'acoplada',
  full: 'completa',
  hidden: 'oculta',
  unknown: 'de modo desconocido',
};

const expected: Record<ExpectedValue, string> = {
  text: 'se esperaba un texto',
  number: 'se esperaba un número',
  'yes-or-no': 'se esperaba sí o no',
  list: 'se esperaba una lista',
  object: 'se esperaba un objeto',
  time: 'se esperaba fecha y hora',
  form: 'de forma distinta a la esperada',
  size: 'de tamaño distinto al esperado',
  charset: 'se esperaba un texto en un juego de caracteres conocido',
};

const theRules = (rules: string[]): string =>
  `${plural(rules.length, { one: 'la regla', many: 'las reglas', other: 'las reglas' })} ${rules.join(', ')}`;
const find = (rules: string[]): string =>
  plural(rules.length, { one: 'encuentra', many: 'encuentran', other: 'encuentran' });
const events = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'evento', many: 'de eventos', other: 'eventos' })}`;

/** What Ringside sees on host pages and reads of CRMs, in Spanish. */
export const diagnosticsSpanish: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'Reglas de página',
    'host-protocol': 'Protocolo de plataforma',
    'json-websocket': 'JSON por WebSocket',
    media: 'Estado multimedia',
    'message-rules': 'Reglas de mensajes',
    'sip-websocket': 'SIP por WebSocket',
    'xmpp-websocket': 'XMPP por WebSocket',
  },
  title: 'Diagnóstico',
  lead: 'Lo que Ringside ve en las páginas abiertas de las plataformas y lee de los CRM, y por qué ha omitido algo. Nada de esto contiene nombres ni números de clientes; letras como #3fa9c1 representan una interacción.',
  copy: 'Copiar informe',
  copied: 'Se ha copiado el informe.',
  notCopied: 'El navegador no ha dejado copiar el informe. Abra “Qué dice el informe” y cópielo allí.',
  clear: 'Borrar',
  cleared: 'Se han borrado los eventos y los recuentos.',
  notCleared: 'No se han podido borrar los eventos y los recuentos. Vuelva a intentarlo.',
  noPage:
    'No hay ninguna página de plataforma abierta. Abra o recargue la página en la que se atienden llamadas y chats.',
  reportSays: 'Qué dice el informe',
  report: 'Informe',
  thePage: 'la página',
  lastFew: (count: number) => `Últimos eventos (${count})`,
  last: (count: number) => `Últimos ${count} eventos`,
  lastEvents: 'Últimos eventos',
  live: 'Interacciones en curso',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${states[state]}, ${channels[channel]}, ${directions[direction]}`,
  tab: (tab: number) => `pestaña ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `pestaña ${tab}, marco ${frame}`,
  seenBy: 'Vista por',
  since: (time: string) => `desde: ${inSentence(time)}`,
  strategies: 'Estrategias',
  idle: (names: string[]) => `En marcha, nada visto: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Omitido: ${dropped}`,
  reasons: {
    'not-valid': 'no válido',
    'too-big': 'demasiado grande',
    'forbidden-key': 'contiene un nombre que podría causar daños',
    'too-many': 'demasiados a la vez',
    'forged-sender': 'remitente falsificado: lo ha dicho una ventana que no puede decirlo',
    older: 'más antiguo que lo ya conocido',
    echo: 'eco de una interacción ya terminada',
    'never-live': 'terminada antes de verla en curso',
    internal: 'llamada interna: no se muestra en esta plataforma',
    'untrusted-contact-id': 'ContactID omitido: su encabezado no es de confianza en esta plataforma',
    failed: 'Ringside ha fallado al procesarlo',
  },
  briefly: {
    'forged-sender': 'remitente falsificado',
    'never-live': 'terminada sin verla',
    echo: 'eco',
    older: 'más antiguo',
    internal: 'interna',
    'untrusted-contact-id': 'ContactID sin confianza',
  },
  reasonAt: (reason: string, path: string) => `${reason} en ${path}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    const number = withheld ? ', número oculto' : numberless ? ', sin número' : '';
    return `${states[state]}${ending}, ${channels[channel]}, ${directions[direction]}${number}`;
  },
  inFocus: 'con el foco',
  noFocus: 'nada con el foco',
  inbox: (mode: string) => `bandeja de entrada ${inboxes[mode] ?? mode}`,
  language: (tag: string) => `idioma ${tag}`,
  hello: 'la plataforma se presenta',
  entry: 'entrada de la cronología',
  unread: 'descartado sin leer',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'nombre',
    campaign: 'campaña',
    queue: 'cola',
    agent: 'agente',
    threadId: 'conversación',
    startedAt: 'inicio',
    answeredAt: 'respuesta',
    attributes: 'atributos',
  },
  standing: {
    notAllowed: {
      words: 'Conectada, pero no se lee',
      advice:
        'La página está abierta y Ringside está en ella, pero no la lee: la plataforma no está conectada o el navegador no ha confirmado que Ringside pueda leerla. Mire en “Plataformas”.',
    },
    notEntered: {
      words: 'Abierta, pero no responde',
      advice:
        'Esta pestaña no ha dejado entrar a Ringside: está bloqueada o aún se está cargando. No detiene a las demás páginas. Recárguela o ciérrela.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'No se puede leer esta página',
      advice: `En ella ${theRules(rules)} no ${find(rules)} lo esperado. Inicie sesión allí o abra sus llamadas; si nada cambia, la plataforma tiene una versión nueva y necesita una regla más reciente.`,
    }),
    reload: {
      words: 'Hay que recargar',
      advice:
        'Esta página se abrió antes que Ringside: lo que ocurra en ella puede no verse hasta que se recargue.',
    },
    unseen: (rules: string[]) => ({
      words: 'Filas encontradas, ninguna visible',
      advice: `En esta página ${theRules(rules)} ${find(rules)} filas, pero ninguna está a la vista. Es lo normal mientras no ocurre nada. Si no, puede que la página sea demasiado estrecha para mostrar su lista: ensanche su ventana o estreche el panel.`,
    }),
    sees: 'Ve interacciones',
    nothing: 'Nada visto aún',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `Se ve lo que ocurre en esta página: ${events(count)} (${listOf(by)}); hora del último: ${last}`,
      nothing: 'Esta página se puede leer; aún no ha ocurrido nada en ella',
    },
    details: 'Detalles',
  },
  strategy: {
    failed: 'no ha podido iniciarse en esta página',
    cannotRead: 'no puede leer esta página',
    canRead: 'puede leer esta página',
    unseen: 'puede leer esta página: filas encontradas, ninguna visible',
    hasSeen: (count: number) => `ha visto ${events(count)}`,
    forOthers: (name: string) => `${name} (para otras páginas)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'llamada', many: 'de llamadas', other: 'llamadas' });
      const others = plural(seen, { one: 'interacción', many: 'de interacciones', other: 'interacciones' });
      const what = channel === 'phone' ? calls : others;
      return `clientId: ${at} no ha encontrado nada en ${empty} de ${seen} ${what}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, diagnóstico de ${time}`,
    noPage: 'No hay ninguna página de plataforma abierta.',
    seenBy: (names: string[]) => `vista por ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Nada visto: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'No todo lo que responde se puede leer',
    advice:
      'Lo que aparece aquí se ha omitido, y el resto se usa. Puede haberlo escrito una importación u otro programa; una vez corregido en el CRM, se vuelve a leer.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Contacto omitido' : 'Omitido de un contacto',
        company: whole ? 'Empresa omitida' : 'Omitido de una empresa',
        field: whole ? 'Campo omitido' : 'Omitido de un campo',
      }[of];
      return `${what}${path === '' ? '' : `: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, última: ${inSentence(last)}`,
  },
  times: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'vez', many: 'de veces', other: 'veces' })}`,
};
