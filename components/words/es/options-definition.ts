import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { inSentence } from './grammar/nouns.ts';
import { sharedSpanish } from './shared.ts';

const plural = pluralOf('es');
const startLarge = (text: string): string => text.charAt(0).toLocaleUpperCase('es') + text.slice(1);

/** The definition of a CRM and the try of it, in Spanish. */
export const definitionSpanish: typeof definitionEnglish = {
  title: 'La definición',
  usable: (name: string) => `${name}: se puede usar`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => inSentence(sharedSpanish.identifiers.labels[kind])).join(', ');
    const forms = { one: 'campo', many: 'de campos', other: 'campos' };
    const can = [
      kinds.length > 0 && `encuentra por ${names}`,
      searches && 'busca',
      creates && 'crea',
      edits && 'modifica',
      links && 'vincula',
      `${numberFormat().format(fields)} ${plural(fields, forms)}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Empezar con un ejemplo',
  startFrom: 'Empezar con…',
  openFile: 'Abrir una definición desde un archivo',
  askReplace: (name: string) => `¿Reemplazar la definición por ${name}?`,
  replaceMeans: 'Lo que hay ahora en el editor no se conserva en ningún otro sitio hasta que se guarda.',
  bodySent: 'Cuerpo de la solicitud',
  reply: 'Respuesta',
  fine: 'OK',
  refused: 'rechazada',
  noContent: 'sin contenido',
  milliseconds: (count: number) => `${count} ms`,
  noReply: 'Sin respuesta.',
  noReplyYet: 'Aún sin respuesta…',
  errors: {
    'bad-reply': {
      text: 'La respuesta no es como dice la definición',
      advice: 'Compare la respuesta con las rutas de la definición: la lista, el registro y su id.',
    },
    'not-found': {
      text: 'El CRM no tiene nada en esta ruta',
      advice:
        'Compare la ruta con la documentación de la API. Si responde 404 cuando no encuentra a nadie, noneIs404 es true.',
    },
    invalid: {
      text: 'El CRM no acepta la solicitud',
      advice:
        'El motivo está en la respuesta. Compare los parámetros y el cuerpo con la documentación de la API.',
    },
    'not-supported': {
      text: 'La definición no dice cómo',
      advice: 'No contiene ninguna búsqueda.',
    },
    'too-many': {
      text: 'Hay más contactos posibles de los que se han revisado',
      advice:
        'Indique cómo sigue la lista (pages) o pida menos: un fragmento más largo del número o un filtro que el CRM respete.',
    },
  },
  signedInAs: (name: string, id: string) => `Sesión iniciada como ${name} (${id})`,
  nobody: 'Nadie',
  nobodyMeans:
    'Ningún registro de la respuesta contiene lo buscado. ¿Está en un campo que la definición no nombra, o la ruta a la lista es incorrecta?',
  name: 'Nombre',
  contactId: 'ContactID',
  changed: 'Modificado',
  tryIt: 'Probar',
  lead: 'Consulta el CRM como lo haría una interacción y muestra lo enviado y lo recibido. En el CRM no se modifica nada, y nada de ello se guarda.',
  lookFor: 'Buscar',
  byWhat: 'Buscar por',
  kinds: {
    phone: { label: 'Número de teléfono', placeholder: '+44 20 7946 0123' },
    email: { label: 'Dirección de correo', placeholder: 'nombre@example.com' },
    id: { label: 'ContactID', placeholder: 'Como lo numera el CRM' },
    text: { label: 'Búsqueda de texto', placeholder: 'Parte de un nombre' },
    who: { label: 'Quién ha iniciado sesión', placeholder: '' },
  },
  unfit: {
    phone: 'Esto no es un número de teléfono. Con menos de siete dígitos es una extensión.',
    email: 'Escriba una dirección de correo.',
  },
  trying: 'Probando',
  try: 'Probar',
  sentAndAnswered: 'Enviado y respondido',
  nothingSent: 'No se ha enviado nada.',
  made: 'Lo que Ringside obtiene de ello',
  waiting: 'Esperando al CRM…',
};
