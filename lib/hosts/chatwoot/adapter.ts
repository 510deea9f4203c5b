import { hearFrames } from '../frames/hear-frames.ts';
import type { HostAdapter } from '../host.ts';
import { createChatwootConversations } from './chatwoot-conversations.ts';

const question = 'chatwoot-dashboard-app:fetch-info';

/**
 * Chatwoot around this page, which is one of its dashboard apps: the companion widget, or a connected page. Chatwoot is
 * heard and asked only at the exact origin named for it. Older versions say nothing by themselves when the agent goes on
 * to another conversation, so it is asked again whenever the app comes into view.
 */
const adapter: HostAdapter = {
  id: 'chatwoot',
  start(context) {
    const { emit, signal, options, window } = context;
    const { parent } = window;
    const origins = (options.frameOrigins ?? []).filter((origin) => origin !== 'null');
    if (origins.length === 0 || parent === window || !parent) return;
    const conversations = createChatwootConversations(Date.now);
    hearFrames(context, {
      origins,
      from: 'parent',
      take(data) {
        for (const event of conversations.take(data)) emit(event);
      },
      reads: (data) => createChatwootConversations(Date.now).take(data).length > 0,
    });
    // Where several are named, the browser hands the question to the one that is there, and to no other.
    const ask = () => {
      for (const origin of origins) parent.postMessage(question, origin);
    };
    window.addEventListener('focus', ask, { signal });
    window.document.addEventListener(
      'visibilitychange',
      () => window.document.visibilityState === 'visible' && ask(),
      { signal },
    );
    ask();
  },
};

export default adapter;
