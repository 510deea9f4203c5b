import type { errorEnglish, limitEnglish, problemEnglish } from '../en/errors.ts';
import { numberFormat } from '../language/formats.ts';
import { crmFirst } from './grammar/nouns.ts';

const again = 'Vuelva a intentarlo en un momento.';
const inTheCrm = 'Hágalo directamente en el CRM.';
const amount = (count: number): string => numberFormat().format(count);

/** What failed and what happens next, in Spanish. Never the CRM's own text, never a customer datum. */
export const errorSpanish: typeof errorEnglish = {
  unreachable: (crm: string) => ({
    what: `${crmFirst(crm)} no responde`,
    next: 'Compruebe la red y vuelva a intentarlo.',
  }),
  timeout: (crm: string) => ({ what: `${crmFirst(crm)} tarda demasiado en responder`, next: again }),
  'signed-out': (crm: string) => ({
    what: `Sesión cerrada en ${crm}`,
    next: 'Inicie sesión para continuar.',
  }),
  'not-allowed': (crm: string) => ({
    what: `${crmFirst(crm)} no lo permite`,
    next: 'Pida permiso al administrador.',
  }),
  'not-found': (crm: string) => ({
    what: `Este contacto ya no existe en ${crm}`,
    next: 'Busque el contacto.',
  }),
  stale: (_crm: string) => ({
    what: 'Otra persona ha modificado este contacto',
    next: 'Vea primero el valor nuevo.',
  }),
  conflict: (_crm: string) => ({
    what: 'Otro contacto ya tiene este valor',
    next: 'Busque ese contacto o modifique el valor.',
  }),
  namesake: (crm: string) => ({
    what: `${crmFirst(crm)} no admite otro contacto con este nombre`,
    next: 'Compruebe si es la misma persona o añada al nombre algo que los distinga.',
  }),
  invalid: (crm: string) => ({
    what: `${crmFirst(crm)} no acepta estos datos`,
    next: 'Corrija lo marcado y vuelva a guardar.',
  }),
  'rate-limited': (crm: string) => ({ what: `${crmFirst(crm)} recibe demasiadas consultas`, next: again }),
  'server-error': (crm: string) => ({ what: `${crmFirst(crm)} tiene un problema interno`, next: again }),
  redirected: (crm: string) => ({
    what: `${crmFirst(crm)} ha remitido a otra página`,
    next: 'Puede que la dirección haya cambiado o que la sesión esté cerrada.',
  }),
  'bad-reply': (crm: string) => ({
    what: `${crmFirst(crm)} ha dado una respuesta ilegible`,
    next: 'Vuelva a intentarlo o avise al administrador.',
  }),
  'not-supported': (crm: string) => ({ what: `${crmFirst(crm)} no ofrece esta función`, next: inTheCrm }),
  'no-slot': (crm: string) => ({
    what: `Este contacto no tiene sitio en ${crm} para uno más`,
    next: 'Quite uno de los que tiene y vuelva a intentarlo.',
  }),
  'cannot-hold': (crm: string) => ({
    what: `${crmFirst(crm)} no tiene dónde guardar este tipo de ID de cliente`,
    next: 'Pida al administrador que le reserve un campo.',
  }),
  'read-only': (crm: string) => ({ what: `${crmFirst(crm)} no permite modificar esto`, next: inTheCrm }),
  'not-taken': (crm: string) => ({
    what: `${crmFirst(crm)} lo ha aceptado, pero no lo ha guardado`,
    next: 'Vea el contacto en el CRM.',
  }),
  'too-many': (crm: string) => ({
    what: `Hay demasiados contactos posibles en ${crm} para revisarlos todos`,
    next: 'Busque el contacto por nombre.',
  }),
};

/** What is wrong with a value, for under its field, in Spanish. */
export const problemSpanish: typeof problemEnglish = {
  required: 'Campo obligatorio',
  'not-valid': 'No válido',
  'stands-for-nobody': 'No identifica a nadie: déjelo vacío si no hay número',
  'not-a-field': 'No es un campo de este espacio de trabajo',
  'read-only': 'No se puede modificar',
  taken: 'Otro contacto ya tiene este valor',
  'not-text': 'Debe ser un texto',
  'too-long': 'Demasiado largo',
  'too-many': 'Hay demasiados',
  'not-a-number': 'Un número, por ejemplo 4180,50',
  'not-a-date': 'Una fecha, por ejemplo 2026-11-24',
  'not-a-date-time': 'Fecha y hora, por ejemplo 2026-11-24 09:30',
  'not-an-option': 'Elija una de las opciones',
  'not-among-options': 'Elija entre las opciones',
  'not-yes-or-no': 'Debe ser sí o no',
  'not-https': 'Una dirección que empiece por https://',
  'not-an-email': 'Una dirección de correo es como nombre@example.com',
  'not-a-phone': 'Un número de teléfono tiene dígitos, por ejemplo +44 20 7946 0123',
  'not-a-list': 'Debe ser una lista',
};

/** Where it is known how much there may be. */
export const limitSpanish: typeof limitEnglish = {
  'too-long': (most: number) => `Demasiado largo: ${amount(most)} caracteres como máximo`,
  'too-many': (most: number) => `Hay demasiados: ${amount(most)} como máximo`,
};
