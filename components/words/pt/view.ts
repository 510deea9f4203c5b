import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { ViewWords } from '../en/view.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { assignPortuguese } from './assign.ts';
import { errorPortuguese, limitPortuguese, problemPortuguese } from './errors.ts';
import { fieldPortuguese } from './fields.ts';
import { foundPortuguese } from './found.ts';
import { identifierNoun, inSentence, thisChannel } from './nouns.ts';
import { sharedPortuguese } from './shared.ts';
import { stepsPortuguese } from './steps.ts';
import { writePortuguese } from './writes.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** What the contact view says, in Portuguese. */
export const viewPortuguese: ViewWords = {
  errors: errorPortuguese,
  problems: problemPortuguese,
  limits: limitPortuguese,
  interactions: 'Interações',
  needsAttention: 'Requer atenção',
  save: 'Salvar',
  cancel: 'Cancelar',
  saving: 'Salvando',
  saved: 'Salvo',
  allSaved: 'Tudo salvo',
  notSaved: 'Não salvo',
  notSavedBecause: (what: string) => `Não salvo. ${what}.`,
  notSavedYet: 'Não salvo.',
  notSavedSo: (what: string, next: string) => `Não salvo. ${what}. ${next}`,
  ...writePortuguese,
  waiting: {
    count: (count: number) => `${amount(count)} aguardando`,
    title: 'Alterações aguardando envio',
    line: <Part>(label: Part, value: Part): Sentence<Part> => [label, ': ', value],
    lineOf: <Part>(write: Part, whose: Part): Sentence<Part> => [write, ', para ', whose],
    since: <Part>(time: Part): Sentence<Part> => ['Desde ', time],
    sinceFor: <Part>(time: Part, crm: Part): Sentence<Part> => ['Desde ', time, ', aguarda o ', crm],
    sendNow: 'Enviar agora',
    chip: 'aguardando',
    bySelf: (crm: string) => `Aguardando. Será enviado automaticamente assim que o ${crm} responder.`,
  },
  tryAgain: 'Tentar de novo',
  tryNow: 'Tentar agora',
  giveUp: 'Desistir',
  back: 'Voltar',
  signIn: 'Entrar',
  options: 'Opções',
  newContact: 'Novo contato',
  search: 'Pesquisar contatos',
  searchCopies: 'Pesquisar cópias salvas',
  notThisPerson: 'Não é esta pessoa',
  fullView: 'Visão completa',
  reducedView: 'Visão reduzida',
  assign: assignPortuguese,
  now: {
    last: 'Última interação',
    unknown: 'Última interação desconhecida',
    notTold: (crm: string) => `O ${crm} não informa quando vocês conversaram`,
    nothing: (crm: string) => `Nada registrado no ${crm}`,
    recorded: (crm: string) => `registrada no ${crm}`,
  },
  openIn: (crm: string) => `Abrir no ${crm}`,
  openRecord: 'Abrir o registro no CRM',
  copied: (label: string) => `Copiado: ${inSentence(label)}`,
  notCopied: 'Não copiado. Selecione o valor e copie manualmente.',
  browsed: { copy: 'Cópia salva', opened: 'Aberto por você', reading: 'lendo' },
  candidates: {
    peopleOf: <Part>(name: Part, people: number): Sentence<Part> => [
      'Número de ',
      name,
      ` · ${amount(people)} ${plural(people, { one: 'pessoa', many: 'de pessoas', other: 'pessoas' })}`,
    ],
    list: 'Contatos correspondentes',
    none: 'Nenhum destes?',
    more: (count: number) => `Lista limitada a ${amount(count)}. Pesquise os outros pelo nome.`,
    search: 'Pesquisar',
    noCompany: 'sem empresa',
    fact: (label: string, value: string) => `${inSentence(label)}: ${value}`,
  },
  host: {
    wasOpen: (name: string) => `A página de ${name} já estava aberta antes do Ringside`,
    reload: 'Recarregue a página para que as chamadas apareçam. Não durante uma chamada: ela seria encerrada',
    reloadNow: 'Recarregar',
    cannotRead: (name: string) => `O Ringside não consegue ler a página de ${name}`,
    signInThere:
      'Entre por lá ou recarregue a página. Se continuar assim, avise o administrador: talvez as chamadas não apareçam',
  },
  idle: {
    recent: 'Contatos recentes',
    nobody: 'Ninguém ainda. As pessoas com quem você conversar aparecem aqui.',
    testCall: 'Receber chamada de teste',
  },
  body: {
    notLookedUpYet: 'Consulta ainda não feita',
    noCopy: 'Nenhuma cópia salva',
    choose: 'escolha quem é',
    nothingToLookFor: 'Não há número para procurar nem para atribuir',
    hostHasNotSaid: (channel: Channel) =>
      `A plataforma ainda não informou quem é o contato d${thisChannel(channel)}`,
    rejected: 'Você indicou que não é esta pessoa',
    nobodyByIt: 'Não é possível encontrar ninguém assim',
    again: 'Repetir',
    searchFor: <Part>(name: Part): Sentence<Part> => ['Pesquisar “', name, '”'],
    madeThere: (crm: string) => `Novos contatos são criados no próprio ${crm}.`,
    mayNotCreate: (crm: string) =>
      `Você não tem permissão para criar contatos no ${crm}. Peça-a ao administrador.`,
    lookingBy: (by: IdentifierKind | 'contact-id' | undefined) => `por ${sought(by)}`,
    lookingFor: (by: IdentifierKind | 'contact-id' | undefined, seconds: number) =>
      `por ${sought(by)}, ${seconds} s`,
  },
  late: {
    pageGone: (channel: Channel) => `A página d${thisChannel(channel)} foi fechada`,
    finishedIn: <Part>(time: Part): Sentence<Part> => [
      'Encerramento em ',
      time,
      ', a menos que a página volte',
    ],
    since: <Part>(time: Part): Sentence<Part> => ['Desde ', time, '; os dados podem estar desatualizados'],
    tryingIn: <Part>(time: Part): Sentence<Part> => ['Nova tentativa em ', time],
    trying: 'Tentando de novo',
    notSignedIn: (crm: string) => `Sessão não iniciada no ${crm}`,
    notAskedThere: 'Nenhuma consulta é feita lá',
    stillLooking: (crm: string) => `O ${crm} ainda não respondeu`,
    othersShown: 'As outras respostas já aparecem',
  },
  menu: {
    more: 'Mais',
    letGo: 'Desafixar esta interação',
    keep: 'Fixar esta interação à frente',
    remove: 'Remover da lista',
    showIn: (crm: string) => `Mostrar o registro no ${crm}`,
    keys: 'Atalhos',
    oneTo: '1 a 9',
    escape: 'Esc',
    choose: 'Escolher um contato correspondente',
    searchCaller: 'Pesquisar o nome de quem liga',
    next: 'Interação seguinte ou anterior',
    pin: 'Fixar esta interação à frente ou desafixá-la',
    show: 'Mostrar esta lista',
    singleKeys: 'Usar atalhos de uma só tecla',
    copyKey: 'Ctrl+C',
    copy: 'Copiar o valor em foco',
    back: 'Voltar ou fechar o que está aberto',
  },
  commands: {
    'open-panel': 'Abrir o painel',
    'next-interaction': 'Próxima interação',
    'previous-interaction': 'Interação anterior',
    'search-contacts': 'Pesquisar contatos',
    'not-this-person': 'Não é esta pessoa',
  },
  rail: {
    moreInteractions: ' outras interações',
    fresh: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'nova', many: 'novas', other: 'novas' })}`,
    more: 'mais',
    noHost: 'Nenhuma plataforma conectada ainda',
    nothingLive: 'Nenhuma interação em curso',
    connected: (names: string[]) => `Conectado a ${listOf(names)}`,
    withheld: 'Oculto',
    noNumber: 'Sem número',
    pinned: 'fixada',
    rings: (who: string, state: string) => `${who}: ${inSentence(state)}`,
    ringsFor: (who: string, state: string, campaign: string) => `${who}: ${inSentence(state)}, ${campaign}`,
  },
  found: foundPortuguese,
  signedOut: {
    lossless: 'Nada se perde. Entre de novo para continuar.',
    losslessAs: (agent: string) => `Nada se perde. Entre de novo como ${agent} para continuar.`,
    noCrm: 'Nenhum CRM conectado ainda',
    soNobody: 'Por isso não é possível procurar ninguém',
    connect: 'Conectar',
    never: 'Sessão não iniciada',
    since: (time: string) => `Sessão encerrada às ${time}`,
    nobody: 'nenhuma consulta é feita',
    refused: 'a chave foi recusada',
    deleted: 'cópias salvas apagadas',
  },
  steps: stepsPortuguese,
  fields: fieldPortuguese,
};

function sought(by: IdentifierKind | 'contact-id' | undefined): string {
  if (by === 'contact-id') return 'ContactID';
  if (by === undefined) return 'ID de cliente';
  return by === 'phone' || by === 'email'
    ? inSentence(sharedPortuguese.identifiers.labels[by])
    : identifierNoun(by);
}

export { viewPortuguese as words };
