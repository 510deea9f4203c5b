import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Zoho CRM, in Spanish. */
export const zohoSpanish: CrmWords<'zoho'> = {
  about: 'Zoho CRM: sus contactos; una cuenta si solo ella tiene el número.',
  plan: 'Una consulta del número tal como se escribe, en todos los campos de teléfono; si no encuentra a nadie, la búsqueda por teléfono del propio Zoho. Direcciones de correo y otros ID de cliente: una solicitud. Si nadie tiene el número, se consultan las cuentas de la misma manera, y una solicitud más busca a las personas de una que lo tenga.',
  form: {
    baseUrl: {
      label: 'Dirección de la API',
      hint: 'La de la región en la que está su organización: zohoapis.com, .eu, .in, .com.au, .jp, .ca, .sa, .uk o .com.cn.',
    },
    credential: {
      hint: 'Un token de acceso por OAuth, con los ámbitos ZohoCRM.modules.contacts.ALL, ZohoCRM.settings.fields.READ, ZohoCRM.users.READ, ZohoCRM.coql.READ y ZohoSearch.securesearch.READ y, para encontrar cuentas por sus números, ZohoCRM.modules.accounts.READ. Dura una hora.',
    },
    otherFields: {
      hint: 'Nombres de API de los campos de una línea que guardan lo que no es número de teléfono ni dirección de correo. Puede quedar vacío.',
    },
  },
};
