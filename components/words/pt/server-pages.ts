import type { PagesWords } from '../en/server-pages.ts';
import type { Sentence } from '../language/sentence.ts';

/** The pages of the companion server itself, in Portuguese. */
export const pagesPortuguese: PagesWords = {
  signIn: {
    title: 'Entrar',
    lead: 'Os seus contatos aparecem na janela de onde você veio.',
    email: 'E-mail',
    password: 'Senha',
    submit: 'Entrar',
    demo: 'Este é um espaço de demonstração. Os dados de um agente de demonstração já estão preenchidos; as pessoas são fictícias.',
    blocked: <Part>(button: Part): Sentence<Part> => [
      'Esta página inicia a sua sessão para o widget do Ringside. Abra-a com o botão ',
      button,
      ' do próprio widget: sozinha, ela não leva a lugar nenhum.',
    ],
    noScript: 'Para entrar é preciso JavaScript.',
    needed: 'Preencha o e-mail e a senha.',
    wrong: 'O e-mail ou a senha está incorreto.',
    failed: 'O servidor não conseguiu iniciar a sua sessão. Tente de novo.',
    tooMany: (seconds: string) => `Tentativas demais. Tente de novo em ${seconds} s.`,
    noAnswer: 'O servidor não responde. Tente de novo.',
  },
  home: {
    title: 'Companion CRM do Ringside',
    heading: 'O Companion CRM está funcionando',
    lead: 'Ele guarda contatos para o Ringside, que mostra ao agente com quem ele está falando, e fornece o widget que outras páginas incorporam.',
    demo: 'Este é um espaço de demonstração: as pessoas são fictícias, e a senha dos agentes é pública.',
    forAgents: 'Para agentes',
    openWidget: 'Abrir o widget',
    widgetMeans: 'O contato em uma página própria. Entre por lá.',
    forAdministrators: 'Para administradores',
    connect: 'Conectar a extensão',
    connectHow: <Part>(crm: Part): Sentence<Part> => [
      'Nas opções da extensão, escolha ',
      crm,
      ' e digite o endereço desta página e um token.',
    ],
    agents: 'Adicionar agentes',
    agentsHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Com ',
      flag,
      '; todos os parâmetros estão em ',
      document,
      '.',
    ],
    embed: 'Incorporar o widget',
    embedHow: <Part>(flag: Part, document: Part): Sentence<Part> => [
      'Indique a página com ',
      flag,
      '; veja ',
      document,
      '.',
    ],
    forPrograms: 'Para programas',
    description: 'Descrição da API',
    descriptionHolds: 'OpenAPI 3.1, todas as rotas.',
    health: 'Estado do serviço',
    healthMeans: 'Responde assim que o banco de dados responder.',
  },
};

export { pagesPortuguese as words };
