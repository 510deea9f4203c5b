import type { ExpectedValue, Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel, EndReason } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const states: Record<Facts['state'], string> = {
  pending: 'aguardando',
  offered: 'oferecida',
  active: 'em andamento',
  held: 'em espera',
  finished: 'encerrada',
  closed: 'concluída',
};

const channels: Record<Channel, string> = {
  phone: 'telefone',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'e-mail',
  chat: 'chat',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  other: 'outro canal',
};

const directions: Record<Facts['direction'], string> = {
  inbound: 'de entrada',
  outbound: 'de saída',
  internal: 'interna',
  unknown: 'direção desconhecida',
};

const endings: Record<EndReason, string> = {
  completed: 'completa',
  missed: 'perdida',
  rejected: 'recusada',
  cancelled: 'cancelada',
  elsewhere: 'atendida em outro lugar',
  failed: 'com falha',
  'host-gone': 'página fechada',
};

const inboxes: Record<string, string> = {
  docked: 'encaixada',
  full: 'inteira',
  hidden: 'oculta',
  unknown: 'de modo desconhecido',
};

const expected: Record<ExpectedValue, string> = {
  text: 'esperava-se um texto',
  number: 'esperava-se um número',
  'yes-or-no': 'esperava-se sim ou não',
  list: 'esperava-se uma lista',
  object: 'esperava-se um objeto',
  time: 'esperava-se data e hora',
  form: 'em formato diferente do esperado',
  size: 'de tamanho diferente do esperado',
  charset: 'esperava-se um texto em um conjunto de caracteres conhecido',
};

const ruleOrRules = (rules: string[]): string =>
  `${plural(rules.length, { one: 'a regra', many: 'as regras', other: 'as regras' })} ${rules.join(', ')}`;
const find = (rules: string[]): string =>
  plural(rules.length, { one: 'encontra', many: 'encontram', other: 'encontram' });
