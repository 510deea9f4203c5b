import type { CrmWords } from '../../en/crms/crm-words.ts';

/** CardDAV, in Spanish. */
export const carddavSpanish: CrmWords<'carddav'> = {
  about: 'Una libreta de direcciones en cualquier servidor CardDAV, como Radicale o Nextcloud.',
  plan: 'La libreta se lee una vez, con cien fichas por solicitud, y se indexa aquí. Después cada consulta pregunta qué ha cambiado desde entonces y, si hay algo, lo lee.',
  form: {
    baseUrl: {
      label: 'Dirección de la libreta',
      hint: 'La dirección de la propia libreta, no la del servidor: como la muestra su página web u otro programa.',
    },
    user: { hint: 'Lo que se escribe para iniciar sesión en el servidor.' },
    credential: {
      label: 'Contraseña',
      hint: 'Si el servidor crea contraseñas para cada aplicación (Nextcloud: “Settings”, “Security”), una de ellas.',
    },
  },
};
