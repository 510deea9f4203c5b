import type { WidgetWords } from '../en/widget.ts';

/** What the widget says around the contact view, in French. */
export const widgetFrench: WidgetWords = {
  unreachable: 'Le serveur Companion ne répond pas.',
  tryAgain: 'Réessayer',
  blocked: 'Le navigateur a bloqué la fenêtre de connexion.',
  openInTab: 'Ouvrir dans un onglet',
};

export { widgetFrench as words };
