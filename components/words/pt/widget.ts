import type { WidgetWords } from '../en/widget.ts';

/** What the widget says around the contact view, in Portuguese. */
export const widgetPortuguese: WidgetWords = {
  unreachable: 'O servidor Companion não responde.',
  tryAgain: 'Tentar de novo',
  blocked: 'O navegador bloqueou a janela de login.',
  openInTab: 'Abrir em uma aba',
};

export { widgetPortuguese as words };
