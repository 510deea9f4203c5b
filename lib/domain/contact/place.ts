/**
 * Countries whose whole territory under that code keeps one clock, with its zone. Countries with several (US, CA, BR,
 * ES, PT, AU …) are left out on purpose: a guessed time is worse than none.
 * Source: IANA time zone database 2025b, zone1970.tab.
 */
const zones: Record<string, string> = Object.fromEntries(
  `AE Asia/Dubai,AM Asia/Yerevan,AT Europe/Vienna,AZ Asia/Baku,BA Europe/Sarajevo,BD Asia/Dhaka,BE Europe/Brussels,
  BG Europe/Sofia,BH Asia/Bahrain,BO America/La_Paz,BY Europe/Minsk,CH Europe/Zurich,CI Africa/Abidjan,
  CM Africa/Douala,CO America/Bogota,CR America/Costa_Rica,CU America/Havana,CZ Europe/Prague,DE Europe/Berlin,
  DK Europe/Copenhagen,DO America/Santo_Domingo,DZ Africa/Algiers,EE Europe/Tallinn,EG Africa/Cairo,ET Africa/Addis_Ababa,
  FI Europe/Helsinki,FR Europe/Paris,GB Europe/London,GE Asia/Tbilisi,GH Africa/Accra,GR Europe/Athens,
  GT America/Guatemala,HK Asia/Hong_Kong,HN America/Tegucigalpa,HR Europe/Zagreb,HU Europe/Budapest,IE Europe/Dublin,
  IL Asia/Jerusalem,IN Asia/Kolkata,IQ Asia/Baghdad,IR Asia/Tehran,IS Atlantic/Reykjavik,IT Europe/Rome,
  JM America/Jamaica,JO Asia/Amman,JP Asia/Tokyo,KE Africa/Nairobi,KR Asia/Seoul,KW Asia/Kuwait,LB Asia/Beirut,
  LK Asia/Colombo,LT Europe/Vilnius,LU Europe/Luxembourg,LV Europe/Riga,LY Africa/Tripoli,MA Africa/Casablanca,
  MD Europe/Chisinau,ME Europe/Podgorica,MK Europe/Skopje,MT Europe/Malta,MY Asia/Kuala_Lumpur,MZ Africa/Maputo,
  NG Africa/Lagos,NI America/Managua,NL Europe/Amsterdam,NO Europe/Oslo,NP Asia/Kathmandu,OM Asia/Muscat,
  PA America/Panama,PE America/Lima,PH Asia/Manila,PK Asia/Karachi,PL Europe/Warsaw,PR America/Puerto_Rico,
  PY America/Asuncion,QA Asia/Qatar,RO Europe/Bucharest,RS Europe/Belgrade,SA Asia/Riyadh,SE Europe/Stockholm,
  SG Asia/Singapore,SI Europe/Ljubljana,SK Europe/Bratislava,SN Africa/Dakar,SV America/El_Salvador,SY Asia/Damascus,
  TH Asia/Bangkok,TN Africa/Tunis,TR Europe/Istanbul,TW Asia/Taipei,TZ Africa/Dar_es_Salaam,UG Africa/Kampala,
  UY America/Montevideo,VE America/Caracas,VN Asia/Ho_Chi_Minh,ZA Africa/Johannesburg,ZW Africa/Harare`
    .split(',')
    .map((pair) => pair.trim().split(' ')),
);

/** By locale. */
const names = new Map<string, Intl.DisplayNames>();

/** Name of an ISO 3166-1 alpha-2 country in a locale's language; undefined for anything else. */
export function countryName(code: string, locale = 'en'): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  names.set(locale, known);
  return known.of(code);
}

/** The one time zone of a country, where it has only one. */
export function countryZone(code: string): string | undefined {
  return Object.hasOwn(zones, code) ? zones[code] : undefined;
}

/** `15:32` in an IANA time zone at `at` (epoch milliseconds), as a locale writes it; undefined where there is no such zone. */
export function localTime(zone: string, at: number, locale = 'en-GB'): string | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  } catch {
    return undefined; // A CRM may hold any text as a zone.
  }
}
