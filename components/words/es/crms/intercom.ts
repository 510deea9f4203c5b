import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Intercom, in Spanish. */
export const intercomSpanish: CrmWords<'intercom'> = {
  about: 'Intercom: sus usuarios y leads.',
  plan: 'Una búsqueda: el número que contiene los dígitos nacionales o que está escrito como se suele escribir; la dirección de correo; los atributos definidos para otros ID de cliente.',
  form: {
    baseUrl: {
      label: 'Dirección de la API',
      hint: 'La de la región en la que está su espacio de trabajo: api.intercom.io, api.eu.intercom.io o api.au.intercom.io.',
    },
    credential: {
      hint: 'El token de acceso de una aplicación propia. En el Developer Hub de Intercom: “New app”, “Authentication”. La aplicación sigue siendo suya y no hace falta publicarla.',
    },
    otherFields: {
      hint: 'Atributos que guardan lo que no es número de teléfono ni dirección de correo: los personalizados por su nombre, o external_id. Puede quedar vacío.',
    },
  },
};
