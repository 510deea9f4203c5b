import type { CountedParts } from '../../../../lib/domain/text/file-problem.ts';
import type { fileEnglish } from '../../en/options/options-files.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, type Counted, characters, counted } from '../grammar/nouns.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);
const inBraces = (name: string): string => apart(`{${name}}`);
const either = (choices: string[]): string => listOf(choices.map(apart), 'disjunction');
const notJson = (line: number | undefined): string =>
  line === undefined ? 'هذا ليس JSON.' : `هذا ليس JSON (السطر ${amount(line)}).`;

const partForms: Record<NonNullable<CountedParts>, Counted> = {
  characters,
  entries: {
    zero: 'عنصر',
    one: 'عنصر واحد',
    two: 'عنصران',
    few: 'عناصر',
    many: 'عنصرًا',
    other: 'عنصر',
  },
  headers: {
    zero: 'ترويسة',
    one: 'ترويسة واحدة',
    two: 'ترويستان',
    few: 'ترويسات',
    many: 'ترويسة',
    other: 'ترويسة',
  },
  words: {
    zero: 'كلمة',
    one: 'كلمة واحدة',
    two: 'كلمتان',
    few: 'كلمات',
    many: 'كلمة',
    other: 'كلمة',
  },
  hosts: {
    zero: 'منصة',
    one: 'منصة واحدة',
    two: 'منصتان',
    few: 'منصات',
    many: 'منصة',
    other: 'منصة',
  },
  crms: {
    zero: 'نظام CRM',
    one: 'نظام CRM واحد',
    two: 'نظاما CRM',
    few: 'أنظمة CRM',
    many: 'نظام CRM',
    other: 'نظام CRM',
  },
};
const countOf = (count: number, parts: CountedParts): string =>
  parts === undefined ? amount(count) : counted(count, amount(count), plural(count, partForms[parts]));

