import type { crmEnglish } from '../../en/options/options-crm.ts';
import { listOf, numberFormat } from '../../language/formats.ts';

const amount = (count: number): string => numberFormat().format(count);

/** Connecting a CRM, in Portuguese. */
export const crmPortuguese: typeof crmEnglish = {
  titleFirst: 'Conectar um CRM',
  title: 'CRM',
  titleSeveral: 'CRMs',
  lead: 'A chave fica neste navegador. Ela é enviada ao endereço abaixo e a nenhum outro lugar.',
  leadSeveral: 'As chaves ficam neste navegador. Cada uma é enviada ao seu CRM e a nenhum outro lugar.',
  theCrm: 'CRM',
  connectedCrms: 'CRMs conectados',
  order:
    'O primeiro que conhece a pessoa é mostrado primeiro. Um ContactID enviado por uma plataforma é procurado no primeiro CRM que vale para ela.',
  moveUp: (crm: string) => `Mover ${crm} para cima`,
  moveDown: (crm: string) => `Mover ${crm} para baixo`,
  movedTo: (crm: string, place: number, of: number) =>
    `${crm}: agora na posição ${amount(place)} de ${amount(of)}.`,
  edit: 'Editar',
  editOf: (crm: string) => `Editar ${crm}`,
  close: 'Fechar',
  addAnother: 'Adicionar outro CRM',
  name: 'Nome',
  nameHint: 'O que os agentes leem em vez do nome do CRM',
  onlyHosts: 'Só para estas plataformas',
  forAllHosts: 'Nenhuma está marcada: o CRM é consultado em todas as plataformas.',
  forTheseHosts: 'É consultado para chamadas e chats das plataformas marcadas, e de nenhuma outra.',
  notConnected: '(não conectada)',
  onlyFor: (hosts: string[]) => `só para ${listOf(hosts)}`,
  label: 'CRM',
  own: 'Vem com o Ringside',
  yours: 'Os seus',
  keyKept: 'Guardada. Deixe vazio para continuar com ela.',
  stay: 'Manter a sessão iniciada',
  staySignIn:
    'Mantém a sessão neste computador depois que o navegador é fechado. Sem isso, ela fica só na memória e é preciso entrar de novo.',
  stayKey:
    'Mantém a chave neste computador depois que o navegador é fechado. Sem isso, ela fica só na memória e é preciso digitá-la de novo.',
  redirect: 'Endereço de redirecionamento',
  copyThere: 'A cópia não foi permitida. Selecione o endereço e copie.',
  registerIt: (crm: string) => `Registre-o no ${crm} junto com o ID do cliente OAuth.`,
  copy: 'Copiar',
  copied: 'Copiado',
  signInWith: (crm: string) => `Entrar com ${crm}`,
  signInAgainWith: (crm: string) => `Entrar de novo com ${crm}`,
  signIn: {
    none: 'Abre a página do próprio CRM. O Ringside nunca vê a senha.',
    kept: 'Sessão iniciada.',
    new: 'Sessão iniciada. Salve para mantê-la.',
  },
  signedIn: 'Sessão iniciada',
  signedOutSignIn: 'Sessão encerrada. Entre e salve.',
  signedOutKey: 'Sessão encerrada. Digite a chave e salve.',
  unreachable: 'O navegador não deixa o Ringside acessar este endereço',
  mayReach: (crm: string) => `O Ringside pode acessar o ${crm}.`,
  mayNotReach: (crm: string) => `O navegador não foi autorizado a acessar o ${crm}.`,
  notAllowed: 'O navegador não foi autorizado a acessar este endereço. Nada foi salvo nem enviado.',
  arrange: 'Organizar os campos',
  signOut: 'Sair',
  signOutOf: (crm: string) => `Sair do ${crm}`,
  signInShort: 'Entrar',
  signInTo: (crm: string) => `Entrar no ${crm}`,
  arrangeOf: (crm: string) => `Organizar os campos: ${crm}`,
  allowOne: (crm: string) => `Permitir ${crm}`,
  signedOutOfOne: 'Sessão encerrada',
  signedOut: 'Sessão encerrada. A chave foi esquecida.',
  removeMeans:
    'O Ringside encerra a sessão, apaga as cópias salvas e devolve a permissão ao navegador. Nada muda no CRM.',
  notSignedIn: (why: string) => `Sessão não iniciada: ${why}`,
  signInProblems: {
    'not-allowed': 'a janela foi fechada, ou o CRM recusou',
    'signed-out': 'o CRM não aceitou este ID do cliente OAuth ou este endereço de redirecionamento',
    'bad-reply': 'o CRM respondeu algo diferente do que foi perguntado',
  },
  tested: (headline: string) => `Testado: ${headline}`,
  saved: (headline: string) => `Salvo. ${headline}.`,
  savedButFailed: (headline: string) => `Salvo, mas o teste falhou: ${headline}`,
  notForgotten: 'Nada foi salvo: o navegador não conseguiu esquecer a chave anterior. Tente de novo.',
  keyNotKept: 'O endereço foi salvo, mas o navegador se recusou a guardar a chave. Digite-a de novo e salve.',
  choose: 'Escolha um CRM.',
  twice:
    'Este CRM já está na lista, com exatamente estas configurações. Cada pessoa é mostrada uma só vez: altere o que já existe.',
  nameNeeded: 'Outro CRM já se chama assim. Dê a este um nome que os agentes consigam distinguir.',
  nameTaken: 'Outro CRM já tem este nome.',
  nameTooLong: (most: number) => `No máximo ${most} caracteres.`,
  cannotUse: 'Este CRM não pode usar isso.',
  needs: 'Este CRM precisa saber isto.',
  signInFirst: 'Entre primeiro.',
  keyAgain: 'Digite a chave de novo: a que existe aqui é de outro endereço.',
  key: 'Digite a chave do CRM.',
  know: (crm: string) => `O que saber sobre ${crm}`,
  errors: {
    offline: {
      text: 'Este computador está sem conexão',
      advice: 'Conecte-o à rede e teste de novo.',
    },
    unreachable: {
      text: 'O endereço não responde',
      advice:
        'Verifique se o endereço está certo, se o servidor está rodando e se este navegador confia no certificado dele. Para conferir, abra o endereço em uma aba.',
    },
    timeout: {
      text: 'O endereço não responde a tempo',
      advice: 'O servidor pode estar ocupado, ou a rede lenta. Teste de novo em um minuto.',
    },
    'signed-out': {
      text: 'A chave foi recusada',
      advice: 'Ela foi digitada com erro, venceu ou foi revogada. Crie uma nova no CRM e digite-a aqui.',
    },
    'not-allowed': {
      text: 'O CRM não permite isto ao dono da chave',
      advice: 'Dê a permissão a este usuário no CRM e teste de novo.',
    },
    'not-found': {
      text: 'Algo responde, mas este CRM não está lá',
      advice: 'Verifique o endereço, inclusive o que vem depois do nome do servidor.',
    },
    'server-error': {
      text: 'O CRM informa um erro interno',
      advice: 'O administrador dele encontra mais detalhes no registro do sistema. Teste de novo mais tarde.',
    },
    redirected: {
      text: 'O endereço leva a outro',
      advice:
        'O Ringside nunca segue adiante com uma chave. Digite o endereço de destino, a não ser que seja uma página de login.',
    },
    'bad-reply': {
      text: 'O que responde não fala a língua deste CRM',
      advice:
        'Pode ser uma página web, como uma página de login. Verifique se o endereço é o do CRM e se o CRM escolhido acima é o certo.',
    },
    'not-supported': { text: 'Este CRM não oferece isso', advice: 'Não há nada a fazer aqui.' },
    conflict: {
      text: 'O CRM não aceita a pergunta',
      advice: 'A versão dele pode não servir para este Ringside. Atualize o mais antigo dos dois.',
    },
    invalid: {
      text: 'O CRM não aceita a pergunta',
      advice: 'A versão dele pode não servir para este Ringside. Atualize o mais antigo dos dois.',
    },
  },
  pause: (seconds: number) => ({
    text: 'O CRM pede uma pausa',
    advice: `Teste de novo em ${seconds} s.`,
  }),
};
