import { type WidgetWords, widgetEnglish } from '../en/widget.ts';
import { createCatalogue } from '../language/language.ts';

/** What the widget says around the contact view. */
export const widgetWords = createCatalogue<WidgetWords>(
  widgetEnglish,
  import.meta.glob<WidgetWords>(['../*/widget.ts', '!../en/widget.ts'], { import: 'words' }),
);
