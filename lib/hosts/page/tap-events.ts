/**
 * How the two worlds of a page talk: events on `window` whose detail is a JSON **string** (Firefox lets no object cross).
 * The page can hear and forge all of it: what crosses is a claim, and never more than the page has anyway.
 */

/** Page's world → isolated world. */
export const tapEvent = 'ringside:tap';
/** Isolated world → page's world. */
export const askEvent = 'ringside:ask';

/** `ready`: the taps are in place, `early` when they were before the page's first script. */
export type TapMessage = { ready: true; early: boolean } | { tap: string; message: unknown };

/** `probe`: is a tap there? `tap`: tell me what is live, and everything from now on; `wants`: what to look for. */
export type AskMessage = { probe: true } | { tap: string; wants?: unknown };

/** As JSON, of what an adapter wants. */
export const maxWantsLength = 16_384;
