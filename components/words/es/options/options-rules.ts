import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** What the editor of host rules says, and a trial of them on an open tab, in Spanish. */
export const rulesSpanish: typeof rulesEnglish = {
  startFrom: 'Empezar con…',
  startFromLabel: 'Empezar con una plantilla o un archivo',
  templates: 'Plantillas',
  shipped: 'Incluidas',
  own: 'Propias',
  template: {
    phone: 'Un teléfono: un recuadro por llamada',
    inbox: 'Una bandeja de entrada: chats, uno de ellos abierto',
    mails: 'Un correo web: una lista y el marco que abre un correo',
    messages: 'Mensajes de ventana',
    socket: 'JSON por WebSocket',
  },
  askReplace: (name: string) => `¿Poner ${name} en lugar de lo escrito?`,
  replaceMeans: 'Lo que hay en el editor no se ha añadido a las reglas y se perdería.',
  usable: (name: string) => `${name} se puede usar.`,
  counts: (rules: number) =>
    `${amount(rules)} ${plural(rules, { one: 'regla', many: 'de reglas', other: 'reglas' })}`,
  line: (line: number) => `Línea ${amount(line)}`,
  goToLine: (line: number) => `Ir a la línea ${amount(line)}`,
  tryIt: 'Probar en la pestaña abierta',
  lead: 'Muestra lo que cada selector encuentra en una página abierta, mientras cambia. El contenido de esa página solo lo ve usted y no se guarda en ningún sitio; no se consulta nada. Con la página junto a esta se ven las dos.',
  beside: 'Abrir junto a la página',
  address: 'Dirección de la página',
  addressHint: 'El navegador pregunta si Ringside puede leerla; al detener la prueba se renuncia al permiso.',
  try: 'Probar',
  stop: 'Detener',
  whichTab: 'Qué pestaña',
  untitled: (id: number) => `Pestaña ${id}`,
  notYet: 'No hay nada que probar mientras las reglas de arriba no se puedan usar.',
  noneOfPages:
    'Ninguna de estas reglas lee el contenido de una página. Las de mensajes y WebSocket se prueban con la propia página: conéctela y mire en “Diagnóstico”.',
  refused: (origin: string) => `No se ha dado permiso al navegador para que Ringside lea ${origin}.`,
  noTab: (origin: string) =>
    `No hay ninguna pestaña abierta en ${origin}. Abra la página y vuelva a intentarlo.`,
  notEntered: 'El navegador no permite scripts en esta pestaña. Recárguela o pruebe con otra página.',
  loading: 'Esperando a la página…',
  page: 'La propia página',
  frame: 'Un marco en la página',
  reading: {
    reads: 'puede leer esta página',
    unseen: 'encuentra filas, ninguna visible',
    'cannot-read': 'ninguna versión encaja con esta página',
    elsewhere: 'es para otro sitio',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, versión de ${version}`,
  columns: {
    path: 'Dónde',
    selector: 'Selector',
    found: 'Encontrados',
    seen: 'Visibles',
    texts: 'Texto',
  },
  selectorsOf: (rule: string) => `Selectores de ${rule}`,
  interactionsOf: (rule: string) => `Interacciones de ${rule}`,
  interactions: (count: number) => {
    if (count === 0) return 'Ninguna interacción';
    const forms = { one: 'interacción', many: 'de interacciones', other: 'interacciones' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  unknownSelector: 'El navegador no conoce este selector',
  looked: 'el agente la está viendo',
  beginsNothing: 'no inicia nada por sí sola',
};
