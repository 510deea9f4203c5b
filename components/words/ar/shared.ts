import type { IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../lib/domain/host/host-event.ts';
import type { SharedWords } from '../en/shared.ts';
import { listOf, numberFormat } from '../language/formats.ts';
import { pluralOf } from '../language/plural.ts';
import type { Sentence } from '../language/sentence.ts';
import { apart, contactsGenitive, counted, thisIdentifier } from './grammar/nouns.ts';
import { timesArabic } from './times.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);

const identifiersHeld: Record<IdentifierKind, string> = {
  phone: 'أرقام الهواتف',
  email: 'عناوين البريد الإلكتروني',
  instagram: 'معرّفات Instagram',
  facebook: 'معرّفات Facebook',
  telegram: 'معرّفات Telegram',
  whatsapp: 'معرّفات WhatsApp',
  username: 'أسماء المستخدمين',
  extension: 'أرقام التحويلات',
  other: 'معرّفات العملاء من هذا النوع',
};

/** `مكالمة واردة`, `بريد إلكتروني وارد`: the direction agrees with the noun. */
interface ChannelName {
  noun: string;
  isFeminine: boolean;
}

const feminine = (noun: string): ChannelName => ({ noun, isFeminine: true });

const channelNames: Record<Channel, ChannelName> = {
  phone: feminine('مكالمة'),
  sms: feminine('رسالة SMS'),
  whatsapp: feminine('رسالة WhatsApp'),
  email: { noun: 'بريد إلكتروني', isFeminine: false },
  chat: feminine('دردشة'),
  instagram: feminine('رسالة Instagram'),
  facebook: feminine('رسالة Facebook'),
  telegram: feminine('رسالة Telegram'),
  other: feminine('رسالة'),
};

/** What card, panel and options page all say, in Arabic. */
export const sharedArabic: SharedWords = {
  theCrm: 'نظام CRM',
  crms: (names: string[]) => listOf(names.map(apart)),
  contact: 'جهة اتصال',
  sections: { details: 'التفاصيل', more: 'المزيد' },
  fields: {
    address: 'العنوان',
    birthday: 'تاريخ الميلاد',
    city: 'المدينة',
    company: 'الشركة',
    country: 'البلد',
    countryName: 'البلد',
    jobTitle: 'المسمى الوظيفي',
    language: 'اللغة',
    nickname: 'اسم الشهرة',
    note: 'الملاحظات',
    owner: 'المالك',
    role: 'الدور',
    street: 'الشارع',
    timeZone: 'المنطقة الزمنية',
    website: 'الموقع الإلكتروني',
    zip: 'الرمز البريدي',
  },
  contacts: {
    noName: 'بلا اسم',
    company: 'شركة',
    noCompany: 'بلا شركة',
  },
  values: {
    yes: 'نعم',
    no: 'لا',
    dayAndTime: (day: string, time: string) => `${day}، ${time}`,
  },
  times: timesArabic,
  identifiers: {
    labels: {
      phone: 'الهاتف',
      email: 'البريد الإلكتروني',
      instagram: 'معرّف Instagram',
      facebook: 'معرّف Facebook',
      telegram: 'معرّف Telegram',
      whatsapp: 'معرّف WhatsApp',
      username: 'اسم المستخدم',
      extension: 'رقم التحويلة',
      other: 'معرّف العميل',
    },
    carriers: (count: number, kind: IdentifierKind, more = false) => {
      const who = counted(count, amount(count), plural(count, contactsGenitive));
      return `${more ? 'لدى أكثر من' : 'لدى'} ${who} ${thisIdentifier(kind)}`;
    },
    organisationHas: (name: string, kind: IdentifierKind) => `لدى ${apart(name)} ${thisIdentifier(kind)}`,
    anOrganisation: 'مؤسسة',
    noContactHas: (kind: IdentifierKind) => `ليس لدى أي جهة اتصال ${thisIdentifier(kind)}`,
    noCopyOf: (kind: IdentifierKind) => `لا توجد نسخة محفوظة فيها ${thisIdentifier(kind)}`,
    noPlaceFor: (crm: string, kind: IdentifierKind) => `لا يتيح ${apart(crm)} حفظ ${identifiersHeld[kind]}`,
    holdsOnly: (crm: string, kinds: IdentifierKind[]) =>
      `لا يحفظ ${apart(crm)} سوى ${listOf(kinds.map((kind) => identifiersHeld[kind]))}.`,
    chooseField: 'يمكن للمسؤول اختيار حقل لها في الخيارات.',
    noteByHand: (crm: string) => `عند الحاجة، يمكن تدوين القيمة يدويًا في ${apart(crm)}.`,
    nobodyAssigns: (crm: string) => `لا يتيح ${apart(crm)} إسناد معرّفات العملاء من هنا`,
    assignThere: (crm: string) => `يمكن إسنادها في ${apart(crm)} نفسه.`,
  },
  interactions: {
    kind: (direction: 'inbound' | 'outbound' | 'internal' | 'unknown', channel: Channel) => {
      const { noun, isFeminine } = channelNames[channel];
      if (direction === 'unknown') return noun;
      const way = { inbound: 'وارد', outbound: 'صادر', internal: 'داخلي' }[direction];
      return `${noun} ${way}${isFeminine ? 'ة' : ''}`;
    },
    hostDidNotSay: (channel: Channel, outbound: boolean) => {
      if (channel !== 'phone') return 'لم تذكر المنصة هوية الطرف الآخر';
      return `لم تذكر المنصة هوية ${outbound ? 'الطرف المطلوب' : 'المتصل'}`;
    },
    withheld: 'الرقم محجوب',
    noNumber: 'لم يُذكر رقم',
    pageClosed: 'أُغلقت الصفحة',
    waiting: 'بانتظار الرد',
    calling: 'جارٍ الاتصال',
    ringing: 'رنين',
    fresh: 'تفاعل جديد',
    held: 'قيد الانتظار',
    active: 'نشط',
    joinedLate: 'البداية غير معروفة',
    whyLate: 'بدأ التفاعل قبل حضور Ringside',
    ended: (ago: string) => `انتهى ${ago}`,
    missed: 'فائت',
    failed: 'فشل',
    notAnswered: 'بلا رد',
    finished: 'منتهٍ',
  },
  reasons: {
    chosen: 'باختيارك',
    created: 'من إنشائك',
    byContactId: 'معرّف ContactID من المنصة',
    matched: (label: string) => `تطابق ${apart(label)}`,
    matchedExactly: (label: string) => `تطابق ${apart(label)} تمامًا`,
    matchedAssuming: (label: string, country: string) =>
      `تطابق ${apart(label)}، بافتراض البلد: ${apart(country)}`,
    matchedReading: (label: string, number: string) =>
      `تطابق ${apart(label)} بعد قراءته بالصيغة ${apart(number)}`,
    merged: 'بعد الدمج في جهة الاتصال هذه',
    unknownContactId: (crm: string) => `معرّف ContactID غير موجود في ${apart(crm)}`,
    copyJustMade: 'نسخة محفوظة قبل لحظات',
    copyOld: (span: string) => `نسخة محفوظة، عمرها ${span}`,
    lookingIn: (crm: string) => `جارٍ الاستعلام في ${apart(crm)}`,
    notLookedUp: 'لم يُجرَ استعلام',
    nothingYet: 'لا شيء للاستعلام عنه بعد',
    noAnswer: (crm: string) => `لا يستجيب ${apart(crm)}`,
  },
  announced: {
    sentence: (words: string) => `${words}.`,
    match: (name: string, reason: string) => `${apart(name)}. ${reason}.`,
    noContact: 'لم يُعثر على جهة اتصال.',
    rejected: 'ليس هذا الشخص. يمكن البحث عن جهة اتصال أو إنشاؤها.',
    copy: (name: string, reason: string) => `${apart(name)}. نسخة محفوظة. ${reason}.`,
    noAnswer: 'لا يستجيب نظام CRM.',
  },
  spoke: {
    never: 'لا تواصل سابق',
    before: {
      phone: 'آخر مكالمة:',
      email: 'آخر بريد إلكتروني:',
      chat: 'آخر دردشة:',
      sms: 'آخر رسالة SMS:',
      whatsapp: 'آخر رسالة WhatsApp:',
      instagram: 'آخر رسالة Instagram:',
      facebook: 'آخر رسالة Facebook:',
      telegram: 'آخر رسالة Telegram:',
    },
    beforeOther: 'آخر تواصل:',
    withYou: 'معك',
    with: (agent: string) => `مع ${apart(agent)}`,
  },
  writes: {
    create: 'جهة اتصال جديدة',
    createOf: (name: string) => `جهة الاتصال الجديدة ${apart(name)}`,
    update: 'تعديل',
    updateOf: (label: string) => `تعديل ${apart(label)}`,
    assign: 'معرّف العميل',
    undo: 'تراجع',
  },
  card: {
    hide: 'إخفاء البطاقة',
    open: 'فتح اللوحة',
    more: 'المزيد',
    move: 'النقل بالسحب أو بمفاتيح الأسهم',
    notHere: 'ليس في هذه المنصة',
    noMore: 'لن تظهر البطاقة في هذه المنصة',
    undo: 'تراجع',
    unfold: (who: string, state: string) => `${apart(who)}، ${state}. فتح البطاقة`,
    signedOut: (crm: string) => `سُجّل الخروج من ${apart(crm)}`,
    noCrm: 'لم يُربط أي نظام CRM',
    notMatched: 'بلا تطابق',
  },
  head: {
    placeUnknown: 'المكان غير معروف',
    there: <Part>(time: Part): Sentence<Part> => ['التوقيت المحلي ', time],
    callerName: <Part>(name: Part): Sentence<Part> => ['اسم المتصل «', name, '»'],
    name: <Part>(name: Part): Sentence<Part> => ['الاسم «', name, '»'],
    was: (value: string) => `سابقًا: ${apart(value)}`,
  },
};

export { sharedArabic as words };
