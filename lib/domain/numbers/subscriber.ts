/**
 * Numbering plans that have two international spellings of one subscriber. Each rule tells how a number in E.164 is told in
 * the other spelling, and back; where a text fits neither, the plan has one spelling. What is left out and why, for people:
 * docs/numbers.md.
 */
interface Rule {
  other: RegExp;
  /** What `other` becomes: the form that is the key. */
  key: string;
  keyed: RegExp;
  /** What the key becomes in the other spelling. */
  back: string;
}

/** A plan that has put digits in front of its numbers, or changed those that stood there. */
function changed(code: string, before: string, after: string, rest: string): Rule {
  return {
    other: new RegExp(`^\\+${code}${before}(${rest})$`),
    key: `+${code}${after}$1`,
    keyed: new RegExp(`^\\+${code}${after}(${rest})$`),
    back: `+${code}${before}$1`,
  };
}

/** Vietnam, 2018: the mobile numbers of eleven digits became ones of ten. */
const vietnam = '120>70 121>79 122>77 126>76 128>78 123>83 124>84 125>85 127>81 129>82 162>32 163>33 164>34'
  .concat(' 165>35 166>36 167>37 168>38 169>39 186>56 188>58 199>59')
  .split(' ')
  .map((pair) => {
    const [before = '', after = ''] = pair.split('>');
    return changed('84', before, after, '\\d{7}');
  });

const rules: readonly Rule[] = [
  // Brazil, 2012 to 2016: mobile numbers, which began with 6 to 9, got a ninth digit. Gateways and WhatsApp leave it out.
  {
    other: /^\+55([1-9][1-9])([6-9]\d{7})$/,
    key: '+55$19$2',
    keyed: /^\+55([1-9][1-9])9([6-9]\d{7})$/,
    back: '+55$1$2',
  },
  // Mexico, 2019: the 1 before mobile numbers from abroad was dropped.
  { other: /^\+521([2-9]\d{9})$/, key: '+52$1', keyed: /^\+52([2-9]\d{9})$/, back: '+521$1' },
  // Argentina: a mobile number has a 9 when it is dialled from abroad, and none in many stores. Not the 800 numbers.
  { other: /^\+549([1-3]\d{9})$/, key: '+54$1', keyed: /^\+54([1-3]\d{9})$/, back: '+549$1' },
  // Italy: the zero belongs to a landline's number, and carriers cut it off. 3 is a mobile, 1 and 8 are services as well.
  {
    other: /^\+39([24679]\d{5,9}|5(?!5\d{8}$)\d{5,9})$/,
    key: '+390$1',
    keyed: /^\+390([24679]\d{5,9}|5(?!5\d{8}$)\d{5,9})$/,
    back: '+39$1',
  },
  // San Marino: with its area code, without it, and over Italy.
  { other: /^\+378([89]\d{5})$/, key: '+3780549$1', keyed: /^\+3780549(\d{6})$/, back: '+378$1' },
  { other: /^\+390549([89]\d{5})$/, key: '+3780549$1', keyed: /^\+3780549(\d{6})$/, back: '+390549$1' },
  // Colombia, 2021: landlines became 60, area, number.
  changed('57', '', '60', '[124-8]\\d{7}'),
  // Benin, 2024: 01 before every number.
  changed('229', '', '01', '[2-9]\\d{7}'),
  // Cameroon, 2014: 2 before landlines, 6 before mobiles.
  changed('237', '', '2', '[23]\\d{7}'),
  changed('237', '', '6', '[5-79]\\d{7}'),
  // Gabon, 2019; before, some told the zero abroad and some did not.
  ...['1>11', '2>62', '4>74', '5>65', '6>66', '7>77'].flatMap((pair) => {
    const [before = '', after = ''] = pair.split('>');
    return [changed('241', `0${before}`, after, '\\d{6}'), changed('241', before, after, '\\d{6}')];
  }),
  // Mauritius, 2013: 5 before mobiles. Those that began with 4 and 8 look like landlines.
  changed('230', '', '5', '[79]\\d{6}'),
  ...vietnam,
  // Kosovo, 2016 to 2018: a country code of its own, in place of those that it borrowed.
  ...['37744', '37745', '38643', '38649'].map((borrowed) => ({
    ...changed('', borrowed, `383${borrowed.slice(3)}`, '\\d{6}'),
  })),
  ...['28', '29', '38', '39'].map((area) => changed('', `381${area}`, `383${area}`, '\\d{6}')),
  // Palestinian mobiles are reached over Israel too.
  changed('', '97256', '97056', '\\d{7}'),
  changed('', '97259', '97059', '\\d{7}'),
];

/** The one form in E.164 in which every spelling of a subscriber is equal. Of a text that is no E.164, the text itself. */
export function subscriberKey(e164: string): string {
  if (!e164.startsWith('+')) return e164;
  const rule = rules.find(({ other }) => other.test(e164));
  return rule ? e164.replace(rule.other, rule.key) : e164;
}

/** Every spelling in E.164 of the subscriber: as it was told first, then its key, each once. */
export function subscriberSpellings(e164: string): string[] {
  const key = subscriberKey(e164);
  const back = rules.flatMap((rule) => (rule.keyed.test(key) ? [key.replace(rule.keyed, rule.back)] : []));
  return [...new Set([e164, key, ...back])];
}
