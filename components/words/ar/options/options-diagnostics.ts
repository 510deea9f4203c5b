import type { Unread } from '../../../../lib/domain/crm/unread.ts';
import type { EventFacts } from '../../../../lib/domain/host/host-diagnostics.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';
import type { diagnosticsEnglish } from '../../en/options/options-diagnostics.ts';
import { listOf, numberFormat } from '../../language/formats.ts';
import { pluralOf } from '../../language/plural.ts';
import { apart, counted } from '../grammar/nouns.ts';
import * as terms from './diagnostics-terms.ts';

const plural = pluralOf('ar');
const amount = (count: number): string => numberFormat().format(count);
type Facts = Extract<EventFacts, { what: 'interaction' }>;

const events = (count: number): string => counted(count, amount(count), plural(count, terms.eventForms));
const namesOf = (names: string[]): string => names.map(apart).join('، ');
const rulesOf = (rules: string[]): string => `${plural(rules.length, terms.ruleForms)} ${namesOf(rules)}`;

/** What Ringside sees on host pages and reads of CRMs, in Arabic. */
export const diagnosticsArabic: typeof diagnosticsEnglish = {
  adapters: {
    'dom-rules': 'قواعد الصفحات',
    'host-protocol': 'بروتوكول المنصة',
    'json-websocket': 'JSON عبر WebSocket',
    media: 'حالة الوسائط',
    'message-rules': 'قواعد الرسائل',
    'sip-websocket': 'SIP عبر WebSocket',
    'xmpp-websocket': 'XMPP عبر WebSocket',
  },
  title: 'التشخيص',
  lead: 'ما يرصده Ringside في صفحات المنصات المفتوحة ويقرؤه من أنظمة CRM، وسبب استبعاد ما استبعده. لا يرد هنا اسم عميل ولا رقمه؛ والرموز مثل \u2068#3fa9c1\u2069 تدل على تفاعل.',
  copy: 'نسخ التقرير',
  copied: 'تم نسخ التقرير.',
  notCopied: 'لم يسمح المتصفح بنسخ التقرير. يمكن فتح «محتوى التقرير» ونسخه من هناك.',
  clear: 'مسح',
  cleared: 'تم مسح الأحداث والأعداد.',
  notCleared: 'تعذّر مسح الأحداث والأعداد. يُرجى إعادة المحاولة.',
  noPage: 'لا صفحة مفتوحة لأي منصة. يُرجى فتح الصفحة التي تُستقبل فيها المكالمات والدردشات أو إعادة تحميلها.',
  reportSays: 'محتوى التقرير',
  report: 'التقرير',
  thePage: 'الصفحة',
  lastFew: (count: number) => `آخر الأحداث (${count})`,
  last: (count: number) =>
    `آخر ${counted(count, `${count}`, plural(count, { ...terms.eventForms, two: 'حدثين' }))}`,
  lastEvents: 'آخر الأحداث',
  live: 'التفاعلات الجارية',
  facts: (state: Facts['state'], channel: Channel, direction: Facts['direction']) =>
    `${terms.states[state]}، ${terms.channels[channel]}، ${terms.directions[direction]}`,
  tab: (tab: number) => `علامة التبويب ${tab}`,
  tabAndFrame: (tab: number, frame: number) => `علامة التبويب ${tab}، الإطار ${frame}`,
  seenBy: 'رُصد عبر',
  since: (time: string) => `منذ ${time}`,
  strategies: 'الأساليب',
  idle: (names: string[]) => `قيد التشغيل، لم يُرصد شيء: ${namesOf(names)}`,
  leftOut: (dropped: string) => `المستبعد: ${dropped}`,
  reasons: {
    'not-valid': 'غير صالح',
    'too-big': 'كبير جدًا',
    'forbidden-key': 'فيه اسم قد يُحدث ضررًا',
    'too-many': 'عدد كبير دفعة واحدة',
    'forged-sender': 'مرسل مزوّر: صدر عن نافذة لا يحق لها ذلك',
    older: 'أقدم مما هو معروف',
    echo: 'صدى لتفاعل منتهٍ',
    'never-live': 'انتهى قبل رصده جاريًا',
    internal: 'مكالمة داخلية: لا تُعرض في هذه المنصة',
    'untrusted-contact-id': 'استُبعد ContactID: ترويسته غير موثوقة في هذه المنصة',
    failed: 'تعثّر Ringside في معالجته',
  },
  briefly: {
    'forged-sender': 'مرسل مزوّر',
    'never-live': 'انتهى قبل رصده',
    echo: 'صدى',
    older: 'أقدم',
    internal: 'داخلي',
    'untrusted-contact-id': 'ContactID غير موثوق',
  },
  reasonAt: (reason: string, path: string) => `${reason} في ${apart(path)}`,
  interaction: ({ state, channel, direction, endReason, withheld, numberless }: Facts) => {
    const ending = endReason === undefined ? '' : ` (${terms.endings[endReason]})`;
    const number = withheld ? '، الرقم محجوب' : numberless ? '، بلا رقم' : '';
    return `${terms.states[state]}${ending}، ${terms.channels[channel]}، ${terms.directions[direction]}${number}`;
  },
  inFocus: 'محل التركيز',
  noFocus: 'لا شيء محل التركيز',
  inbox: (mode: string) => `صندوق الوارد: ${terms.inboxes[mode] ?? mode}`,
  language: (tag: string) => `اللغة ${apart(tag)}`,
  hello: 'المنصة تعرّف بنفسها',
  entry: 'مدخل في الخط الزمني',
  unread: 'استُبعد دون قراءة',
  told: {
    clientId: 'ClientID',
    contactId: 'ContactID',
    displayName: 'الاسم',
    campaign: 'الحملة',
    queue: 'قائمة الانتظار',
    agent: 'الوكيل',
    threadId: 'سلسلة الرسائل',
    startedAt: 'البداية',
    answeredAt: 'الرد',
    attributes: 'السمات',
  },
  standing: {
    notAllowed: {
      words: 'مفتوحة، لكن لا يُصغى إليها',
      advice:
        'الصفحة مفتوحة وRingside موجود فيها، لكنه لا يصغي إليها: منصتها غير مرتبطة، أو لم يذكر المتصفح أن بإمكان Ringside قراءتها. يُرجى الرجوع إلى «المنصات».',
    },
    notEntered: {
      words: 'مفتوحة، لكنها لا تستجيب',
      advice:
        'لم تسمح علامة التبويب هذه بدخول Ringside: إما أنها متوقفة أو ما زالت قيد التحميل. لا تتعطل الصفحات الأخرى بسببها. يُرجى إعادة تحميلها أو إغلاقها.',
    },
    cannotRead: (rules: string[]) => ({
      words: 'لا يمكن قراءة هذه الصفحة',
      advice: `لا تجد فيها ${rulesOf(rules)} ما يُبحث عنه. يُرجى تسجيل الدخول هناك أو فتح المكالمات؛ فإن لم يتغيّر شيء، فللمنصة إصدار جديد يحتاج إلى قاعدة أحدث.`,
    }),
    reload: {
      words: 'تلزم إعادة التحميل',
      advice: 'كانت هذه الصفحة مفتوحة قبل Ringside: قد لا يُرصد ما يجري فيها إلى أن يُعاد تحميلها.',
    },
    unseen: (rules: string[]) => ({
      words: 'عُثر على صفوف، ولا شيء منها ظاهر',
      advice: `تعثر ${rulesOf(rules)} على صفوف في هذه الصفحة، ولا يظهر أي منها. وهذا طبيعي ما دام لا يجري شيء. وإلا فقد تكون الصفحة أضيق من أن تعرض قائمتها: يُرجى توسيع نافذتها أو تضييق اللوحة.`,
    }),
    sees: 'يرصد التفاعلات',
    nothing: 'لم يُرصد شيء بعد',
    sentence: {
      sees: (count: number, by: string[], last: string) =>
        `يُرصد ما يجري في هذه الصفحة: ${events(count)} عبر ${listOf(by.map(apart))}، والأخير في ${last}`,
      nothing: 'يمكن قراءة هذه الصفحة؛ ولم يجرِ فيها شيء بعد',
    },
    details: 'التفاصيل',
  },
  strategy: {
    failed: 'لم يتمكن من البدء في هذه الصفحة',
    cannotRead: 'لا يمكنه قراءة هذه الصفحة',
    canRead: 'يمكنه قراءة هذه الصفحة',
    unseen: 'يمكنه قراءة هذه الصفحة: عُثر على صفوف، ولا شيء منها ظاهر',
    hasSeen: (count: number) => `عدد الأحداث المرصودة: ${amount(count)}`,
    forOthers: (name: string) => `${apart(name)} (لصفحات أخرى)`,
    foundNothing: (at: string, empty: number, seen: number, channel: Channel) => {
      const forms = channel === 'phone' ? terms.callForms : terms.interactionForms;
      const all = counted(seen, `${seen}`, plural(seen, forms));
      return `\u2068clientId: ${at}\u2069 لم يعثر على شيء في ${empty} من ${all}`;
    },
  },
  inReport: {
    title: (version: string, time: string) => `Ringside ${apart(version)}، تشخيص ${apart(time)}`,
    noPage: 'لا صفحة مفتوحة لأي منصة.',
    seenBy: (names: string[]) => `رُصد عبر ${namesOf(names)}`,
    nothingSeen: (names: string[]) => `لم يُرصد شيء: ${namesOf(names)}`,
  },
  leftOfCrm: {
    title: 'لا يمكن قراءة كل ما يرد به',
    advice:
      'ما يرد هنا استُبعد، واستُخدم الباقي. قد يكون استيراد أو برنامج آخر هو ما كتبه؛ فإن صُحّح في نظام CRM، قُرئ مجددًا.',
    part: ({ of, whole, path, expected }: Unread) => {
      const what = {
        contact: whole ? 'استُبعدت جهة اتصال' : 'استُبعد جزء من جهة اتصال',
        company: whole ? 'استُبعدت شركة' : 'استُبعد جزء من شركة',
        field: whole ? 'استُبعد حقل' : 'استُبعد جزء من حقل',
      }[of];
      return `${what}${path === '' ? '' : `: ${apart(path)}`}، ${terms.expectations[expected]}`;
    },
    times: (times: string, last: string) => `${times}، آخرها ${last}`,
  },
  times: (count: number) => counted(count, amount(count), plural(count, terms.timesForms)),
};
