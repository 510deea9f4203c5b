import type { CrmWords } from '../../en/crms/crm-words.ts';

/** A REST API with a definition, in Spanish. */
export const restSpanish: CrmWords<'rest'> = {
  plan: 'Lo que dice la definición: una solicitud por consulta, o una segunda si la primera no encuentra a nadie o sus resultados deben leerse enteros, y una por cada página adicional. Un contacto fusionado se lee una vez más. El inicio de sesión y la lista de campos se piden una sola vez.',
  form: {
    baseUrl: { hint: 'La base de todas las rutas de la definición.' },
    user: {
      label: 'Nombre de usuario o ID de cliente OAuth',
      hint: 'Solo para basic, login y OAuth 2. En los demás casos puede quedar vacío.',
    },
    credential: { label: 'Clave, contraseña o secreto de cliente' },
    definition: {
      label: 'Definición',
      hint: 'Qué preguntar y dónde están las respuestas, en JSON. Lo que puede contener está en crm-definitions.md, en la documentación.',
    },
  },
  examples: {
    minimal: 'Lo mínimo necesario',
    dolibarr: 'Dolibarr: filtros en la consulta',
    django: 'Django REST framework: páginas, un token, campos que enumera',
    jmap: 'Cyrus: varias llamadas en una solicitud (JMAP)',
    tryton: 'Tryton: llamadas por POST (JSON-RPC)',
    vtiger: 'Vtiger: un desafío para iniciar sesión, formularios, un lenguaje de consulta',
  },
};
