/** Times as agents read them. All take epoch milliseconds; `now` comes from the ticker, so that pictures can hold still. */
const locale = 'en-GB';
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayKey = (at: number): string => new Date(at).toDateString();

/** `15:28` on the agent's clock. */
export function clockTime(at: number): string {
  return clock.format(at);
}

/** `12 Nov`, with the year where it is another one. */
export function day(at: number, now: number, zone?: string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  if (new Date(at).getFullYear() !== new Date(now).getFullYear()) options.year = 'numeric';
  if (zone) options.timeZone = zone;
  return new Intl.DateTimeFormat(locale, options).format(at);
}

/** `Tue 17 Nov`: a day of the last or next weeks; older ones without the day's name. */
export function nearDay(at: number, now: number): string {
  if (Math.abs(now - at) > 21 * 86_400_000) return day(at, now);
  return `${new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at)} ${day(at, now)}`;
}

/** For a list: `14:58` today, `Yesterday`, else the day. */
export function listTime(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return clockTime(at);
  return dayKey(at) === dayKey(now - 86_400_000) ? 'Yesterday' : day(at, now);
}

/** In a sentence: `today, 10:02`, `yesterday`, `14 Nov`. */
export function sentenceTime(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return `today, ${clockTime(at)}`;
  return dayKey(at) === dayKey(now - 86_400_000) ? 'yesterday' : day(at, now);
}

/** A length in words: `less than a minute` is the caller's to say; `2 min`, `3 h`, `4 days`. */
export function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}

/** `just now`, `2 min ago`, `3 h ago`. A clock that runs behind never makes it the future. */
export function ago(at: number, now: number): string {
  return now - at < 60_000 ? 'just now' : `${span(now - at)} ago`;
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
