import type { definitionEnglish, Offers } from '../en/options-definition.ts';
import { numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import { inSentence } from './nouns.ts';
import { sharedPortuguese } from './shared.ts';

const plural = pluralOf('pt');
const startLarge = (text: string): string => text.charAt(0).toLocaleUpperCase('pt') + text.slice(1);

/** The definition of a CRM and the try of it, in Portuguese. */
export const definitionPortuguese: typeof definitionEnglish = {
  title: 'A definição',
  usable: (name: string) => `${name}: pode ser usada`,
  offers: ({ kinds, searches, creates, edits, links, fields }: Offers) => {
    const names = kinds.map((kind) => inSentence(sharedPortuguese.identifiers.labels[kind])).join(', ');
    const forms = { one: 'campo', many: 'de campos', other: 'campos' };
    const can = [
      kinds.length > 0 && `encontra por ${names}`,
      searches && 'pesquisa',
      creates && 'cria',
      edits && 'altera',
      links && 'vincula',
      `${numberFormat().format(fields)} ${plural(fields, forms)}`,
    ];
    return startLarge(can.filter((one) => one !== false).join(' · '));
  },
  startFromExample: 'Começar por um exemplo',
  startFrom: 'Começar por…',
  openFile: 'Abrir uma definição de um arquivo',
  askReplace: (name: string) => `Substituir a definição por ${name}?`,
  replaceMeans: 'O que está agora no editor não fica guardado em nenhum outro lugar até ser salvo.',
  bodySent: 'Corpo da requisição',
  reply: 'Resposta',
  fine: 'OK',
  refused: 'recusada',
  noContent: 'sem conteúdo',
  milliseconds: (count: number) => `${count} ms`,
  noReply: 'Sem resposta.',
  noReplyYet: 'Ainda sem resposta…',
  errors: {
    'bad-reply': {
      text: 'A resposta não é como a definição diz',
      advice: 'Compare a resposta com os caminhos da definição: a lista, o registro e o id dele.',
    },
    'not-found': {
      text: 'O CRM não tem nada neste caminho',
      advice:
        'Compare o caminho com a documentação da API. Se ela responde 404 quando não encontra ninguém, noneIs404 é true.',
    },
    invalid: {
      text: 'O CRM não aceita a requisição',
      advice: 'O motivo está na resposta. Compare os parâmetros e o corpo com a documentação da API.',
    },
    'not-supported': {
      text: 'A definição não diz como',
      advice: 'Não há nenhuma pesquisa nela.',
    },
    'too-many': {
      text: 'Há mais contatos possíveis do que os verificados',
      advice:
        'Indique como a lista continua (pages) ou peça menos: um trecho mais longo do número, ou um filtro que o CRM respeite.',
    },
  },
  signedInAs: (name: string, id: string) => `Sessão iniciada como ${name} (${id})`,
  nobody: 'Ninguém',
  nobodyMeans:
    'Nenhum registro da resposta contém o que se procura. Estará em um campo que a definição não menciona, ou o caminho até a lista está errado?',
  name: 'Nome',
  contactId: 'ContactID',
  changed: 'Alterado',
  tryIt: 'Testar',
  lead: 'Consulta o CRM como uma interação faria e mostra o que passou. Nada é alterado lá, e nada disso fica guardado.',
  lookFor: 'Procurar',
  byWhat: 'Procurar por',
  kinds: {
    phone: { label: 'Número de telefone', placeholder: '+44 20 7946 0123' },
    email: { label: 'Endereço de e-mail', placeholder: 'nome@example.com' },
    id: { label: 'ContactID', placeholder: 'Como o CRM numera' },
    text: { label: 'Pesquisa de texto', placeholder: 'Parte de um nome' },
    who: { label: 'Quem iniciou a sessão', placeholder: '' },
  },
  unfit: {
    phone: 'Isto não é um número de telefone. Com menos de sete dígitos, é um ramal.',
    email: 'Digite um endereço de e-mail.',
  },
  trying: 'Testando',
  try: 'Testar',
  sentAndAnswered: 'Enviado e respondido',
  nothingSent: 'Nada foi enviado.',
  made: 'O que o Ringside obtém disso',
  waiting: 'Aguardando o CRM…',
};
