import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { fileSpanish } from './options-files.ts';

const plural = pluralOf('es');
const amount = (count: number): string => numberFormat().format(count);

/** The frame of the options page, what all its sections say, and how the view looks. In Spanish. */
export const pageSpanish: typeof pageEnglish = {
  title: 'Opciones de Ringside',
  version: 'Versión',
  documents: 'Documentación',
  options: 'Opciones',
  save: 'Guardar',
  saved: 'Guardado',
  cancel: 'Cancelar',
  remove: 'Quitar',
  replace: 'Reemplazar',
  allow: 'Permitir',
  tryAgain: 'Reintentar',
  discard: 'Descartar cambios',
  discarded: 'Se han descartado los cambios.',
  askRemove: (name: string) => `¿Quitar ${name}?`,
  removeOf: (name: string) => `Quitar ${name}`,
  removed: (name: string) => `Se ha quitado ${name}.`,
  nothingChanged: 'No se ha modificado nada',
  someUnsaved: 'Hay cambios sin guardar.',
  unreadable: 'No se puede leer la configuración. Recargue esta página.',
  notSaved: 'No guardado: el navegador no lo ha admitido. Lo escrito sigue aquí; vuelva a intentarlo.',
  settingsProblems: {
    newer: (version: number) =>
      `Esta configuración procede de un Ringside más reciente (versión ${version} de la configuración). Aquí se puede ver, pero no modificar.`,
    damaged: (paths: string[]) =>
      `No se ha podido leer la configuración guardada (${paths.map((path) => path || fileSpanish.allOfIt).join(', ')}). Ringside usa los valores predeterminados; la configuración dañada se conserva.`,
  },
  sections: {
    hosts: 'Plataformas',
    rules: 'Reglas',
    diagnostics: 'Diagnóstico',
    crms: 'CRM',
    fields: 'Campos y secciones',
    view: 'Vista',
    'saved-copies': 'Copias guardadas',
    transfer: 'Importar, exportar',
  },
  steps: {
    list: 'Pasos hasta la primera llamada',
    crm: 'Conectar el CRM',
    host: 'Conectar el softphone o la bandeja de entrada',
    call: 'Recibir una llamada: quien llame a continuación aparece en el panel',
    done: ' (hecho)',
  },
  view: {
    title: 'Vista',
    lead: 'Qué se abre cuando llega una llamada o un chat, y con qué aspecto.',
    opensWith: 'Abrir con',
    views: {
      auto: 'Según el uso de la bandeja de entrada',
      reduced: 'Vista reducida',
      full: 'Vista completa',
    },
    autoHint:
      'La vista completa junto a una bandeja de entrada completa; si no, la reducida. Si un agente cambia de vista, se recuerda para esa plataforma y esa bandeja.',
    sameHint: 'Siempre la misma, se use como se use la bandeja de entrada. El agente puede cambiarla.',
    remembered: 'Recordado',
    choices: (count: number) => {
      const forms = {
        one: 'elección del agente',
        many: 'de elecciones del agente',
        other: 'elecciones del agente',
      };
      return `${amount(count)} ${plural(count, forms)}`;
    },
    forget: 'Olvidar',
    forgotten: 'Se han olvidado las elecciones recordadas.',
    arrival: 'Al llegar, mostrar',
    surfaces: {
      card: 'Tarjeta en la página',
      notification: 'Notificación',
      badge: 'Solo el contador del icono',
    },
    arrivalHint:
      'Solo mientras no haya un panel abierto junto a la página. Si una página no admite la tarjeta, aparece una notificación.',
    names: 'Las notificaciones muestran el nombre',
    namesHint: 'Si no, solo indican el canal y la campaña: otras personas pueden ver esta pantalla.',
    discreet: 'No anunciar nombres ni números',
    discreetHint: 'El lector de pantalla dice que se ha encontrado un contacto, pero no quién es.',
    singleKeys: 'Atajos de una sola tecla en la vista',
    singleKeysHint:
      'Como N para “No es esta persona”. Desactívelos si la voz o un toque accidental los acciona.',
    browserKeys: 'Atajos en todo el navegador',
    browserKeysHint: 'Abrir el panel, pasar de una interacción a otra, buscar.',
    changeKeys: 'Cambiar atajos',
    language: 'Idioma',
    languageAuto: 'El de la plataforma; si no, el del navegador',
    theme: 'Tema',
    themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro' },
  },
  address: {
    none: 'Escriba o pegue primero una dirección.',
    'not-an-address':
      'Esto no es una dirección. Pegue lo que el navegador muestra en la barra de direcciones.',
    'not-web': 'Ringside solo funciona con páginas web, no con páginas del propio navegador ni con archivos.',
    insecure:
      'Esta dirección no está cifrada (http): cualquiera en el camino podría leer y alterar los datos. Use https; http solo funciona en este equipo (localhost).',
    'user-info': 'No incluya el nombre ni la contraseña en la dirección.',
    closed: 'El navegador no permite extensiones en esta página.',
    many: 'Esto representa muchos sitios. Escriba la dirección de uno: Ringside nunca pide un dominio entero.',
    blanks: 'Una dirección no lleva espacios. Pegue lo que el navegador muestra en la barra de direcciones.',
    word: 'Esto es una palabra, no una dirección. Pegue la dirección completa del navegador, con https://.',
  },
};