const events = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'evento', many: 'de eventos', other: 'eventos' })}`;

/** What Ringside sees on host pages and reads of CRMs, in Portuguese. */
export const diagnosticsPortuguese: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'Regras de página',
    'host-protocol': 'Protocolo da plataforma',
    'json-websocket': 'JSON por WebSocket',
    media: 'Estado da mídia',
    'message-rules': 'Regras de mensagem',
    'sip-websocket': 'SIP por WebSocket',
    'xmpp-websocket': 'XMPP por WebSocket',
  },
  title: 'Diagnóstico',
  lead: 'O que o Ringside vê nas páginas abertas das plataformas e lê dos CRMs, e por que omitiu algo. Nada aqui traz nome ou número de cliente; letras como #3fa9c1 representam uma interação.',
  copy: 'Copiar relatório',
  copied: 'O relatório foi copiado.',
  notCopied: 'O navegador não deixou copiar o relatório. Abra “O que diz o relatório” e copie por lá.',
  clear: 'Limpar',
  cleared: 'Os eventos e as contagens foram apagados.',
  notCleared: 'Não foi possível apagar os eventos e as contagens. Tente de novo.',
  noPage:
    'Nenhuma página de plataforma está aberta. Abra ou recarregue a página em que você atende chamadas e chats.',
  reportSays: 'O que diz o relatório',
  report: 'Relatório',
  thePage: 'a página',
  lastFew: (count: number) => `Últimos eventos (${count})`,
  last: (count: number) => `Últimos ${count} eventos`,
  lastEvents: 'Últimos eventos',
  live: 'Interações em curso',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${states[state]}, ${channels[channel]}, ${directions[direction]}`,
  tab: (tab: number) => `aba ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `aba ${tab}, quadro ${frame}`,
  seenBy: 'Vista por',
  since: (time: string) => `desde ${time}`,
  strategies: 'Estratégias',
  idle: (names: string[]) => `Em execução, nada visto: ${names.join(', ')}`,
  leftOut: (dropped: string) => `Omitido: ${dropped}`,
  reasons: {
    'not-valid': 'inválido',
    'too-big': 'grande demais',
    'forbidden-key': 'contém um nome que poderia causar dano',
    'too-many': 'eventos demais de uma vez',
    'forged-sender': 'remetente forjado: dito por uma janela que não pode dizê-lo',
    older: 'mais antigo do que o já conhecido',
    echo: 'eco de uma interação já encerrada',
    'never-live': 'encerrada antes de ser vista em curso',
    internal: 'chamada interna: não é mostrada nesta plataforma',
    'untrusted-contact-id': 'ContactID omitido: o cabeçalho não é confiável nesta plataforma',
    failed: 'o Ringside falhou ao processá-lo',
  },
  briefly: {
    'forged-sender': 'remetente forjado',
    'never-live': 'encerrada sem ser vista',
    echo: 'eco',
    older: 'mais antigo',
    internal: 'interna',
    'untrusted-contact-id': 'ContactID não confiável',
  },
  reasonAt: (reason: string, path: string) => `${reason} em ${path}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${endings[endReason]})`;
    const number = withheld ? ', número oculto' : numberless ? ', sem número' : '';
    return `${states[state]}${ending}, ${channels[channel]}, ${directions[direction]}${number}`;
  },
  inFocus: 'em foco',
  noFocus: 'nada em foco',
  inbox: (mode: string) => `caixa de entrada ${inboxes[mode] ?? mode}`,
  language: (tag: string) => `idioma ${tag}`,
  hello: 'a plataforma se apresenta',
  entry: 'entrada da linha do tempo',
  unread: 'descartado sem ser lido',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'nome',
    campaign: 'campanha',
    queue: 'fila',
    agent: 'agente',
    threadId: 'conversa',
    startedAt: 'início',
    answeredAt: 'atendimento',
    attributes: 'atributos',
  },
  standing: {
    notAllowed: {
      words: 'Conectada, mas não escutada',
      advice:
        'A página está aberta e o Ringside está nela, mas não a escuta: a plataforma não está conectada, ou o navegador não disse que o Ringside pode lê-la. Veja em “Plataformas”.',
    },
    notEntered: {
      words: 'Aberta, mas sem resposta',
      advice:
        'Esta aba não deixou o Ringside entrar: está travada ou ainda carregando. As outras páginas não ficam paradas por causa dela. Recarregue-a ou feche-a.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'Não é possível ler esta página',
      advice: `Nela, ${ruleOrRules(rules)} não ${find(rules)} o que procurar. Entre por lá ou abra as chamadas; se nada mudar, a plataforma tem uma nova versão e precisa de uma regra mais nova.`,
    }),
    reload: {
      words: 'É preciso recarregar',
      advice:
        'Esta página foi aberta antes do Ringside: o que acontece nela pode não ser visto até que seja recarregada.',
    },
    unseen: (rules: string[]) => ({
      words: 'Linhas encontradas, nenhuma visível',
      advice: `Nesta página, ${ruleOrRules(rules)} ${find(rules)} linhas, e nenhuma delas está à vista. É o normal enquanto nada acontece. Caso contrário, a página pode ser estreita demais para mostrar a lista: alargue a janela dela ou estreite o painel.`,
    }),
    sees: 'Vê interações',
    nothing: 'Nada visto ainda',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `O que acontece nesta página é visto: ${events(count)} (${listOf(by)}), o último às ${last}`,
      nothing: 'Esta página pode ser lida; nada aconteceu nela ainda',
    },
    details: 'Detalhes',
  },
  strategy: {
    failed: 'não conseguiu iniciar nesta página',
    cannotRead: 'não consegue ler esta página',
    canRead: 'consegue ler esta página',
    unseen: 'consegue ler esta página: linhas encontradas, nenhuma visível',
    hasSeen: (count: number) => `viu ${events(count)}`,
    forOthers: (name: string) => `${name} (para outras páginas)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const calls = plural(seen, { one: 'chamada', many: 'de chamadas', other: 'chamadas' });
      const others = plural(seen, { one: 'interação', many: 'de interações', other: 'interações' });
      const what = channel === 'phone' ? calls : others;
      return `clientId: ${at} não encontrou nada em ${empty} de ${seen} ${what}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${version}, diagnóstico de ${time}`,
    noPage: 'Nenhuma página de plataforma está aberta.',
    seenBy: (names: string[]) => `vista por ${names.join(', ')}`,
    nothingSeen: (names: string[]) => `Nada visto: ${names.join(', ')}`,
  },
  leftOfCrm: {
    title: 'Nem tudo o que ele responde pode ser lido',
    advice:
      'O que está listado aqui foi omitido, e o resto é usado. Pode ter sido gravado por uma importação ou por outro programa; corrigido no CRM, volta a ser lido.',
    part: ({ of, whole, path, expected: code }: Unread) => {
      const what = {
        contact: whole ? 'Contato omitido' : 'Omitido de um contato',
        company: whole ? 'Empresa omitida' : 'Omitido de uma empresa',
        field: whole ? 'Campo omitido' : 'Omitido de um campo',
      }[of];
      return `${what}${path === '' ? '' : `: ${path}`}, ${expected[code]}`;
    },
    times: (times: string, last: string) => `${times}, última: ${last}`,
  },
  times: (count: number) =>
    `${amount(count)} ${plural(count, { one: 'vez', many: 'de vezes', other: 'vezes' })}`,
};
