import type { Channel } from '../host/host-event.ts';

/**
 * What a notification says of an interaction of each channel, and where neither a name nor a campaign may be told; and what
 * the browser says of the button with the number of those that are live.
 */
export type NoticeWords = Record<Channel | 'nameless' | 'nothingLive' | 'testCall', string> & {
  /** A live one of each channel, whoever began it. */
  kinds: Record<Channel, string>;
  live(count: number, names: string[]): string;
};
