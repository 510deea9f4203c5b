import type { HostAdapter } from '../host.ts';
import { hearWorkspace } from './hear-workspace.ts';
import { createWorkspaceInteractions } from './workspace-interactions.ts';

/**
 * 8x8 Agent Workspace. Its events go the other way: from the workspace **into** a partner's app in a frame of it. So this
 * reads that app's page, over the port that the workspace hands to it; and, where a page around passes them on as window
 * messages, a child frame's. Only from the origin named for this host, or the page's own where none is named.
 */
const adapter: HostAdapter = {
  id: 'eight-by-eight',
  start(context) {
    const interactions = createWorkspaceInteractions(Date.now);
    hearWorkspace(
      context,
      (data) => {
        const event = interactions.take(data);
        if (event) context.emit(event);
      },
      (data) => createWorkspaceInteractions(Date.now).take(data) !== undefined,
    );
  },
};

export default adapter;
