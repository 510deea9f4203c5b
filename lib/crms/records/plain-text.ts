const signs: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&#039;': "'",
  '&#39;': "'",
};

/**
 * A text as a person typed it, of CRMs that answer texts as their own pages need them, with quotes and brackets as HTML
 * entities, and take them plain. Read once: what looks like an entity afterwards was typed so. SuiteCRM's V8 API does so
 * with every text (https://github.com/SuiteCRM/SuiteCRM/issues/8101), Intercom with names
 * (https://github.com/intercom/intercom-java/issues/113), both seen 2026-11-30.
 */
export function plainText(text: string): string {
  return text.replace(/&(?:amp|quot|lt|gt|#0?39);/gi, (entity) => signs[entity.toLowerCase()] ?? entity);
}

/** The same of every text in it. */
export function plainTexts<Values extends Record<string, unknown>>(values: Values): Values {
  const read = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? plainText(value) : value,
  ]);
  // The same names with values of the same types.
  return Object.fromEntries(read) as Values;
}
