/** What invented people of a country are made of. */
export interface DemoCountry {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  language: string;
  timeZone: string;
  cities: string[];
  first: string[];
  last: string[];
  companies: string[];
  /**
   * The start of E.164 numbers that ring nobody; two or three digits are put behind. Ranges that a country reserves for
   * films and books where it has them (GB, US, FR, DE, SE, AU), else subscriber numbers of zeros, which nobody gives out.
   */
  phone: { prefix: string; digits: number };
}

const list = (text: string) => text.split(', ');

export const demoCountries: DemoCountry[] = [
  {
    ...{ code: 'GB', name: 'United Kingdom', language: 'en', timeZone: 'Europe/London' },
    cities: list('London, Leeds, Bristol, Cardiff'),
    first: list('Amelia, Oliver, Imogen, Callum, Zainab, Rhys, Harriet, Dev, Siân, Alistair'),
    last: list("Ashworth, Bell, O'Connell, Patel, Fairweather, Lloyd, Hussain, St. John-Smythe"),
    companies: list('Ashworth Joinery, Harbour Bakery, Northgate Clinic, Bell & Daughters'),
    phone: { prefix: '+441134960', digits: 3 },
  },
  {
    ...{ code: 'US', name: 'United States', language: 'en', timeZone: 'America/New_York' },
    cities: list('Baltimore, New York, Boston'),
    first: list('Marcus, Denise, Jordan, Aaliyah, Tyler, Guadalupe, Wesley, Naomi'),
    last: list('Carter, Nguyen, Delgado, Washington, Kowalski, Brooks, Whitfield'),
    companies: list('Carter Storage, Delgado Foods, Bluestone Dental, Whitfield Print'),
    phone: { prefix: '+1410555010', digits: 1 },
  },
  {
    ...{ code: 'FR', name: 'France', language: 'fr', timeZone: 'Europe/Paris' },
    cities: list('Paris, Annecy, Besançon, Nîmes'),
    first: list('Maëlys, Théo, Anaïs, Loïc, Hélène, François, Zoé, Jérôme'),
    last: list("Lefèvre, Garçon, D'Aubigné, Bénard, Saint-Exant, Noël, Çelik"),
    companies: list('Boulangerie Lefèvre, Clinique des Tilleuls, Noël & Fils, Garage du Pont'),
    phone: { prefix: '+331990010', digits: 2 },
  },
  {
    ...{ code: 'DE', name: 'Germany', language: 'de', timeZone: 'Europe/Berlin' },
    cities: list('Berlin, Köln, München, Düsseldorf'),
    first: list('Jürgen, Anneliese, Björn, Käthe, Günther, Frieda, Till, Mareike'),
    last: list('Groß, Müller-Lüdenscheidt, Weiß, Schröder, Jäger, Straußberg, Köhler'),
    companies: list('Bäckerei Groß, Köhler Kältetechnik GmbH, Praxis Dr. Weiß, Schröder Druck'),
    phone: { prefix: '+493023125', digits: 3 },
  },
  {
    ...{ code: 'ES', name: 'Spain', language: 'es', timeZone: 'Europe/Madrid' },
    cities: list('Bilbao, Cádiz, Logroño'),
    first: list('Iñigo, Begoña, Álvaro, Nerea, José María, Lucía, Ximena'),
    last: list('Núñez Peña, Ibarra, García Gómez, Ordóñez, Etxeberria Zubizarreta, Sáez'),
    companies: list('Panadería Núñez, Ibarra Metal, Clínica Ordóñez'),
    phone: { prefix: '+3494000000', digits: 1 },
  },
  {
    ...{ code: 'PT', name: 'Portugal', language: 'pt', timeZone: 'Europe/Lisbon' },
    cities: list('Porto, Évora, Guimarães'),
    first: list('João, Inês, Conceição, Tomé, Beatriz, Gonçalo'),
    last: list('Simões, Araújo, Gusmão, Brandão, Magalhães'),
    companies: list('Padaria Simões, Hotel Foz, Araújo & Irmãos'),
    phone: { prefix: '+35122000000', digits: 1 },
  },
  {
    ...{ code: 'PL', name: 'Poland', language: 'pl', timeZone: 'Europe/Warsaw' },
    cities: list('Gdańsk, Łódź, Kraków'),
    first: list('Łukasz, Małgorzata, Zdzisław, Grażyna, Paweł, Wiśka'),
    last: list('Wójcik, Błaszczykowska, Żak, Śliwa, Dąbrowski'),
    companies: list('Piekarnia Żak, Śliwa Transport, Dąbrowski Okna'),
    phone: { prefix: '+4858000000', digits: 1 },
  },
  {
    ...{ code: 'SE', name: 'Sweden', language: 'sv', timeZone: 'Europe/Stockholm' },
    cities: list('Malmö, Göteborg, Östersund'),
    first: list('Åsa, Björn, Märta, Örjan, Linnéa, Sören'),
    last: list('Åkesson, Sjöberg, Öhman, Lindqvist, Hägg'),
    companies: list('Sjöberg Bygg, Åkesson Frakt, Hotell Hägg'),
    phone: { prefix: '+464062804', digits: 2 },
  },
  {
    ...{ code: 'NL', name: 'Netherlands', language: 'nl', timeZone: 'Europe/Amsterdam' },
    cities: list('Utrecht, Delft, Zwolle'),
    first: list('Sanne, Jeroen, Fatima, Thijs, Roos'),
    last: list('van der Meer, de Wit, Bakker, IJzerman, El Amrani'),
    companies: list('Bakkerij Bakker, Van der Meer Koeling, IJzerman BV'),
    phone: { prefix: '+313000000', digits: 2 },
  },
  {
    ...{ code: 'AE', name: 'United Arab Emirates', language: 'ar', timeZone: 'Asia/Dubai' },
    cities: list('دبي, أبوظبي'),
    first: list('أحمد, فاطمة, يوسف, مريم, خالد'),
    last: list('المنصوري, الهاشمي, بن راشد, السويدي'),
    companies: list('مخبز الواحة, شركة الأفق للتكييف'),
    phone: { prefix: '+97140000', digits: 3 },
  },
  {
    ...{ code: 'IL', name: 'Israel', language: 'he', timeZone: 'Asia/Jerusalem' },
    cities: list('תל אביב, חיפה'),
    first: list('נועה, דוד, יעל, אורי'),
    last: list('לוי, כהן, מזרחי, בן־דוד'),
    companies: list('מאפיית לוי, מזגני הצפון'),
    phone: { prefix: '+97230000', digits: 3 },
  },
  {
    ...{ code: 'JP', name: 'Japan', language: 'ja', timeZone: 'Asia/Tokyo' },
    cities: list('東京, 大阪'),
    first: list('陽子, 健太, さくら, 大輔'),
    last: list('佐藤, 鈴木, 高橋, 渡辺'),
    companies: list('佐藤製パン, 高橋空調株式会社'),
    phone: { prefix: '+8130000', digits: 4 },
  },
  {
    ...{ code: 'AU', name: 'Australia', language: 'en', timeZone: 'Australia/Sydney' },
    cities: list('Sydney, Newcastle'),
    first: list('Matilda, Angus, Kirra, Bronte, 伟'),
    last: list('Fitzgerald, Nguyen, Papadopoulos, 陈'),
    companies: list('Fitzgerald Plumbing, Papadopoulos & Sons Refrigeration and Air Conditioning Pty Ltd'),
    phone: { prefix: '+6125550', digits: 4 },
  },
  {
    ...{ code: 'BE', name: 'Belgium', language: 'nl', timeZone: 'Europe/Brussels' },
    cities: list('Antwerp, Gent'),
    first: list('Lotte, Wout, Yasmina'),
    last: list('Peeters, Van den Bossche, Claes'),
    companies: list('Peeters Koeltechniek, Hotel Claes'),
    phone: { prefix: '+32300000', digits: 2 },
  },
];