/** What is wrong with a file or definition that somebody wrote, in Arabic. */
export const fileArabic: typeof fileEnglish = {
  allOfIt: '(بأكمله)',
  definition: {
    empty: () => 'لا تعريف بعد.',
    'too-large': (most: number) => `هذا أكبر من أن يكون تعريفًا (الحد الأقصى ${amount(most)} كيلوبايت).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `هذا لإصدار أحدث من Ringside (إصدار التعريفات ${version}؛ وهذا يقرأ ${read}).`,
    'wrong-parts': () => 'في هذا التعريف أجزاء خاطئة.',
    'not-this': () => 'هذا ليس تعريفًا.',
  },
  rules: {
    empty: () => 'لا قواعد بعد.',
    'too-large': (most: number) => `هذا أكبر من أن يكون ملف قواعد (الحد الأقصى ${amount(most)} كيلوبايت).`,
    'not-json': notJson,
    newer: (version: number, read: number) =>
      `هذا الملف لإصدار أحدث من Ringside (إصدار القواعد ${version}؛ وهذا يقرأ ${read}).`,
    'wrong-parts': () => 'في هذا الملف أجزاء خاطئة.',
    'not-this': () => 'هذا ليس ملف قواعد.',
  },
  settings: {
    empty: () => 'هذا الملف فارغ.',
    'too-large': (most: number) => `هذا أكبر من أن يكون ملف إعدادات (الحد الأقصى ${amount(most)} كيلوبايت).`,
    'not-json': (_line: number | undefined) => 'هذا الملف ليس JSON.',
    newer: (version: number, read: number) =>
      `أُنشئ هذا الملف بإصدار أحدث من Ringside (إصدار الإعدادات ${version}؛ وهذا يقرأ ${read}).`,
    'wrong-parts': () => 'في هذا الملف أجزاء خاطئة.',
    'not-this': () => 'هذا ليس ملف إعدادات، أو فيه أجزاء خاطئة.',
  },
  expected: {
    'as-documented': (document: string) => `ما يذكره ${apart(document)}`,
    'no-such-member': () => 'لا وجود لهذا العنصر',
    smaller: () => 'شيء أصغر',
    'one-of': (choices: string[]) => `واحد من: ${choices.map(apart).join('، ')}`,
    'one-kind-of': either,
    'something-else': () => 'شيء آخر',
    'at-most': (count: number, of: CountedParts) => `${countOf(count, of)} على الأكثر`,
    'at-least': (count: number, of: CountedParts) => `${countOf(count, of)} على الأقل`,
    'number-between': (least: number, most: number) => `عدد من ${amount(least)} إلى ${amount(most)}`,
    date: () => 'تاريخ مثل \u20682026-11-21\u2069',
    text: () => 'نص',
    number: () => 'عدد',
    'whole-number': () => 'عدد صحيح',
    'true-or-false': () => 'القيمة true أو false',
    list: () => 'قائمة',
    object: () => 'كائن',
    table: () => 'جدول',
    slug: () => 'أحرف لاتينية صغيرة وأرقام وشرطات، 64 على الأكثر',
    'letters-digits-hyphens': (most: number) => `أحرف وأرقام وشرطات، ${amount(most)} على الأكثر`,
    'plain-characters': (most: number) => `محارف بسيطة، ${amount(most)} على الأكثر`,
    'header-name': () => 'اسم ترويسة',
    'header-of-ours': () => 'ترويسة ليست من ترويسات المتصفح؛ أما تسجيل الدخول فمكانه auth',
    'parameter-name': () => 'اسم معامل',
    'attribute-name': () => 'اسم سمة',
    'oauth-scopes': () => 'نطاقات OAuth',
    currency: () => 'ثلاثة أحرف مثل EUR',
    origin: () => 'عنوان أصل مثل \u2068https://desk.example.com\u2069 (لا يُقبل http إلا مع localhost)',
    'host-place': () => 'مضيف مثل desk.example.com أو \u2068*.example.com\u2069 أو \u2068*\u2069',
    address: () =>
      'عنوان كامل مثل \u2068https://login.example.com/token\u2069 (لا يُقبل http إلا مع localhost)',
    'address-or-path': () => 'عنوان كامل، أو مسار تحت عنوان نظام CRM',
    'plain-path': () => 'مسار بسيط',
    'json-path': () => 'مسار مثل \u2068data.list\u2069 أو \u2068phones[].number\u2069، أو \u2068.\u2069 للكل',
    'name-path': () => 'مسار من أسماء مثل address.city',
    'name-path-or-read-only': () => 'مسار من أسماء مثل address.city، أو readOnly',
    'message-path': () => 'مسار مثل \u2068call.from[0].number\u2069',
    'every-key-once': () => 'كل مفتاح مرة واحدة',
    'every-id-once': () => 'كل معرّف id مرة واحدة',
    'every-crm-once': () => 'كل نظام CRM مرة واحدة؛ هذا مذكور أعلاه',
    'id-of-its-own': (most: number) =>
      `أحرف لاتينية صغيرة وأرقام وشرطات، ${amount(most)} على الأكثر، مختلفة لكل نظام CRM`,
    origins: () => 'قائمة بعناوين أصل مثل \u2068https://desk.example.com\u2069، واحد على الأقل',
    'every-host-once': () => 'كل منصة مرة واحدة؛ هذه مذكورة أعلاه',
    'newest-first': () => 'الإصدارات، الأحدث أولًا',
    'regular-expression': () => 'تعبير نمطي بصيغة JavaScript',
    'fewer-repetitions': () =>
      'نمط بتكرارات أقل: اثنان على الأكثر من \u2068+\u2069 و\u2068*\u2069، أو واحد إن لم يبدأ بالرمز \u2068^\u2069؛ والصيغة \u2068{1,40}\u2069 أقل كلفة',
    'no-nested-repetition': () => 'لا تكرار لمجموعة فيها تكرار أو بدائل',
    'no-look-around': () => 'دون look-around ودون مجموعات مسماة',
    'no-back-reference': () => 'دون إحالات إلى مجموعة سابقة',
    'places-or-one': () => 'إما slots أو list أو rows، أو عدة منها',
    'one-body': () => 'إما body أو form',
    'not-in-address': (name: string) =>
      `لا مكان هنا لـ ${inBraces(name)}: سيظهر في عنوان تحفظه السجلات؛ يوضع في ترويسة أو متن`,
    'piece-of-number': (name: string) => `لا أرقام من ${inBraces(name)}، فهو ليس رقمًا`,
    'spread-in-list': (name: string) => `\u2068"{...${name}}"\u2069 وحده في قائمة، لما هو قائمة هنا`,
    'object-to-spread': () => '\u2068"{changes}"\u2069 أو \u2068"{record}"\u2069 أو جزء من أحدهما',
    'id-or-shared': () => 'القيمة id، أو shared إذا لم يُسمَّ أحد',
    'next-or-link': () => 'إما next أو link',
    'place-to-look-at': () => 'القيمة path أو header، لقراءتها',
    'one-request': () => 'طلب واحد فقط، لأن كل نتيجة تُقرأ بعده كاملة: جولتان على الأكثر',
    'add-or-read-only': () => 'إما add أو readOnly',
    'read-only-without-update': () => 'القيمة readOnly، لعدم وجود update',
    'request-with': (name: string) => `طلب يرد فيه ${inBraces(name)}`,
    'request-expected-of': () => 'طلب يُتوقع منه ذلك',
    'no-slash-in-front': () => 'دون شرطة مائلة في البداية',
    'no-list-of': (what: string) => `لا قائمة من ${apart(what)} هنا`,
    'join-or-index': () => 'القيمة join، أو \u2068{index}\u2069 في اسم المعامل',
    'method-with-body': () => 'أسلوب طلب له متن، مثل post',
    'braces-in-pairs': () => 'أقواس معقوفة أزواجًا، كما في \u2068contacts/{contactId}\u2069',
    'doubled-braces': () => 'أقواس معقوفة أزواجًا؛ والقوس المقصود لذاته يُكتب مرتين',
    'path-below': () => 'مسار تحت العنوان، مثل \u2068api/contacts/{contactId}\u2069',
    'how-written': (name: string) =>
      `كيفية كتابته داخل نص آخر: ${inBraces(`${name}:plain`)} أو \u2068:quoted\u2069 أو \u2068:doubled\u2069 أو \u2068:raw\u2069`,
    'no-placeholder': (name: string) => `دون عنصر نائب مثل ${inBraces(name)} هنا`,
    'unknown-placeholder': (name: string, known: string[]) =>
      `${inBraces(name)} غير معروف هنا، والمعروف: ${known.map(inBraces).join('، ')}`,
    'changes-alone': () => '\u2068"{changes}"\u2069 وحده، لأنه كائن',
    arrangement: (document: string) => `أقسام لكل منها id وتسمية وحقول، كما يذكر ${apart(document)}`,
  },
};
