import type { SharedWords } from '../en/shared.ts';
import { pluralOf } from '../language/plural.ts';
import { type Counted, counted } from './grammar/nouns.ts';

const plural = pluralOf('ar');

const minutes: Counted = {
  zero: 'دقيقة',
  one: 'دقيقة',
  two: 'دقيقتان',
  few: 'دقائق',
  many: 'دقيقة',
  other: 'دقيقة',
};
const hours: Counted = {
  zero: 'ساعة',
  one: 'ساعة',
  two: 'ساعتان',
  few: 'ساعات',
  many: 'ساعة',
  other: 'ساعة',
};
const days: Counted = { zero: 'يوم', one: 'يوم', two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' };

/** Lengths and times, in Arabic. */
export const timesArabic: SharedWords['times'] = {
  justNow: 'قبل لحظات',
  minutes: (count: number) => counted(count, `${count}`, plural(count, minutes)),
  hours: (count: number) => counted(count, `${count}`, plural(count, hours)),
  days: (count: number) => counted(count, `${count}`, plural(count, days)),
  seconds: (count: number) => `${count} ث`,
  minutesAgo: (count: number) =>
    `قبل ${counted(count, `${count}`, plural(count, { ...minutes, two: 'دقيقتين' }))}`,
  hoursAgo: (count: number) =>
    `قبل ${counted(count, `${count}`, plural(count, { ...hours, two: 'ساعتين' }))}`,
  daysAgo: (count: number) => `قبل ${counted(count, `${count}`, plural(count, { ...days, two: 'يومين' }))}`,
  dayAt: (day: string, time: string) => `${day}، ${time}`,
  copy: (ago: string) => `نسخة، ${ago}`,
};
