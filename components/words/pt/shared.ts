import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { identifierNoun, inSentence } from './nouns.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'números de telefone',
  email: 'endereços de e-mail',
  instagram: 'IDs do Instagram',
  facebook: 'IDs do Facebook',
  telegram: 'IDs do Telegram',
  whatsapp: 'IDs do WhatsApp',
  username: 'nomes de usuário',
  extension: 'ramais',
  other: 'IDs de cliente deste tipo',
};

/** `Chamada de entrada`, `Mensagem interna do Telegram`: the direction stands between noun and product. */
interface ChannelName {
  noun: string;
  internal: string;
  of: string;
}

const messageOf = (of: string): ChannelName => ({ noun: 'Mensagem', internal: 'interna', of });

const channelNames: Record<Channel, ChannelName> = {
  phone: { noun: 'Chamada', internal: 'interna', of: '' },
  sms: { noun: 'SMS', internal: 'interno', of: '' },
  whatsapp: messageOf(' do WhatsApp'),
  email: { noun: 'E-mail', internal: 'interno', of: '' },
  chat: { noun: 'Chat', internal: 'interno', of: '' },
  instagram: messageOf(' do Instagram'),
  facebook: messageOf(' do Facebook'),
  telegram: messageOf(' do Telegram'),
  other: messageOf(''),
};

