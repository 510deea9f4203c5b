import type { CrmWords } from '../../en/crms/crm-words.ts';

/** EspoCRM, in Spanish. */
export const espocrmSpanish: CrmWords<'espocrm'> = {
  about: 'EspoCRM 7 y posteriores: sus contactos; una cuenta si solo ella tiene el número.',
  plan: 'Una solicitud encuentra a quien tiene el número, por sus dígitos tal como se escriben; una segunda ronda lee entero cada resultado, ya que las listas omiten los segundos números. Si nadie tiene el número, una más pregunta qué cuenta lo tiene, y dos leen la cuenta y sus personas.',
  form: {
    baseUrl: { hint: 'La del propio EspoCRM, sin api/v1.' },
    credential: {
      hint: 'En EspoCRM: “Administration”, “API Users”, “Create”, con “API Key”. Su rol debe permitir leer, crear y editar contactos, y leer cuentas.',
    },
  },
};
