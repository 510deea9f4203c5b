import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in Spanish. */
export const pagesSpanish: PagesWords = {
  signIn: {
    title: 'Iniciar sesión',
    lead: 'Sus contactos aparecerán en la ventana anterior.',
    email: 'Correo',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    demo: 'Este es un espacio de demostración. Los datos de un agente de demostración ya están introducidos; las personas son ficticias.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'Esta página inicia sesión en el widget de Ringside. Ábrala con el botón ',
      button,
      ' del propio widget: por sí sola no lleva a ninguna parte.',
    ],
    noScript: 'Para iniciar sesión se necesita JavaScript.',
    needed: 'Escriba el correo y la contraseña.',
    wrong: 'El correo o la contraseña no son correctos.',
    failed: 'El servidor no ha podido iniciar la sesión. Vuelva a intentarlo.',
    tooMany: (seconds: string) => `Demasiados intentos. Vuelva a intentarlo en ${seconds} s.`,
    noAnswer: 'El servidor no responde. Vuelva a intentarlo.',
  },
  home: {
    title: 'Companion CRM de Ringside',
    heading: 'El Companion CRM está en marcha',
    lead: 'Guarda contactos para Ringside, que muestra al agente con quién está hablando, y sirve el widget que otras páginas integran.',
    demo: 'Este es un espacio de demostración: las personas son ficticias y la contraseña de los agentes es pública.',
    forAgents: 'Para agentes',
    openWidget: 'Abrir el widget',
    widgetMeans: 'La vista del contacto en su propia página. Inicie sesión allí.',
    forAdministrators: 'Para administradores',
    connect: 'Conectar la extensión',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'En las opciones de la extensión, elija ',
      crm,
      ' y escriba la dirección de esta página y un token.',
    ],
    agents: 'Añadir agentes',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Con ',
      flag,
      '; todos los parámetros están en ',
      document,
      '.',
    ],
    embed: 'Integrar el widget',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Indique la página con ',
      flag,
      '; consulte ',
      document,
      '.',
    ],
    forPrograms: 'Para programas',
    description: 'Descripción de la API',
    descriptionHolds: 'OpenAPI 3.1, todas las rutas.',
    health: 'Estado del servicio',
    healthMeans: 'Responde en cuanto responde la base de datos.',
  },
};

export { pagesSpanish as words };
