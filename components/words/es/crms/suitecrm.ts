import type { CrmWords } from '../../en/crms/crm-words.ts';

/** SuiteCRM, in Spanish. */
export const suitecrmSpanish: CrmWords<'suitecrm'> = {
  about: 'SuiteCRM 7: sus contactos; una cuenta si solo ella tiene el número.',
  plan: 'Una solicitud por número, en sus cuatro campos, dígito a dígito. Una dirección de correo requiere dos: la API antigua encuentra a quién pertenece y después se leen todos los resultados a la vez. Si nadie tiene el número, una más pregunta qué cuenta lo tiene y otra busca a sus personas. Una conexión nueva pide primero un token y los campos.',
  form: {
    baseUrl: { hint: 'La del propio SuiteCRM, sin index.php ni Api.' },
    oauthClientId: {
      hint: 'En SuiteCRM: “Admin”, “OAuth2 Clients and Tokens”, “New Client Credentials Client”.',
    },
    user: {
      hint: 'Para encontrar también por dirección de correo, algo que SuiteCRM solo permite a usuarios. Puede quedar vacío.',
    },
    credential: {
      hint: 'El secreto que se escribió para ese cliente OAuth. Con un nombre de usuario: el secreto, un espacio y la contraseña de ese usuario.',
    },
  },
};
