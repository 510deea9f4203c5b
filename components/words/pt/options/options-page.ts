import type { pageEnglish } from '../../en/options/options-page.ts';
import { numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { filePortuguese } from './options-files.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);

/** The frame of the options page, what all its sections say, and how the view looks. In Portuguese. */
export const pagePortuguese: typeof pageEnglish = {
  title: 'Opções do Ringside',
  version: 'Versão',
  documents: 'Documentação',
  options: 'Opções',
  save: 'Salvar',
  saved: 'Salvo',
  cancel: 'Cancelar',
  remove: 'Remover',
  replace: 'Substituir',
  allow: 'Permitir',
  tryAgain: 'Tentar de novo',
  discard: 'Descartar alterações',
  discarded: 'As suas alterações foram descartadas.',
  askRemove: (name: string) => `Remover ${name}?`,
  removeOf: (name: string) => `Remover ${name}`,
  removed: (name: string) => `Removido: ${name}.`,
  nothingChanged: 'Nada foi alterado',
  someUnsaved: 'Algumas alterações ainda não foram salvas.',
  unreadable: 'Não é possível ler as configurações. Recarregue esta página.',
  notSaved: 'Não salvo: o navegador se recusou a guardar. O que você digitou continua aqui; tente de novo.',
  settingsProblems: {
    newer: (version: number) =>
      `Estas configurações foram gravadas por um Ringside mais novo (versão ${version} das configurações). Aqui é possível vê-las, mas não alterá-las.`,
    damaged: (paths: string[]) =>
      `Não foi possível ler as configurações salvas (${paths.map((path) => path || filePortuguese.allOfIt).join(', ')}). O Ringside usa os valores padrão; as configurações danificadas são mantidas.`,
  },
  sections: {
    hosts: 'Plataformas',
    rules: 'Regras',
    diagnostics: 'Diagnóstico',
    crms: 'CRMs',
    fields: 'Campos e seções',
    view: 'Exibição',
    'saved-copies': 'Cópias salvas',
    transfer: 'Importar, exportar',
  },
  steps: {
    list: 'Passos até a primeira chamada',
    crm: 'Conectar o CRM',
    host: 'Conectar o softphone ou a caixa de entrada',
    call: 'Receber uma chamada: quem ligar a seguir aparece no painel',
    done: ' (concluído)',
  },
  view: {
    title: 'Exibição',
    lead: 'O que se abre quando chega uma chamada ou um chat, e com que aparência.',
    opensWith: 'Abrir com',
    views: {
      auto: 'Conforme o uso da caixa de entrada',
      reduced: 'Visão reduzida',
      full: 'Visão completa',
    },
    autoHint:
      'A visão completa ao lado de uma caixa de entrada inteira; senão, a reduzida. A troca feita por um agente é lembrada para essa plataforma e essa caixa de entrada.',
    sameHint: 'Sempre a mesma, seja qual for o uso da caixa de entrada. O agente ainda pode trocar.',
    remembered: 'Lembradas',
    choices: (count: number) => {
      const forms = { one: 'escolha do agente', many: 'de escolhas do agente', other: 'escolhas do agente' };
      return `${amount(count)} ${plural(count, forms)}`;
    },
    forget: 'Esquecer',
    forgotten: 'As escolhas lembradas foram esquecidas.',
    arrival: 'Ao chegar, mostrar',
    surfaces: { card: 'Cartão na página', notification: 'Notificação', badge: 'Só o contador' },
    arrivalHint:
      'Só enquanto nenhum painel estiver aberto ao lado da página. Se a página não permite o cartão, aparece uma notificação.',
    names: 'Notificações mostram o nome da pessoa',
    namesHint: 'Sem isso, elas trazem só o canal e a campanha: outras pessoas podem ver esta tela.',
    discreet: 'Não anunciar nomes nem números',
    discreetHint: 'O leitor de tela informa que um contato foi encontrado, e não quem é.',
    singleKeys: 'Atalhos de uma só tecla no painel',
    singleKeysHint: 'Como N para “Não é esta pessoa”. Desative-os se a fala ou um toque acidental os aciona.',
    browserKeys: 'Atalhos em todo o navegador',
    browserKeysHint: 'Abrir o painel, passar de uma interação à outra, pesquisar.',
    changeKeys: 'Alterar atalhos',
    language: 'Idioma',
    languageAuto: 'O da plataforma, senão o do navegador',
    theme: 'Tema',
    themes: { system: 'O do sistema', light: 'Claro', dark: 'Escuro' },
  },
  address: {
    none: 'Digite ou cole primeiro um endereço.',
    'not-an-address': 'Isto não é um endereço. Cole o que o navegador mostra na barra de endereço.',
    'not-web':
      'O Ringside funciona só com páginas web, não com páginas do próprio navegador nem com arquivos.',
    insecure:
      'Este endereço não é criptografado (http): qualquer um no caminho poderia ler e alterar o que passa. Use https; http só funciona neste computador (localhost).',
    'user-info': 'Deixe o nome e a senha fora do endereço.',
    closed: 'O navegador não deixa nenhuma extensão entrar nesta página.',
    many: 'Isto representa vários sites. Digite o endereço de um: o Ringside nunca pede um domínio inteiro.',
    blanks: 'Um endereço não contém espaços. Cole o que o navegador mostra na barra de endereço.',
    word: 'Isto é uma palavra, não um endereço. Cole o endereço inteiro que o navegador mostra, com https://.',
  },
};
