import type { WidgetWords } from '../en/widget.ts';

/** What the widget says around the contact view, in Spanish. */
export const widgetSpanish: WidgetWords = {
  unreachable: 'El servidor Companion no responde.',
  tryAgain: 'Reintentar',
  blocked: 'El navegador ha bloqueado la ventana de inicio de sesión.',
  openInTab: 'Abrir en una pestaña',
};

export { widgetSpanish as words };
