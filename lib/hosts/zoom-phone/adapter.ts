import { hearFrames } from '../frames/hear-frames.ts';
import type { HostAdapter } from '../host.ts';
import { createZoomCalls } from './zoom-calls.ts';

/** Zoom Phone Smart Embed in a frame of the page, from its published origin or one named for this host. */
const adapter: HostAdapter = {
  id: 'zoom-phone',
  start(context) {
    const { emit, options } = context;
    const calls = createZoomCalls(Date.now);
    hearFrames(context, {
      origins: ['https://applications.zoom.us', ...(options.frameOrigins ?? [])],
      from: 'child',
      take(data) {
        const interaction = calls.take(data);
        if (interaction) emit({ type: 'interaction', interaction });
      },
      reads: (data) => createZoomCalls(Date.now).take(data) !== undefined,
    });
  },
};

export default adapter;
