import type { Channel } from '../host/host-event.ts';

/** What a notification says of an interaction of each channel, and where neither a name nor a campaign may be told. */
export type NoticeWords = Record<Channel | 'nameless', string>;
