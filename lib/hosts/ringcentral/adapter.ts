import { hearFrames } from '../frames/hear-frames.ts';
import type { HostAdapter } from '../host.ts';
import { createRingcentralCalls } from './ringcentral-calls.ts';

/** RingCentral Embeddable in a frame of the page: from its published origin, or from one named for a copy of its own. */
const adapter: HostAdapter = {
  id: 'ringcentral',
  start(context) {
    const { emit, options } = context;
    const calls = createRingcentralCalls(Date.now);
    hearFrames(context, {
      origins: ['https://apps.ringcentral.com', ...(options.frameOrigins ?? [])],
      from: 'child',
      take(data) {
        const interaction = calls.take(data);
        if (interaction) emit({ type: 'interaction', interaction });
      },
      reads: (data) => createRingcentralCalls(Date.now).take(data) !== undefined,
    });
  },
};

export default adapter;
