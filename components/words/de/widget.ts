import type { WidgetWords } from '../en/widget.ts';

/** What the widget says around the contact view, in German. */
const widgetGerman: WidgetWords = {
  unreachable: 'Der Companion-Server antwortet nicht.',
  tryAgain: 'Erneut versuchen',
  blocked: 'Der Browser hat das Anmeldefenster blockiert.',
  openInTab: 'In einem Tab öffnen',
};

export { widgetGerman as words };
