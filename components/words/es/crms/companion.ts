import type { CrmWords } from '../../en/crms/crm-words.ts';

/** The companion CRM, in Spanish. */
export const companionSpanish: CrmWords<'companion'> = {
  about: 'El servidor de CRM que viene con Ringside.',
  plan: 'Una solicitud por consulta: el servidor encuentra a todos los que tienen el identificador por su forma normalizada.',
  form: {
    baseUrl: { hint: 'Donde está en marcha el servidor Companion: https, o http en este equipo.' },
    credential: { hint: 'El token con el que se inició el servidor (--token).' },
  },
};
