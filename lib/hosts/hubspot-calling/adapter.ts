import { hearFrames } from '../frames/hear-frames.ts';
import type { HostAdapter } from '../host.ts';
import { createHubspotCalls } from './hubspot-calls.ts';

/**
 * A calling app in HubSpot's frame, read in the page around it, by what it says to that page over HubSpot's calling SDK.
 * Every calling app has an origin of its own: the one named for this host, or the page's where none is named.
 */
const adapter: HostAdapter = {
  id: 'hubspot-calling',
  start(context) {
    const { emit, options, window } = context;
    const calls = createHubspotCalls(Date.now);
    hearFrames(context, {
      origins: options.frameOrigins ?? [window.location.origin],
      from: 'child',
      take(data) {
        for (const interaction of calls.take(data)) emit({ type: 'interaction', interaction });
      },
      reads: (data) => createHubspotCalls(Date.now).take(data).length > 0,
    });
  },
};

export default adapter;
