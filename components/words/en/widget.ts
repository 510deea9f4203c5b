/** What the widget says around the contact view, in English. */
export const widgetEnglish = {
  unreachable: 'The companion server does not answer.',
  tryAgain: 'Try again',
  blocked: 'The browser blocked the sign-in window.',
  openInTab: 'Open it in a tab',
};

export type WidgetWords = typeof widgetEnglish;
