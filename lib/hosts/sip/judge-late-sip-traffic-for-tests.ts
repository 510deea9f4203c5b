import type { HostInteraction } from '../../domain/host/host-event.ts';
import { hostInteractionSchema } from '../../domain/host/host-event.ts';
import type { LateTraffic, TrueFrame } from './late-sip-traffic-for-tests.ts';
import { createLiveCalls } from './live-frames.ts';
import { createSipStreams } from './read-sip-stream.ts';
import { createSipCalls } from './sip-calls.ts';
import { checkSipFrame, type SipFrame } from './sip-frame.ts';

/**
 * For tests: passes calls of which the beginning is cut away through everything that reads them, and throws where what is
 * told is not so: a call that is over is never live, one that is not over never ended, and none is said to be another's,
 * answered while it rings, or made by the wrong side. What is told again to an isolated half that comes later is so too.
 */
export function judgeLateSipTraffic({ frames, from, deaf }: LateTraffic): void {
  let now = 1_790_000_000_000;
  const calls = createSipCalls({ campaignHeader: 'X-Campaign' }, () => now);
  const live = createLiveCalls();
  const told = new Map<string, HostInteraction>();
  let truth = new Map<string, TrueFrame>();

  const judge = (interaction: HostInteraction) => {
    const { id, state, direction, clientId } = interaction;
    const real = truth.get(id);
    const fail = (what: string) => {
      throw new Error(
        `${what}: ${JSON.stringify(interaction)}, truly ${JSON.stringify({ ...real, text: '' })}`,
      );
    };
    if (!hostInteractionSchema.safeParse(interaction).success) fail('not valid');
    if (real === undefined) return fail('a call that was not seen');
    if (clientId?.value !== real.party) fail('another party');
    if (direction !== 'unknown' && (direction === 'outbound') !== real.outbound) fail('the wrong direction');
    if (
      state === 'finished' ? real.state !== 'ended' : real.state === 'ended' && told.get(id)?.state !== state
    )
      fail('the wrong end');
    if ((state === 'active' || state === 'held') && real.state === 'ringing') fail('not answered yet');
    if (told.get(id)?.state === 'finished') fail('came back after its end');
  };
  const reader = (take: (frame: SipFrame) => void) =>
    createSipStreams((socket, sent, { media, outcome, focus, ...reading }) => {
      if (reading.headers['call-id'] === undefined) return;
      const more = { ...(media && { media }), ...(outcome && { outcome }), ...(focus && { focus }) };
      const frame = checkSipFrame(JSON.parse(JSON.stringify({ ...reading, socket, sent, at: now, ...more })));
      if (frame === null) throw new Error('the tap told of what the adapter does not take');
      take(frame);
    });
  const streams = reader((frame) => {
    live.keep(frame);
    for (const interaction of calls.take(frame)) {
      judge(interaction);
      told.set(interaction.id, interaction);
    }
  });

  const seen = new Map<string, TrueFrame>();
  for (const [index, frame] of frames.entries()) {
    truth = new Map(truth).set(frame.call, frame);
    if (index < from || (deaf && frame.sent)) continue;
    seen.set(frame.call, frame);
    streams.take(1, frame.sent, frame.text, Object.create(null));
    now += 100;
  }
  // A final answer, CANCEL or BYE that was seen ends what was told; of one that only the page sent, what follows does.
  for (const [call, { state }] of seen) {
    const last = told.get(call);
    if (state === 'ended' && last !== undefined && last.state !== 'finished')
      throw new Error(`over and still told as ${JSON.stringify(last)}`);
  }
  const again = createSipCalls({ campaignHeader: 'X-Campaign' }, () => now);
  const last = new Map<string, HostInteraction>();
  live.each((frame) => {
    for (const interaction of again.take(frame)) last.set(interaction.id, interaction);
  });
  for (const [id, interaction] of last) {
    if (interaction.state === 'finished') continue;
    if (seen.get(id)?.state === 'ended')
      throw new Error(`told again after its end: ${JSON.stringify(interaction)}`);
    judge(interaction);
  }
}
