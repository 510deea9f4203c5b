/** The country that the browser's languages name (ISO 3166-1 alpha-2); empty where none does. */
export function browserRegion(languages: readonly string[] = navigator.languages ?? []): string {
  for (const language of languages) {
    const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(language)?.[1];
    if (region) return region.toUpperCase();
  }
  return '';
}
