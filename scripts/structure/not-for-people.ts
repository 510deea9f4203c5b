/** Where texts are data, names or what programs read, though they look like words. The catalogue of words has all others. */
export interface NotForPeople {
  path: RegExp;
  /** Only the values of this member. */
  member?: string;
  because: string;
}

export const notForPeople: NotForPeople[] = [
  {
    path: /^lib\/(crms\/[^/]+\/connector|hosts\/[^/]+\/facts)\.ts$/,
    member: 'label',
    because: 'the name of a product, the same in every language',
  },
  {
    path: /^lib\/crms\/(form\/[^/]+|[^/]+\/facts)\.ts$/,
    member: 'placeholder',
    because: 'an example made of keys',
  },
  { path: /^lib\/crms\/zoho\/connector\.ts$/, member: 'name', because: 'the name of a product' },
  { path: /^components\/options\/parts\/Sign\.tsx$/, because: 'classes of a style sheet' },
  { path: /^components\/options\/state\/create-test-link\.ts$/, because: 'an invented extension' },
  { path: /^lib\/crms\/carddav\/dav\.ts$/, because: 'XML and headers' },
  { path: /^lib\/crms\/suitecrm\/(connector|suite-legacy)\.ts$/, because: 'what SuiteCRM says, and SQL' },
  {
    path: /^lib\/crms\/twenty\/(connector|twenty-refusal)\.ts$/,
    because: 'GraphQL, scopes, what Twenty says',
  },
  {
    path: /^lib\/domain\/contact\/(iso-3-codes|place|region-of-country)\.ts$/,
    because: 'tables of countries',
  },
  {
    path: /^lib\/domain\/contact\/nobody-(?:names|words)\.ts$/,
    because: 'what telephone exchanges write, in many languages',
  },
  {
    path: /^lib\/domain\/(crm|host)\/[\w-]+-json-schema\.ts$/,
    because: 'the title of a schema, for editors',
  },
  { path: /^lib\/extension\/build\/manifest\.ts$/, because: 'a security policy' },
  { path: /^lib\/extension\/build\/(document-pages|markdown)\.ts$/, because: 'markup' },
  { path: /^lib\/extension\/page\/card-frame\.ts$/, because: 'styles' },
  { path: /^lib\/hosts\/rules\/messages\/event-reader\.ts$/, because: 'lists of codes' },
  {
    path: /^server\/pages\/(home-page|page-html|page-policy|widget)\.ts$/,
    because: 'names, markup and headers',
  },
];
