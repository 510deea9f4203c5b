import type { transferEnglish } from '../../en/options/options-transfer.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';

const plural = pluralOf('pt');
const amount = (count: number): string => numberFormat().format(count);
const allOf = (names: string[]): string => (names.length === 0 ? 'nenhum' : listOf(names));

/** Saved copies, and settings as a file, in Portuguese. */
export const transferPortuguese: typeof transferEnglish = {
  copies: {
    title: 'Cópias salvas',
    lead: 'O Ringside guarda cópias criptografadas dos contatos que leu, para que apareçam na hora e quando o CRM não responde. Depois de sair ou de fechar o navegador, elas não podem mais ser lidas.',
    freshMinutes: 'Recentes, em minutos',
    freshMinutesHint:
      'Até lá, a cópia é mostrada sem consultar o CRM de novo. Com 0, ele é sempre consultado.',
    staleHours: 'Guardadas, em horas',
    staleHoursHint:
      'Até lá, a cópia é mostrada na hora, com a idade indicada, enquanto o CRM é consultado. Depois é apagada.',
    missSeconds: 'Não encontrados, em segundos',
    missSecondsHint: 'Por quanto tempo o Ringside lembra que o CRM não conhece ninguém com um número.',
    deleteNow: 'Apagar cópias salvas agora',
    askDelete: 'Apagar as cópias salvas?',
    delete: 'Apagar',
    deleteMeans: 'Nada muda no CRM. Os contatos são lidos de novo quando forem necessários.',
    deleted: 'As cópias salvas foram apagadas.',
    notDeleted:
      'Não foi possível apagar as cópias salvas. Feche o navegador: depois disso, elas não podem mais ser lidas.',
    numberUpTo: (most: number) => `Um número de 0 a ${most}.`,
  },
  title: 'Importar, exportar',
  lead: 'Leve as configurações para outros navegadores em um arquivo. As chaves dos CRMs nunca fazem parte dele.',
  export: 'Exportar',
  exportHolds: 'Plataformas, endereços dos CRMs, exibição e cópias salvas, em JSON',
  exported: (file: string) => `${file} foi entregue ao navegador.`,
  import: 'Importar',
  shownFirst: 'Primeiro é mostrado o que mudaria',
  wrongFile: 'O que está errado no arquivo',
  nothingChanged: 'nada foi alterado',
  read: (file: string) => `${file} foi lido. Nada mudou ainda.`,
  unreadable: (file: string) => `${file} não pode ser importado.`,
  imported: 'As configurações foram importadas.',
  importedInPart:
    'As configurações foram importadas. Ainda falta permitir algumas plataformas ou CRMs: veja “Plataformas” e “CRMs”.',
  notImported: 'Nada foi importado.',
  wouldChange: 'O que mudaria',
  nothingWould: 'Nada mudaria',
  thisWould: 'Isto mudaria',
  replaceMine: 'Substituir as minhas configurações',
  lines: {
    hosts: 'Plataformas',
    fresh: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'nova', many: 'novas', other: 'novas' })}`,
    changed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'alterada', many: 'alteradas', other: 'alteradas' })}`,
    removed: (count: number) =>
      `${amount(count)} ${plural(count, { one: 'removida', many: 'removidas', other: 'removidas' })}`,
    hostsThen: (now: number, then: number, changes: string[]) =>
      `agora ${amount(now)}, depois ${amount(then)}: ${changes.join(', ')}`,
    header: 'Cabeçalho ContactID',
    trusted: (origins: string[]) => `passará a ser confiável em ${listOf(origins)}`,
    crm: 'CRMs',
    stay: '“Manter a sessão iniciada” muda',
    crmsChange: 'mudam a ordem, os nomes, as plataformas ou os campos',
    crmThen: (now: string[], then: string[]) => `agora ${allOf(now)}, depois ${allOf(then)}`,
    crmThenSignIn: (now: string[], then: string[], signIns: string[]) =>
      `agora ${allOf(now)}, depois ${allOf(then)}; em seguida, entre em ${listOf(signIns)}`,
    rules: 'Regras',
    rulesThen: (now: number, then: number) => `próprias: agora ${amount(now)}, depois ${amount(then)}`,
    view: 'Exibição',
    changes: 'muda',
    copies: 'Cópias salvas',
    livesChange: 'mudam os prazos',
  },
};
