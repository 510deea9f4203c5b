import type { IdentifierKind } from '../../../../lib/domain/contact/identifier.ts';
import type { Channel } from '../../../../lib/domain/host/host-event.ts';

/** A counted noun in all its forms. That of one and of two stands for itself; the others follow the number. */
export type Counted = Record<Intl.LDMLPluralRule, string>;

/** `جهة اتصال واحدة`, `جهتا اتصال`, `3 جهات اتصال`. `shown`: the number as it is drawn; `noun`: the form that goes with it. */
export function counted(count: number, shown: string, noun: string): string {
  return count === 1 || count === 2 ? noun : `${shown} ${noun}`;
}

/** Contacts, where nothing governs them: "جهتا اتصال في Odoo". */
export const contacts: Counted = {
  zero: 'جهة اتصال',
  one: 'جهة اتصال واحدة',
  two: 'جهتا اتصال',
  few: 'جهات اتصال',
  many: 'جهة اتصال',
  other: 'جهة اتصال',
};

/** The same behind a preposition: "لدى جهتي اتصال". */
export const contactsGenitive: Counted = { ...contacts, two: 'جهتي اتصال' };

/** Letters of a text. */
export const characters: Counted = {
  zero: 'حرف',
  one: 'حرف واحد',
  two: 'حرفان',
  few: 'أحرف',
  many: 'حرفًا',
  other: 'حرف',
};

/** A value from outside, set apart from the direction of the text around it. */
export function apart(value: string): string {
  return `\u2068${value}\u2069`;
}

/** "الرقم". All of them are masculine. */
export function identifierNoun(kind: IdentifierKind): string {
  if (kind === 'phone') return 'الرقم';
  if (kind === 'email') return 'عنوان البريد الإلكتروني';
  if (kind === 'extension') return 'رقم التحويلة';
  return kind === 'username' ? 'اسم المستخدم' : 'المعرّف';
}

/** "هذا الرقم", though "رقم التحويلة هذا". */
export function thisIdentifier(kind: IdentifierKind): string {
  const noun = identifierNoun(kind);
  return noun.includes(' ') ? `${noun} هذا` : `هذا ${noun}`;
}

/** What an interaction is in a word: "من المكالمة". */
export function channelNoun(channel: Channel): string {
  if (channel === 'phone') return 'المكالمة';
  if (channel === 'email') return 'البريد الإلكتروني';
  return channel === 'chat' ? 'الدردشة' : 'الرسالة';
}

/** "هذه المكالمة", "هذا البريد الإلكتروني". */
export function thisChannel(channel: Channel): string {
  return `${channel === 'email' ? 'هذا' : 'هذه'} ${channelNoun(channel)}`;
}
