import type { hostsEnglish } from '../../en/options/options-hosts.ts';

/** Hosts and their rules, in Portuguese. */
export const hostsPortuguese: typeof hostsEnglish = {
  titleFirst: 'Conectar uma plataforma',
  title: 'Plataformas',
  lead: 'Uma plataforma é a página em que você atende chamadas e chats. O Ringside lê as plataformas abaixo e nenhuma outra página.',
  connectedHosts: 'Plataformas conectadas',
  address: 'Endereço da plataforma',
  addressHint:
    'Serve qualquer endereço da página em que você trabalha. Depois, o navegador pergunta se o Ringside pode ler esse site.',
  connect: 'Conectar',
  already: 'Esta plataforma já está conectada.',
  refused: (origin: string) =>
    `O navegador não foi autorizado a ler ${origin}, por isso a conexão não foi feita. Nada foi salvo.`,
  connectedNow: (origin: string) =>
    `Conexão feita com ${origin}. As páginas que já estão abertas devem ser recarregadas.`,
  mayRead: (name: string) => `O Ringside pode ler ${name}. Recarregue as páginas que já estão abertas.`,
  mayNotRead: (name: string) => `O navegador não foi autorizado a ler ${name}. A conexão continua desfeita.`,
  connected: 'Conectada',
  notAllowed: 'O navegador não deixa o Ringside ler esta página',
  allow: (name: string) => `Permitir ${name}`,
  optionsOf: (name: string) => `Opções de ${name}`,
  options: 'Opções',
  removeMeans:
    'O Ringside deixa de ler esta página, esquece as opções dela e devolve a permissão ao navegador.',
  name: 'Nome',
  nameHint: 'O que os agentes leem em vez do endereço',
  nameTooLong: (most: number) => `No máximo ${most} caracteres.`,
  campaign: 'Cabeçalho da campanha',
  campaignHint: 'O cabeçalho SIP que indica a campanha de uma chamada',
  campaignWrong: 'Somente letras, dígitos e hifens, de 1 a 64, como X-Campaign.',
  card: 'O cartão sobre as páginas',
  internal: 'Mostrar também as chamadas internas',
  trust: 'Confiar no cabeçalho ContactID desta plataforma',
  trustHint:
    'Quem liga pode escrever cabeçalhos SIP. Ative isto só se o seu servidor de telefonia remove X-Contact-Id de toda chamada que vem de fora; senão, quem liga pode escolher de quem é o registro que se abre.',
  advanced: 'Avançado',
  frames: 'Endereços dos quadros',
  framesHint:
    'Se a caixa de entrada é um quadro de outro site (uContact): esse site, ou vários separados por espaços. Mensagens de todos os outros quadros são ignoradas.',
  sameSite: 'O mesmo site',
  tooManyFrames: (most: number) => `No máximo ${most} endereços.`,
  rules: {
    title: 'Regras',
    lead: 'As regras dizem como ler as chamadas e os chats de uma plataforma que o Ringside não conhece. São dados e não podem executar código.',
    howWritten: 'Como as regras são escritas',
    files: 'Arquivos de regras',
    own: 'Próprias',
    ownInPlace: 'Próprias, no lugar das incluídas',
    shipped: 'Incluídas',
    tried: (day: string) => `testadas em ${day}`,
    anyHost: 'qualquer plataforma',
    use: 'Usar',
    useOf: (name: string) => `Usar ${name}`,
    removeShippedAgain:
      'O arquivo é apagado destas configurações, e as regras incluídas voltam a ser usadas.',
    removeMeans:
      'O arquivo é apagado destas configurações. As chamadas que só ele sabe ler deixam de ser vistas.',
    add: 'Adicionar regras',
    asJson: 'Regras em JSON',
    sameId: 'Um arquivo com o id de outro toma o lugar dele',
    orFile: 'Ou um arquivo',
    checkAndAdd: 'Verificar e adicionar',
    wrong: 'O que está errado nas regras',
    refused: 'Estas regras não podem ser usadas. Nada foi alterado.',
    added: (name: string) => `Adicionado: ${name}.`,
    replaced: (name: string) => `Substituído: ${name}.`,
    askReplace: (name: string) => `Substituir ${name}?`,
    replaceMeans: (id: string) => `Já há um arquivo próprio com o id ${id}. O novo toma o lugar dele.`,
  },
};
