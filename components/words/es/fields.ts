import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { fieldEnglish } from '../en/fields.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { crmFirst, inSentence, ofTheChannel, thisChannel } from './grammar/nouns.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** What fields and the form of a new contact say, in Spanish. */
export const fieldSpanish: typeof fieldEnglish = {
  nobody: 'Nadie',
  notSet: 'Sin definir',
  empty: 'vacío',
  this: (channel: Channel) => thisChannel(channel),
  from: (channel: Channel) => ofTheChannel(channel),
  tooLong: (crm: string) => ` Demasiado largo para mostrarlo entero aquí. Véalo en ${crm}.`,
  unread: (crm: string) => ` No se puede leer todo. Véalo en ${crm}.`,
  edit: (label: string) => `Editar ${inSentence(label)}`,
  typeToFind: 'Escribir para buscar',
  noSuchOption: 'No existe esa opción',
  chosen: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'elegida', many: 'elegidas', other: 'elegidas' })}`,
  whyNot: (label: string) => `Por qué no se puede modificar: ${inSentence(label)}`,
  notEditable: {
    crm: (crm: string) => `${crmFirst(crm)} no permite modificar este contacto desde aquí.`,
    field: (crm: string) => `${crmFirst(crm)} no permite modificar esto desde aquí.`,
    cut: (crm: string) => `Aquí no está completo. Modifíquelo en ${crm}.`,
    kind: (crm: string) => `${crmFirst(crm)} no tiene dónde guardar esto. Modifíquelo allí.`,
    unlink: (crm: string) =>
      `${crmFirst(crm)} no permite quitar números ni direcciones desde aquí. Hágalo allí.`,
  },
  copyOf: (label: string) => `Copiar ${inSentence(label)}`,
  copyIt: 'Copiar',
  emptyFields: (count: number) => {
    const forms = { one: 'campo vacío', many: 'de campos vacíos', other: 'campos vacíos' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  elsewhere: 'Otra persona ha modificado este contacto, pero no este valor.',
  changed: <Part>(newer: Part): Sentence<Part> => [
    'Otra persona ha modificado este valor. Ahora es “',
    newer,
    '”.',
  ],
  saveMine: 'Guardar el mío',
  takeNewer: 'Usar el nuevo',
  name: 'Nombre',
  phone: 'Teléfono',
  email: 'Correo',
  identifiers: 'Identificadores',
  shared: 'compartido',
  only: <Part>(campaigns: Part): Sentence<Part> => ['Solo ', campaigns],
  copy: (age: string) => `copia, ${age}`,
  notKept: 'no se guarda',
  createIn: 'Crear en',
  required: 'obligatorio',
  optional: 'opcional',
  create: 'Crear contacto',
  draftNotKept: 'Borrador no guardado',
  keepingDraft: 'Guardando borrador',
  draftKept: 'Borrador guardado',
};
