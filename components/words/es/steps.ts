import type { ViewWords } from '../en/view.ts';
import { listOf } from '../language/formats.ts';
import { crmFirst, ofCrm } from './grammar/nouns.ts';

/** The steps to the first call, in Spanish. */
export const stepsSpanish: ViewWords['steps'] = {
  step: (now: number, all: number) => `Paso ${now} de ${all}`,
  notConnected: 'Aún sin conectar',
  widget: 'Un administrador conecta este widget al CRM. Hasta entonces no se lee nada.',
  title: 'Tres pasos hasta el primer contacto en pantalla',
  lead: 'Unos dos minutos. No se lee nada de ninguna página hasta que usted lo permita.',
  crm: 'Conectar el CRM',
  softphone: 'Conectar este softphone',
  hostsConnected: (names: string[]) => `Conexión establecida con ${listOf(names)}.`,
  hostOpen: (name: string) =>
    `La página de ${name} está abierta en esta ventana. Ringside solo pide acceso a esta dirección.`,
  allowOn: (name: string) => `Permitir en ${name}`,
  openHost:
    'Abra en esta ventana el softphone o la bandeja de entrada. Ringside solo pide acceso a su dirección.',
  connectHost: 'Conectar una plataforma',
  testCall: 'Recibir una llamada de prueba',
  call: 'Recibir una llamada',
  nobodyToCall: 'No se ha encontrado ningún contacto con número de teléfono para una llamada de prueba.',
  testCallIs: 'Una llamada simulada de uno de sus contactos. No se escribe nada en el CRM.',
  callIs: 'Quien llame a continuación aparece aquí, antes del saludo. No se escribe nada en el CRM.',
  crmConnected: (crm: string) => `${crmFirst(crm)} está conectado.`,
  crmRefused: (crm: string) => `${crmFirst(crm)} no ha aceptado la clave. Puede estar mal escrita.`,
  crmNeedsKey: (crm: string) => `Aún falta la clave ${ofCrm(crm)}.`,
  whichCrm: 'El que tiene sus contactos, o el Companion CRM.',
  typeAgain: 'Volver a escribir la clave',
  connectCrm: 'Conectar un CRM',
  done: ' (hecho)',
};
