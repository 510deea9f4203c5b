import { dateFormat, dayAway } from './language/formats.ts';
import { locale } from './language/language.ts';
import { sharedWords } from './shared-words.ts';

// Times as agents read them. All take epoch milliseconds; `now` comes from the ticker, so that pictures can hold still.
const dayKey = (at: number): string => new Date(at).toDateString();

/** `15:28` on the agent's clock. */
export function clockTime(at: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit' }).format(at);
}

/** `12 Nov`, with the year where it is another one. */
export function day(at: number, now: number, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  if (new Date(at).getFullYear() !== new Date(now).getFullYear()) options.year = 'numeric';
  if (zone) options.timeZone = zone;
  return dateFormat(options).format(at);
}

/** `Tue 17 Nov`: a day of the last or next weeks; older ones without the day's name. */
export function nearDay(at: number, now: number): string {
  if (Math.abs(now - at) > 21 * 86_400_000) return day(at, now);
  return `${dateFormat({ weekday: 'short' }).format(at)} ${day(at, now)}`;
}

/** For a list: `14:58` today, `Yesterday`, else the day. */
export function listTime(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return clockTime(at);
  return isYesterday(at, now) ? startLarge(dayAway(-1)) : day(at, now);
}

/** In a sentence: `today, 10:02`, `yesterday`, `14 Nov`. */
export function sentenceTime(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return sharedWords().times.dayAt(dayAway(0), clockTime(at));
  return isYesterday(at, now) ? dayAway(-1) : day(at, now);
}

function isYesterday(at: number, now: number): boolean {
  return dayKey(at) === dayKey(now - 86_400_000);
}

function startLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** A length in words: `less than a minute` is the caller's to say; `2 min`, `3 h`, `4 days`. */
export function span(milliseconds: number): string {
  const { unit, count } = measured(milliseconds);
  return sharedWords().times[unit](count);
}

/** `just now`, `2 min ago`, `3 h ago`. A clock that runs behind never makes it the future. */
export function ago(at: number, now: number): string {
  const { times } = sharedWords();
  if (now - at < 60_000) return times.justNow;
  const { unit, count } = measured(now - at);
  return times[`${unit}Ago`](count);
}

function measured(milliseconds: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.round(hours / 24) };
}

/** A running timer: `04:12`, from an hour on `1:02:03`. */
export function timer(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const two = (part: number): string => String(part).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3_600 ? rest : `${Math.floor(seconds / 3_600)}:${rest}`;
}

/** How long something lasted: `5:16`, from an hour on `1:02:03`. */
export function length(milliseconds: number): string {
  return timer(milliseconds).replace(/^0(?=\d:)/, '');
}

/** Whole seconds until a time, never below 0. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1_000));
}
