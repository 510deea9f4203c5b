import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);
const allOf = (names: string[]): string => (names.length === 0 ? 'ninguno' : listOf(names));

/** Saved copies, and settings as a file, in Spanish. */
export const transferSpanish: typeof transferEnglish = {
  copies: {
    title: 'Copias guardadas',
    lead: 'Ringside guarda copias cifradas de los contactos que ha leído, para mostrarlos al instante y cuando el CRM no responde. Dejan de poder leerse al cerrar la sesión o el navegador.',
    freshMinutes: 'Vigencia, en minutos',
    freshMinutesHint:
      'Hasta entonces la copia se muestra sin volver a consultar el CRM. Con 0 se consulta siempre.',
    staleHours: 'Conservación, en horas',
    staleHoursHint:
      'Hasta entonces la copia se muestra al instante, con su antigüedad, mientras se consulta el CRM. Después se elimina.',
    missSeconds: 'No encontrados, en segundos',
    missSecondsHint: 'Cuánto tiempo recuerda Ringside que el CRM no conoce a nadie con un número.',
    deleteNow: 'Eliminar ahora las copias guardadas',
    askDelete: '¿Eliminar las copias guardadas?',
    delete: 'Eliminar',
    deleteMeans: 'En el CRM no cambia nada. Los contactos se vuelven a leer cuando hacen falta.',
    deleted: 'Se han eliminado las copias guardadas.',
    notDeleted:
      'No se han podido eliminar las copias guardadas. Cierre el navegador: después ya no se podrán leer.',
    numberUpTo: (most: number) => `Un número de 0 a ${most}.`,
  },
  title: 'Importar, exportar',
  lead: 'Lleve la configuración a otros navegadores en un archivo. Nunca contiene las claves de los CRM.',
  export: 'Exportar',
  exportHolds: 'Plataformas, direcciones de los CRM, vista y copias guardadas, en JSON',
  exported: (file: string) => `${file} se ha entregado al navegador.`,
  import: 'Importar',
  shownFirst: 'Primero se muestra lo que cambiaría',
  wrongFile: 'Qué está mal en el archivo',
  nothingChanged: 'no se ha modificado nada',
  read: (file: string) => `${file} se ha leído. Aún no ha cambiado nada.`,
  unreadable: (file: string) => `${file} no se puede importar.`,
  imported: 'Se ha importado la configuración.',
  importedInPart:
    'Se ha importado la configuración. Falta permitir algunas plataformas o CRM: vea “Plataformas” y “CRM”.',
  notImported: 'No se ha importado nada.',
  wouldChange: 'Qué cambiaría',
  nothingWould: 'No cambiaría nada',
  thisWould: 'Cambiaría esto',
  replaceMine: 'Reemplazar mi configuración',
  lines: {
    hosts: 'Plataformas',
    fresh: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'nueva', many: 'nuevas', other: 'nuevas' })}`,
    changed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'modificada', many: 'modificadas', other: 'modificadas' })}`,
    removed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'quitada', many: 'quitadas', other: 'quitadas' })}`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `ahora ${amount(now)}, después ${amount(then)}: ${changes.join(', ')}`,
    header: 'Encabezado ContactID',
    trusted: (origins: string[]) => `será de confianza para ${listOf(origins)}`,
    crm: 'CRM',
    stay: 'cambia “Mantener la sesión iniciada”',
    crmsChange: 'cambian su orden, nombres, plataformas o campos',
    crmThen: (now: string[], then: string[]) => `ahora ${allOf(now)}, después ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `ahora ${allOf(now)}, después ${allOf(then)}; a continuación, inicie sesión en ${listOf(signIns)}`,
    rules: 'Reglas',
    rulesThen: (now: number, then: number) => `propias: ahora ${amount(now)}, después ${amount(then)}`,
    view: 'Vista',
    changes: 'cambia',
    copies: 'Copias guardadas',
    livesChange: 'cambian los plazos',
  },
};
