import type { CrmWords } from '../../en/crms/crm-words.ts';

/** Odoo, in Spanish. */
export const odooSpanish: CrmWords<'odoo'> = {
  about: 'Odoo 14 y posteriores: sus contactos, personas y empresas, salvo los archivados.',
  plan: 'Una solicitud: por el número que Odoo ha normalizado o por los dígitos nacionales de cualquier número. Una segunda para el país de la empresa de una persona que no indica ninguno. Si solo una empresa tiene el número, una más busca a sus personas. Una conexión nueva pregunta primero quién es el usuario y qué campos hay.',
  form: {
    baseUrl: { hint: 'Lo que el navegador muestra hasta la primera barra simple.' },
    database: {
      hint: 'En odoo.com, la primera parte de la dirección; en un servidor propio, lo que indique su página de inicio de sesión o su administrador.',
    },
    user: { hint: 'Lo que se escribe para iniciar sesión; a menudo una dirección de correo.' },
    credential: {
      hint: 'En Odoo, con ese usuario: “My Profile” (o “Preferences”), “Account Security”, “New API Key”. Odoo la muestra una sola vez.',
    },
  },
};
