import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';

/** The steps to the first call, in Portuguese. */
export const stepsPortuguese: ViewWords['steps'] = {
  step: (now: number, all: number) => `Passo ${now} de ${all}`,
  notConnected: 'Ainda não conectado',
  widget: 'Um administrador conecta este widget ao CRM. Até lá, nada é lido.',
  title: 'Três passos até o primeiro contato na tela',
  lead: 'Cerca de dois minutos. Nada é lido de nenhuma página até você permitir.',
  crm: 'Conectar o CRM',
  softphone: 'Conectar este softphone',
  hostsConnected: (names: string[]) => `Conexão feita com ${listOf(names)}.`,
  hostOpen: (name: string) =>
    `A página de ${name} está aberta nesta janela. O Ringside pede acesso somente a este endereço.`,
  allowOn: (name: string) => `Permitir em ${name}`,
  openHost:
    'Abra nesta janela o softphone ou a caixa de entrada. O Ringside pede acesso somente a esse endereço.',
  connectHost: 'Conectar uma plataforma',
  testCall: 'Receber uma chamada de teste',
  call: 'Receber uma chamada',
  nobodyToCall: 'Nenhum contato com número de telefone foi encontrado para uma chamada de teste.',
  testCallIs: 'Uma chamada simulada de um dos seus contatos. Nada é alterado.',
  callIs: 'Quem ligar a seguir aparece aqui, antes do seu “alô”. Nada é alterado.',
  crmConnected: (crm: string) => `O ${crm} está conectado.`,
  crmRefused: (crm: string) => `O ${crm} não aceitou a chave. Pode haver um erro de digitação.`,
  crmNeedsKey: (crm: string) => `Ainda falta a chave do ${crm}.`,
  whichCrm: 'O que tem os seus contatos, ou o Companion CRM.',
  typeAgain: 'Digitar a chave de novo',
  connectCrm: 'Conectar um CRM',
  done: ' (concluído)',
};
