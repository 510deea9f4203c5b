import { isPhoneRegion, phoneRegions } from '../numbers/read-number.ts';
import { foldText } from '../text/fold-text.ts';
import { iso3Codes } from './iso-3-codes.ts';

/** The languages in which CRMs and their users name countries; besides, each country by its own. */
const languages =
  'en fr de es it pt nl pl sv da nb fi cs hu ro el tr ru uk ja zh zh-Hant ko ar he ca hr sk sl bg'.split(' ');
/** Names in use that the platform does not give, folded. */
const alsoCalled = new Map(
  Object.entries({
    uk: 'GB',
    el: 'GR',
    uae: 'AE',
    'great britain': 'GB',
    britain: 'GB',
    england: 'GB',
    scotland: 'GB',
    wales: 'GB',
    'northern ireland': 'GB',
    grossbritannien: 'GB',
    'grande bretagne': 'GB',
    'gran bretagna': 'GB',
    'gran bretana': 'GB',
    angleterre: 'GB',
    'united kingdom of great britain and northern ireland': 'GB',
    'united states of america': 'US',
    america: 'US',
    etatsunis: 'US',
    holland: 'NL',
    'republic of ireland': 'IE',
    eire: 'IE',
    'czech republic': 'CZ',
    'republique tcheque': 'CZ',
    'tschechische republik': 'CZ',
    'ceska republika': 'CZ',
    'slovak republic': 'SK',
    turkey: 'TR',
    'russian federation': 'RU',
    'korea republic of': 'KR',
    'republic of korea': 'KR',
    korea: 'KR',
    'korea democratic people s republic of': 'KP',
    'ivory coast': 'CI',
    macedonia: 'MK',
    swaziland: 'SZ',
    burma: 'MM',
    'lao people s democratic republic': 'LA',
    'syrian arab republic': 'SY',
    'congo the democratic republic of the': 'CD',
    'congo democratic republic of the': 'CD',
    'virgin islands u s': 'VI',
    'virgin islands british': 'VG',
  }),
);
const longestName = 128;
/** Texts that were asked for: of the same few countries over and over. */
const known = new Map<string, string | undefined>();
const mostKnown = 500;
let names: Map<string, string> | undefined;

/**
 * The region (ISO 3166-1 alpha-2) that a CRM's text for a country means: a code of two or three letters, or a name in
 * English, in the country's own language or in one of the usual ones, whatever its accents and case. undefined for what
 * is no country, and for a name that means several.
 */
export function regionOfCountry(country: unknown): string | undefined {
  if (typeof country !== 'string' || country.length > longestName) return undefined;
  const text = country.trim();
  if (text === '') return undefined;
  if (known.has(text)) return known.get(text);
  const region = regionOf(text);
  if (known.size >= mostKnown) known.clear();
  known.set(text, region);
  return region;
}

function regionOf(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll('.', '');
  const code = iso3Codes.get(letters) ?? letters;
  if (isPhoneRegion(code)) return code;
  const folded = fold(text);
  const named = alsoCalled.get(folded) ?? alsoCalled.get(letters.toLowerCase());
  if (named !== undefined) return named;
  names ??= namesByRegion();
  // Official lists turn names round: "Moldova, Republic of".
  return names.get(folded) ?? names.get(fold(text.split(',')[0] ?? ''));
}

/** Some four thousand names; the platform has them, so they weigh nothing. Takes about 80 ms, the first time only. */
function namesByRegion(): Map<string, string> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  const add = (name: string | undefined, region: string) => {
    const folded = fold(name ?? '');
    if (folded === '') return;
    if ((found.get(folded) ?? region) !== region) several.add(folded);
    found.set(folded, region);
  };
  for (const region of phoneRegions()) {
    const own = new Intl.Locale('und', { region }).maximize().language;
    add(namesIn(own).of(region), region);
  }
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const inLanguage = namesIn(language, style);
      for (const region of phoneRegions()) add(inLanguage.of(region), region);
    }
  }
  for (const name of several) found.delete(name);
  return found;
}

function namesIn(language: string, style: 'long' | 'short' = 'long'): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
}

function fold(text: string): string {
  return foldText(text)
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}
