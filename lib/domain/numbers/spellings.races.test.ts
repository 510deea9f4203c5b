import examples from 'libphonenumber-js/examples.mobile.json';
import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/max';
import { expect, it } from 'vitest';
import { parsePhone } from './phone.ts';
import { plainNumber } from './plain-number.ts';
import { isInUse, type ParsedPhone, readNumber } from './read-number.ts';
import { subscriberKey, subscriberSpellings } from './subscriber.ts';

const runs = Number(process.env.NUMBERS_RUNS ?? 20_000);
const seed = Number(process.env.NUMBERS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const regions = Object.keys(examples) as CountryCode[];

/** mulberry32: small, and the same everywhere. */
let state = seed;
function random(below: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}
const oneOf = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;

interface Given extends ParsedPhone {
  region: CountryCode;
  /** As it is told from abroad: any of the plan's spellings, and its digits. */
  told: string;
}
type Spelling = (given: Given) => string;

const inScript = (zero: string) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
const spaced = (mark: string) => (text: string) => text.replace(/[\s-]+/g, mark);
const display: Spelling = ({ told, display: shown, e164 }) => (told === e164 ? shown : told);
const national: Spelling = ({ nationalDisplay }) => nationalDisplay;
const digits = (text: string) => text.replace(/\D/g, '');

/** Names its country, so that it is the same wherever it is read. */
const toldSpellings: Record<string, Spelling> = {
  'E.164': ({ told }) => told,
  spaces: display,
  dashes: (given) => spaced('-')(display(given)),
  dots: (given) => spaced('.')(display(given)),
  'no-break spaces': (given) => spaced('\u00a0')(display(given)),
  'narrow no-break spaces': (given) => spaced('\u202f')(display(given)),
  'thin spaces': (given) => spaced('\u2009')(display(given)),
  'hyphens that do not break': (given) => spaced('\u2011')(display(given)),
  'en dashes': (given) => spaced('–')(display(given)),
  'Arabic digits': (given) => inScript('٠')(display(given)),
  'Persian digits': (given) => inScript('۰')(display(given)),
  'Devanagari digits': (given) => inScript('०')(display(given)),
  'Bengali digits': (given) => inScript('০')(display(given)),
  'Thai digits': (given) => inScript('๐')(display(given)),
  'wide digits': (given) => inScript('０')(display(given)).replace('+', '＋'),
  'marks of direction': (given) => `\u202a${display(given)}\u202c`,
  'soft hyphens': ({ told }) => [...told].join('\u00ad'),
  'a blank behind the plus': ({ told }) => told.replace('+', '+ '),
  'brackets around the country': ({ told, callingCode }) =>
    told.replace(`+${callingCode}`, `(+${callingCode}) `),
  '00': ({ told }) => told.replace('+', '00'),
  '00 and spaces': (given) => display(given).replace('+', '00 '),
  'a plus before 00': ({ told }) => told.replace('+', '+00'),
  'tel:': ({ told }) => `tel:${told}`,
  'tel: with dashes': (given) => `tel:${spaced('-')(display(given))}`,
  'tel: with an extension': ({ told }) => `tel:${told};ext=55`,
  'callto:': ({ told }) => `callto:${told}`,
  'sip:': ({ told }) => `sip:${told}@pbx.example;user=phone`,
  'in angle brackets': ({ told }) => `<sip:${told}@pbx.example>`,
  'WhatsApp’s address': ({ told }) => `${digits(told)}@s.whatsapp.net`,
  'WhatsApp’s older address': ({ told }) => `${digits(told)}@c.us`,
  'a word for an extension': (given) => `${display(given)} ext. 12`,
  'an x': (given) => `${display(given)} x206`,
  'a star': ({ told }) => `${told}*206`,
  'pauses and a hash': ({ told }) => `${told},,206#`,
  'a pause as p': ({ told }) => `${told}p206`,
  'DW 12': (given) => `${display(given)} DW 12`,
  'a code that hides': ({ told }) => `#31#${told}`,
  'a label': (given) => `Tel. ${display(given)}`,
  'a note behind': (given) => `${display(given)} (home)`,
  'a name in front': (given) => `Jane Example ${display(given)}`,
};

/** Is read in its own country. */
const homeSpellings: Record<string, Spelling> = {
  national,
  'national digits': (given) => digits(national(given)),
  'national dots': (given) => spaced('.')(national(given)),
  'national no-break spaces': (given) => spaced('\u00a0')(national(given)),
  'national Arabic digits': (given) => inScript('٠')(national(given)),
  'national with an extension': (given) => `${national(given)} ext. 12`,
  'national behind *67': (given) => `*67${digits(national(given))}`,
  'national behind #31#': (given) => `#31#${digits(national(given))}`,
  'national with a label': (given) => `Tel: ${national(given)}`,
  'without the prefix of the country': ({ national: bare }) => bare,
  'its country code without a plus': ({ told }) => digits(told),
  'its context apart': ({ told, callingCode }) =>
    `${told.slice(1 + callingCode.length)};phone-context=+${callingCode}`,
};

function anyNumber(): Given {
  for (;;) {
    const region = oneOf(regions);
    const example = examples[region];
    const changed = Math.min(5, Math.max(0, example.length - 3));
    const tail = Array.from({ length: changed }, () => random(10)).join('');
    const value = example.slice(0, example.length - changed) + tail;
    const phone = parsePhone(`+${getCountryCallingCode(region)}${value}`, region);
    if (!phone || !isInUse(phone)) continue;
    return { ...phone, region, told: oneOf(subscriberSpellings(phone.e164)) };
  }
}

/** Numbers that an eye takes for this one. */
function lookAlikes({ e164, callingCode }: Given): string[] {
  const tail = e164.slice(-oneOf([7, 8, 9]));
  const at = e164.length - 2 - random(5);
  const swapped = [...e164];
  [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
  const elsewhere = getCountryCallingCode(oneOf(regions));
  return [
    `+${elsewhere}${tail}`,
    `+${elsewhere}${e164.slice(1 + callingCode.length)}`,
    `${e164}${random(10)}`,
    e164.slice(0, -1),
    swapped.join(''),
  ];
}

it(`finds its own subscriber in every spelling and nobody else, ${runs} times`, () => {
  console.log(`spellings: NUMBERS_SEED=${seed} NUMBERS_RUNS=${runs}`);
  const failed: string[] = [];
  for (let run = 0; run < runs && failed.length < 20; run++) {
    const given = anyNumber();
    const isTold = random(2) === 0;
    const [name, spell] = oneOf(Object.entries(isTold ? toldSpellings : homeSpellings));
    const text = spell(given);
    const region = isTold ? oneOf(regions) : given.region;
    const keys = readNumber(text, region).map(({ phone }) => subscriberKey(phone.e164));
    const own = subscriberKey(given.e164);
    const what = `${name}: ${JSON.stringify(text)} of ${given.e164} in ${region} is read as ${keys.join(', ')}`;
    if (!keys.includes(own)) failed.push(what);
    // In some countries a longer prefix for abroad begins with 00 too.
    const isPrefixed = digits(plainNumber(text)).startsWith('00');
    if (isTold && !isPrefixed && keys.some((key) => key !== own))
      failed.push(`${what}, which is more than it says`);
    for (const other of lookAlikes(given)) {
      const key = subscriberKey(other);
      // The digits of a national spelling may be somebody's with a country code, and then both are asked for.
      const plain = plainNumber(text.replace(/ ext\. \d+$/, ''));
      const dialled = digits(plain.replace(/^(?:\*67|#31#)/, ''));
      const isBehindPrefix = isPrefixed && dialled.endsWith(digits(other));
      const isMeantToo = isBehindPrefix || (!isTold && [dialled, digits(given.told)].includes(digits(other)));
      if (key !== own && keys.includes(key) && !isMeantToo)
        failed.push(`${what}, and ${other} passes for it`);
    }
  }
  expect(failed).toEqual([]);
});
