import type { rulesEnglish } from '../../en/options/options-rules.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** What the editor of host rules says, and a trial of them on an open tab, in Portuguese. */
export const rulesPortuguese: typeof rulesEnglish = {
  startFrom: 'Começar por…',
  startFromLabel: 'Começar por um modelo ou um arquivo',
  templates: 'Modelos',
  shipped: 'Incluídas',
  own: 'Próprias',
  template: {
    phone: 'Um telefone: uma caixa para cada chamada',
    inbox: 'Uma caixa de entrada: chats, um deles aberto',
    mails: 'Um webmail: uma lista e o quadro que abre um e-mail',
    messages: 'Mensagens de janela',
    socket: 'JSON por WebSocket',
  },
  askReplace: (name: string) => `Colocar ${name} no lugar do que você escreveu?`,
  replaceMeans: 'O que está no editor não foi adicionado às regras e se perderia.',
  usable: (name: string) => `${name} pode ser usado.`,
  counts: (rules: number) =>
    `${amount(rules)} ${plural(rules, { one: 'regra', many: 'de regras', other: 'regras' })}`,
  line: (line: number) => `Linha ${amount(line)}`,
  goToLine: (line: number) => `Ir para a linha ${amount(line)}`,
  tryIt: 'Testar na aba aberta',
  lead: 'Mostra o que cada seletor encontra em uma página aberta, enquanto ela muda. O conteúdo dessa página é mostrado só a você e não fica guardado em lugar nenhum; nada é consultado. Com a página ao lado desta, você vê as duas.',
  beside: 'Abrir ao lado da página',
  address: 'Endereço da página',
  addressHint: 'O navegador pergunta se o Ringside pode lê-la; quando você para, a permissão é devolvida.',
  try: 'Testar',
  stop: 'Parar',
  whichTab: 'Qual aba',
  untitled: (id: number) => `Aba ${id}`,
  notYet: 'Não há nada para testar enquanto as regras acima não puderem ser usadas.',
  noneOfPages:
    'Nenhuma destas regras lê o conteúdo de uma página. As de mensagens e de WebSocket são testadas com a própria página: conecte-a e veja em “Diagnóstico”.',
  refused: (origin: string) => `O navegador não foi autorizado a deixar o Ringside ler ${origin}.`,
  noTab: (origin: string) => `Nenhuma aba está aberta em ${origin}. Abra a página e tente de novo.`,
  notEntered: 'O navegador não deixa nenhum script entrar nesta aba. Recarregue-a ou tente outra página.',
  loading: 'Aguardando a página…',
  page: 'A própria página',
  frame: 'Um quadro na página',
  reading: {
    reads: 'consegue ler esta página',
    unseen: 'encontra linhas, nenhuma visível',
    'cannot-read': 'nenhuma versão serve para esta página',
    elsewhere: 'é para outro lugar',
  },
  readingOf: (rule: string, version: string | undefined) =>
    version === undefined ? rule : `${rule}, versão de ${version}`,
  columns: { path: 'Onde', selector: 'Seletor', found: 'Encontrados', seen: 'Visíveis', texts: 'Texto' },
  selectorsOf: (rule: string) => `Seletores de ${rule}`,
  interactionsOf: (rule: string) => `Interações de ${rule}`,
  interactions: (count: number) => {
    if (count === 0) return 'Nenhuma interação';
    const forms = { one: 'interação', many: 'de interações', other: 'interações' };
    return `${amount(count)} ${plural(count, forms)}`;
  },
  unknownSelector: 'O navegador não conhece este seletor',
  looked: 'o agente está olhando para ela',
  beginsNothing: 'não inicia nada por si só',
};
