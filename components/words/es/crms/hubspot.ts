import type { CrmWords } from '../../en/crms/crm-words.ts';

/** HubSpot, in Spanish. */
export const hubspotSpanish: CrmWords<'hubspot'> = {
  about:
    'HubSpot: sus contactos, con el token de una aplicación privada; una empresa si solo ella tiene el número.',
  plan: 'Una búsqueda: los dígitos nacionales en las propiedades de búsqueda del propio HubSpot para teléfono y móvil, o E.164 en los tres números; la dirección de correo o una de las adicionales. Si nadie tiene el número, una más pregunta qué empresa lo tiene y otra busca a sus personas.',
  form: {
    credential: {
      hint: 'El token de acceso de una aplicación privada. En HubSpot: “Settings”, “Integrations”, “Private Apps”, “Create”. Ámbitos: crm.objects.contacts.read y .write, crm.schemas.contacts.read y, para encontrar empresas por sus números, crm.objects.companies.read.',
    },
    otherFields: { label: 'Propiedades para otros ID de cliente' },
  },
};
