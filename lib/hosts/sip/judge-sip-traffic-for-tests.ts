import { hostInteractionSchema } from '../../domain/host/host-event.ts';
import { createLiveCalls } from './live-frames.ts';
import { createSipStreams } from './read-sip-stream.ts';
import { createSipCalls } from './sip-calls.ts';
import { checkSipFrame, type SipFrame } from './sip-frame.ts';
import { canary, type GeneratedFrame } from './sip-grammar-for-tests.ts';

/**
 * For tests: passes generated traffic through everything that reads it, and throws where a rule is broken. Nothing throws,
 * nothing that was not asked for gets out, what is told is valid, and no interaction comes back after its end.
 */
export function judgeSipTraffic(traffic: GeneratedFrame[]): void {
  let now = 1_790_000_000_000;
  const calls = createSipCalls({ campaignHeader: 'X-Campaign' }, () => now);
  const live = createLiveCalls();
  const ended = new Set<string>();
  const take = (frame: SipFrame | null) => {
    if (frame === null) throw new Error('the tap told of what the adapter does not take');
    for (const interaction of calls.take(frame)) judge(interaction);
  };
  const judge = (interaction: { id: string; state: string }) => {
    if (!hostInteractionSchema.safeParse(interaction).success)
      throw new Error(`not valid: ${JSON.stringify(interaction)}`);
    if (ended.has(interaction.id)) throw new Error('came back after its end');
    if (interaction.state === 'finished') ended.add(interaction.id);
  };
  const streams = createSipStreams((socket, sent, { media, outcome, focus, ...reading }) => {
    if (reading.headers['call-id'] === undefined) return;
    const frame: SipFrame = {
      ...reading,
      socket,
      sent,
      at: now,
      ...(media && { media }),
      ...(outcome && { outcome }),
      ...(focus && { focus }),
    };
    const told = JSON.stringify(frame);
    if (told.includes(canary)) throw new Error(`a secret got out: ${told}`);
    live.keep(frame);
    take(checkSipFrame(JSON.parse(told)));
  });
  const wanted = Object.create(null);
  for (const { socket, sent, text } of traffic) {
    streams.take(socket, sent, text, wanted);
    now += 500;
  }
  const closed = live.close(1, now);
  if (closed) take(checkSipFrame(JSON.parse(JSON.stringify(closed))));
  calls.media(0);
  for (let due = calls.due(); due !== undefined; due = calls.due()) {
    now = Math.max(now, due);
    const over = calls.expire();
    if (over.length === 0 && calls.due() === due) throw new Error('what is due does not end');
    for (const interaction of over) judge(interaction);
  }
}