/** What card, panel and options page all say, in Portuguese. */
export const sharedPortuguese: SharedWords = {
  theCrm: 'CRM',
  crms: (names: string[]) => listOf(names),
  contact: 'Contato',
  sections: { details: 'Detalhes', more: 'Mais' },
  fields: {
    address: 'Endereço',
    birthday: 'Nascimento',
    city: 'Cidade',
    company: 'Empresa',
    country: 'País',
    countryName: 'País',
    jobTitle: 'Cargo',
    language: 'Idioma',
    nickname: 'Apelido',
    note: 'Observação',
    owner: 'Responsável',
    role: 'Função',
    street: 'Rua',
    timeZone: 'Fuso horário',
    website: 'Site',
    zip: 'Código postal',
  },
  contacts: {
    noName: 'Sem nome',
    company: 'Empresa',
    noCompany: 'Sem empresa',
  },
  values: {
    yes: 'Sim',
    no: 'Não',
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  },
  times: {
    justNow: 'agora mesmo',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} dias`,
    seconds: (count: number) => `${count} s`,
    minutesAgo: (count: number) => `há ${count} min`,
    hoursAgo: (count: number) => `há ${count} h`,
    daysAgo: (count: number) => `há ${count} dias`,
    dayAt: (day: string, time: string) => `${day}, ${time}`,
    copy: (ago: string) => `cópia, ${ago}`,
  },
  identifiers: {
    labels: {
      phone: 'Telefone',
      email: 'E-mail',
      instagram: 'ID do Instagram',
      facebook: 'ID do Facebook',
      telegram: 'ID do Telegram',
      whatsapp: 'ID do WhatsApp',
      username: 'Nome de usuário',
      extension: 'Ramal',
      other: 'ID de cliente',
    },
    carriers: (count: number, kind: IdentifierKind, more = false) => {
      const forms = { one: 'contato tem', many: 'de contatos têm', other: 'contatos têm' };
      return `${more ? 'Mais de ' : ''}${amount(count)} ${plural(count, forms)} este ${identifierNoun(kind)}`;
    },
    organisationHas: (name: string, kind: IdentifierKind) =>
      `\u2068${name}\u2069 tem este ${identifierNoun(kind)}`,
    anOrganisation: 'Uma organização',
    noContactHas: (kind: IdentifierKind) => `Nenhum contato tem este ${identifierNoun(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `Nenhuma cópia salva deste ${identifierNoun(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) =>
      `O ${crm} não tem onde guardar ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `O ${crm} guarda somente ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'Um administrador pode escolher um campo para eles nas opções.',
    noteByHand: (crm: string) => `Se precisar, anote no ${crm} manualmente.`,
    nobodyAssigns: (crm: string) => `O ${crm} não permite atribuir IDs de cliente por aqui`,
    assignThere: (crm: string) => `Faça isso no próprio ${crm}.`,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      const { noun, internal, of } = channelNames[channel];
      const sides = { inbound: ' de entrada', outbound: ' de saída', internal: ` ${internal}`, unknown: '' };
      return `${noun}${sides[direction]}${of}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      if (channel !== 'phone') return 'A plataforma não informou com quem é a conversa';
      return `A plataforma não informou ${outbound ? 'para quem' : 'de quem'} é a chamada`;
    },
    withheld: 'Número oculto',
    noNumber: 'Número não informado',
    pageClosed: 'Página fechada',
    waiting: 'Aguardando',
    calling: 'Chamando',
    ringing: 'Tocando',
    fresh: 'Nova mensagem',
    held: 'Em espera',
    active: 'Em andamento',
    joinedLate: 'Início não visto',
    whyLate: 'Começou antes de o Ringside estar presente',
    ended: (ago: string) => `terminou ${ago}`,
    missed: 'Perdida',
    failed: 'Falhou',
    notAnswered: 'Não atendida',
    finished: 'Encerrada',
  },
  reasons: {
    chosen: 'Escolhido por você',
    created: 'Criado por você',
    byContactId: 'ContactID da plataforma',
    matched: (label: string) => `${label} confere`,
    matchedExactly: (label: string) => `${label} confere exatamente`,
    matchedAssuming: (label: string, country: string) => `${label} confere, país presumido: ${country}`,
    matchedReading: (label: string, number: string) => `${label} confere, lido como ${number}`,
    merged: 'mesclado a este contato',
    unknownContactId: (crm: string) => `ContactID não existe no ${crm}`,
    copyJustMade: 'Cópia salva agora mesmo',
    copyOld: (span: string) => `Cópia salva há ${span}`,
    lookingIn: (crm: string) => `Procurando no ${crm}`,
    notLookedUp: 'Consulta não feita',
    nothingYet: 'Nada para procurar ainda',
    noAnswer: (crm: string) => `Sem resposta do ${crm}`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${name}. ${reason}.`,
    noContact: 'Nenhum contato.',
    rejected: 'Não é esta pessoa. Pesquise ou crie um contato.',
    copy: (name: string, reason: string) => `${name}. Cópia salva. ${reason}.`,
    noAnswer: 'O CRM não responde.',
  },
  spoke: {
    never: 'Sem interações anteriores',
    before: {
      phone: 'Chamada:',
      email: 'E-mail:',
      chat: 'Chat:',
      sms: 'SMS:',
      whatsapp: 'WhatsApp:',
      instagram: 'Instagram:',
      facebook: 'Facebook:',
      telegram: 'Telegram:',
    },
    beforeOther: 'Última interação:',
    withYou: 'com você',
    with: (agent: string) => `com ${agent}`,
  },
  writes: {
    create: 'Novo contato',
    createOf: (name: string) => `Novo contato ${name}`,
    update: 'Alteração',
    updateOf: (label: string) => `Alteração de ${inSentence(label)}`,
    assign: 'ID de cliente',
    undo: 'Desfazer',
  },
  card: {
    hide: 'Ocultar o cartão',
    open: 'Abrir painel',
    more: 'Mais',
    move: 'Arraste ou use as setas',
    notHere: 'Não nesta plataforma',
    noMore: 'Sem cartão nesta plataforma',
    undo: 'Desfazer',
    unfold: (who: string, state: string) => `${who}, ${inSentence(state)}. Abrir o cartão`,
    signedOut: (crm: string) => `Sessão encerrada no ${crm}`,
    noCrm: 'Nenhum CRM conectado',
    notMatched: 'Sem correspondência',
  },
  head: {
    placeUnknown: 'Local desconhecido',
    there: <Part>(time: Part): Sentence<Part> => ['hora local ', time],
    callerName: <Part>(name: Part): Sentence<Part> => ['Nome na chamada “', name, '”'],
    name: <Part>(name: Part): Sentence<Part> => ['Nome “', name, '”'],
    was: (value: string) => `antes: ${value}`,
  },
};

export { sharedPortuguese as words };
