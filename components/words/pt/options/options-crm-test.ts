import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { crmTestEnglish } from '../../en/options/options-crm-test.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** Kinds that arrive from hosts; extension numbers are the host's own business. */
const kindNames: Record<Exclude<IdentifierKind, 'extension'>, string> = {
  phone: 'números de telefone',
  email: 'endereços de e-mail',
  instagram: 'IDs do Instagram',
  facebook: 'IDs do Facebook',
  telegram: 'IDs do Telegram',
  whatsapp: 'IDs do WhatsApp',
  username: 'nomes de usuário',
  other: 'outros IDs de cliente',
};

const doings = {
  create: 'criar contatos',
  update: 'alterar campos',
  search: 'pesquisar por nome',
  link: 'acrescentar um número ou endereço a um contato',
  move: 'passar um número ou endereço de um contato para outro',
  unlink: 'retirar um número ou endereço de um contato',
};

/** The test of a CRM, and what to know of it, in Portuguese. */
export const crmTestPortuguese: typeof crmTestEnglish = {
  lookup: 'O que uma consulta pergunta',
  title: 'Teste',
  test: 'Testar',
  testing: 'Testando',
  again: 'Testar de novo',
  before: 'testado antes da sua alteração',
  justNow: 'testado agora mesmo',
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: number) => {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${numberFormat(digits).format(count)} s`;
  },
  notTried: 'não testado',
  notKnown: 'desconhecido',
  never: 'nunca',
  rest: ['Contatos', 'Campos e campanhas', 'Pesquisa por telefone', 'Criação'],
  signingIn: 'Início da sessão',
  answers: 'O endereço responde',
  answersSlowly: 'O endereço responde devagar',
  slowMeans: 'Um agente espera o mesmo tempo por um contato que ainda não está salvo aqui.',
  signedInAs: (agent: string) => `Sessão iniciada como ${agent}`,
  contactsRead: 'Os contatos podem ser lidos',
  contactsUnread: 'Os contatos não podem ser lidos',
  fieldsRead: (workspace: string) => `Os campos e as campanhas de ${workspace} foram lidos`,
  fieldsUnread: 'Os campos e as campanhas não podem ser lidos',
  campaigns: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'campanha', many: 'de campanhas', other: 'campanhas' })}`,
  failure: (text: string, advice: string) => `${text}. ${advice}`,
  phoneSearch: 'Pesquisa por telefone',
  noNumber: 'Nenhum dos contatos lidos tem um número de telefone para o teste.',
  phoneSearchFails: 'A pesquisa por telefone falha',
  isFound: (who: string, number: string) => `A pesquisa por ${number} encontra ${who}`,
  isNotFound: (who: string, number: string) => `A pesquisa por ${number} não encontra ${who}`,
  notFoundMeans:
    'O número está no CRM, mas procurar por ele não leva ao contato. Verifique o país dos números nacionais; um CRM que indexa com atraso pode precisar de um minuto.',
  withOthers: (count: number) => {
    const forms = { one: 'contato tem', many: 'de contatos têm', other: 'contatos têm' };
    return `Mais ${amount(count)} ${plural(count, forms)} este número: os agentes terão de escolher.`;
  },
  leftOut: (contacts: number, parts: number) => {
    const whole = { one: 'contato', many: 'de contatos', other: 'contatos' };
    const some = {
      one: 'parte de um contato ou campo',
      many: 'de partes de contatos ou campos',
      other: 'partes de contatos ou campos',
    };
    const left = [
      ...(contacts > 0 ? [`${amount(contacts)} ${plural(contacts, whole)}`] : []),
      ...(parts > 0 ? [`${amount(parts)} ${plural(parts, some)}`] : []),
    ];
    return `Nem tudo pode ser lido. De fora: ${listOf(left, 'conjunction')}`;
  },
  leftOutMeans:
    'O resto é usado. O diagnóstico mostra o que foi omitido, depois que os agentes trabalharem com ele.',
  creating: 'Criação de contatos',
  creatingUnknown: 'Este CRM não informa quem pode. Só se saberá quando o primeiro contato for criado.',
  createsNone: (crm: string) => `O ${crm} não cria contatos pelo Ringside`,
  canCreate: 'Contatos podem ser criados',
  cannotCreate: 'Contatos não podem ser criados',
  giveRight: (crm: string) =>
    `Dê a este usuário a permissão de criar contatos no ${crm} e teste de novo. A leitura funciona sem ela.`,
  headlines: {
    noFields: 'Os contatos podem ser lidos, os campos não',
    notByPhone: 'Os contatos podem ser lidos, mas não encontrados por telefone',
    noCreating: 'A leitura funciona, a criação não',
    slow: 'Tudo funciona, mas devagar',
    notAll: 'Tudo funciona, mas nem todos os contatos podem ser lidos por inteiro',
    all: 'Tudo funciona',
  },
  tried: {
    'running-product': 'Testado no produto em funcionamento',
    'recorded-exchanges': 'Testado com trocas de dados registradas do produto em funcionamento',
    'published-contract': 'Feito a partir do contrato publicado, não testado no serviço',
    'documents-only': 'Feito a partir da documentação, não testado no serviço',
  },
  cannot: (what: (keyof typeof doings)[]) =>
    `Não permite ${listOf(
      what.map((one) => doings[one]),
      'disjunction',
    )}`,
  cannotHold: (kinds: (keyof typeof kindNames)[]) =>
    `Não guarda ${listOf(
      kinds.map((kind) => kindNames[kind]),
      'disjunction',
    )}`,
  makeField: (field: string) =>
    `Crie para eles um campo de texto no CRM e indique o nome do campo acima, em “${field}”.`,
  byHand: 'Quem chega com um desses é escolhido manualmente a cada vez.',
  unguarded: 'Não percebe quando duas pessoas alteram o mesmo contato',
  laterHolds: 'Vale a última alteração.',
  almostGuarded: 'Duas pessoas que alteram o mesmo contato no mesmo segundo',
  numbersAreKept:
    'Em um mesmo campo, vale a última alteração. Se um número tomou o lugar do que a outra pessoa salvou, isso é percebido um segundo depois e corrigido ou informado.',
  searchesInAddress: 'As pesquisas vão no endereço',
  inLogs:
    'O registro de acesso do CRM, e o de um proxy diante dele, pode conter os números e nomes que foram procurados.',
};
