import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Dolibarr, in Spanish. */
export const dolibarrSpanish: CrmWords<'dolibarr'> = {
  about:
    'Dolibarr: sus contactos, con la empresa a la que pertenecen, salvo los desactivados y los privados; un tercero si solo él tiene el número. Los campos adicionales solo se comunican a la clave de un administrador.',
  plan: 'Una solicitud: los dígitos del número nacional, con cualquier cosa entre ellos, en cualquiera de los tres campos de teléfono; las direcciones de correo sin distinguir mayúsculas; los otros ID de cliente en los campos adicionales definidos para ellos. Si nadie tiene el número, una más pregunta qué tercero lo tiene y otra busca a sus personas.',
  form: {
    baseUrl: { hint: 'La del propio Dolibarr, sin api/index.php.' },
    credential: {
      hint: 'En Dolibarr: en la ficha de un usuario, “Modify”, “Key for API”, generar. Antes un administrador activa el módulo “API/Web services (REST server)”.',
    },
    otherFields: {
      hint: 'Campos adicionales de contactos que guardan lo que no es número de teléfono ni dirección de correo. Puede quedar vacío.',
    },
  },
};
