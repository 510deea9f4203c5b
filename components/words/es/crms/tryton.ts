import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Tryton, in Spanish. */
export const trytonSpanish: CrmWords<'tryton'> = {
  about: 'Tryton 6 con el módulo party: sus terceros.',
  plan: 'Una solicitud: los terceros con un medio de contacto cuyo número es E.164 o tiene los mismos dígitos en el mismo orden, con todos sus medios de contacto. Una segunda solo para un tercero que se fusionó con otro.',
  form: {
    baseUrl: { hint: 'Donde responde trytond, con su puerto si lo hay.' },
    database: { hint: 'Como en la ventana de inicio de sesión del cliente de Tryton.' },
    user: {
      hint: 'Preferiblemente un usuario aparte, creado en “Administration”, “Users”, que pueda leer, escribir y crear terceros.',
    },
    credential: {
      label: 'Contraseña',
      hint: 'La de ese usuario. Tryton no ofrece aquí claves para cada programa.',
    },
  },
};
