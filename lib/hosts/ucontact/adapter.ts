import { hearFrames } from '../frames/hear-frames.ts';
import type { HostAdapter } from '../host.ts';
import { createUcontactInteractions, languageIn } from './ucontact-interactions.ts';

/**
 * uContact in an iframe of the page: it posts its published messages up to the page around it. Only a child frame counts,
 * of exactly the configured origin, or of the page's own origin where none is configured.
 */
const adapter: HostAdapter = {
  id: 'ucontact',
  start(context) {
    const { emit, window, options } = context;
    const interactions = createUcontactInteractions(Date.now);
    hearFrames(context, {
      origins: options.frameOrigins ?? [window.location.origin],
      from: 'child',
      take(data) {
        for (const interaction of interactions.take(data)) emit({ type: 'interaction', interaction });
        const language = languageIn(data);
        if (language !== undefined) emit({ type: 'language', language });
      },
      reads: (data) => createUcontactInteractions(Date.now).take(data).length > 0,
    });
  },
};

export default adapter;
