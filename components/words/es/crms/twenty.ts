import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Twenty, in Spanish. */
export const twentySpanish: CrmWords<'twenty'> = {
  about: 'Twenty, en la nube o en un servidor propio: sus personas.',
  plan: 'Una solicitud sobre los números principales y los adicionales, dígito a dígito; una segunda para el nombre de una empresa que no se había visto antes.',
  form: {
    baseUrl: { hint: 'La de su propio servidor, o https://api.twenty.com.' },
    oauthClientId: {
      hint: 'Para iniciar sesión como persona y no con una clave, si su Twenty ofrece OAuth (POST /oauth/register da un ID de cliente OAuth). Puede quedar vacío.',
    },
    credential: {
      hint: 'En Twenty: “Settings”, “APIs & Webhooks”, “Create key”. Twenty la muestra una sola vez.',
    },
  },
};
