import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'números de teléfono',
  email: 'direcciones de correo',
  instagram: 'ID de Instagram',
  facebook: 'ID de Facebook',
  telegram: 'ID de Telegram',
  whatsapp: 'ID de WhatsApp',
  username: 'nombres de usuario',
  other: 'otros ID de cliente',
};

const doings = {
  create: 'crear contactos',
  update: 'modificar campos',
  search: 'buscar por nombre',
  link: 'añadir un número o una dirección a un contacto',
  move: 'pasar un número o una dirección de un contacto a otro',
  unlink: 'quitar un número o una dirección a un contacto',
};

/** The test of a CRM, and what to know of it, in Spanish. */
export const crmTestSpanish: typeof crmTestEnglish = {
  lookup: 'Qué pregunta una consulta',
  title: 'Prueba',
  test: 'Probar',
  testing: 'Probando',
  again: 'Volver a probar',
  before: 'probado antes del cambio',
  justNow: 'probado hace un momento',
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number) => {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${numberFormat(digits).format(count)} s`;
  },
  notTried: 'sin probar',
  notKnown: 'desconocido',
  never: 'nunca',
  rest: ['Contactos', 'Campos y campañas', 'Búsqueda por teléfono', 'Creación'],
  signingIn: 'Inicio de sesión',
  answers: 'La dirección responde',
  answersSlowly: 'La dirección responde despacio',
  slowMeans: 'Un agente espera lo mismo por un contacto que aún no está guardado aquí.',
  signedInAs: (agent: string) => `Sesión iniciada como ${agent}`,
  contactsRead: 'Los contactos se pueden leer',
  contactsUnread: 'Los contactos no se pueden leer',
  fieldsRead: (workspace: string) => `Se han leído los campos y las campañas de ${workspace}`,
  fieldsUnread: 'Los campos y las campañas no se pueden leer',
  campaigns: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'campaña', many: 'de campañas', other: 'campañas' })}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Búsqueda por teléfono',
  noNumber: 'Ninguno de los contactos leídos tiene un número de teléfono con el que probar.',
  phoneSearchFails: 'La búsqueda por teléfono falla',
  isFound: (who: string, number: string) => `La búsqueda de ${number} encuentra a ${who}`,
  isNotFound: (who: string, number: string) => `La búsqueda de ${number} no encuentra a ${who}`,
  notFoundMeans:
    'El número está en el CRM, pero al buscarlo no se encuentra su contacto. Compruebe el país de los números nacionales; un CRM que indexa con retraso puede necesitar un minuto.',
  withOthers: (count: number) => {
    const forms = { one: 'contacto tiene', many: 'de contactos tienen', other: 'contactos tienen' };
    return `Además, ${amount(count)} ${plural(count, forms)} este número: los agentes tendrán que elegir.`;
  },
  leftOut: (contacts: number, parts: number) => {
    const whole = { one: 'contacto', many: 'de contactos', other: 'contactos' };
    const some = {
      one: 'parte de un contacto o campo',
      many: 'de partes de contactos o campos',
      other: 'partes de contactos o campos',
    };
    const left = [
      ...(contacts > 0 ? [`${amount(contacts)} ${plural(contacts, whole)}`] : []),
      ...(parts > 0 ? [`${amount(parts)} ${plural(parts, some)}`] : []),
    ];
    return `No todo se puede leer. Omitido: ${listOf(left, 'conjunction')}`;
  },
  leftOutMeans:
    'El resto se usa. El diagnóstico muestra qué se ha omitido, una vez que los agentes hayan trabajado con ello.',
  creating: 'Creación de contactos',
  creatingUnknown: 'Este CRM no indica quién puede. No se sabrá hasta que se cree el primer contacto.',
  createsNone: (crm: string) => `${crm} no crea contactos a través de Ringside`,
  canCreate: 'Se pueden crear contactos',
  cannotCreate: 'No se pueden crear contactos',
  giveRight: (crm: string) =>
    `Dé a este usuario permiso para crear contactos en ${crm} y vuelva a probar. La lectura funciona sin él.`,
  headlines: {
    noFields: 'Los contactos se pueden leer, los campos no',
    notByPhone: 'Los contactos se pueden leer, pero no encontrar por teléfono',
    noCreating: 'La lectura funciona, la creación no',
    slow: 'Todo funciona, pero despacio',
    notAll: 'Todo funciona, aunque no todos los contactos se pueden leer enteros',
    all: 'Todo funciona',
  },
  tried: {
    'running-product': 'Probado con el producto en funcionamiento',
    'recorded-exchanges': 'Probado con intercambios grabados del producto en funcionamiento',
    'published-contract': 'Hecho según el contrato publicado, sin probar con el servicio',
    'documents-only': 'Hecho según la documentación, sin probar con el servicio',
  },
  cannot: (what: (keyof typeof doings)[]) =>
    `No permite ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds: (keyof typeof kindNames)[]) =>
    `No guarda ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) =>
    `Cree para ellos un campo de texto en el CRM e indique su nombre arriba, en “${field}”.`,
  byHand: 'A quien llega con uno de ellos se le elige manualmente cada vez.',
  unguarded: 'No advierte que dos personas modifican un mismo contacto',
  laterHolds: 'Vale el último cambio.',
  almostGuarded: 'Dos personas que modifican un mismo contacto en el mismo segundo',
  numbersAreKept:
    'En un mismo campo vale el último cambio. Si un número ha reemplazado al de la otra persona, se advierte un segundo después y se restituye o se avisa.',
  searchesInAddress: 'Recibe las búsquedas en la dirección (URL)',
  inLogs:
    'Su registro de acceso, y el de un proxy delante de él, pueden contener los números y nombres buscados.',
};
