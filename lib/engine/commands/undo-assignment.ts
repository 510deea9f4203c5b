import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { canUndo } from '../../domain/interaction/capabilities-of.ts';
import { unsupported } from '../outbox/refuse-nobody.ts';
import { showAssignment, showWritten } from '../outbox/show-written.ts';
import { writing } from './command.ts';
import { key, writeId } from './command-values.ts';

/** Takes an assignment back. */
export const undoAssignment = writing({
  schema: z.object({ type: z.literal('assignment.undo'), key, writeId, assignmentId: z.string() }),
  write: {
    kind: 'undo',
    crm: ({ assignmentId }) => crmOfRef(assignmentId),
    refusal(_, { capabilities, live }) {
      const assignment = live?.resolution.status === 'matched' ? live.resolution.assignment : undefined;
      const mode = assignment?.status === 'done' ? assignment.mode : 'add';
      return canUndo(capabilities, mode) ? undefined : unsupported;
    },
    async send(parts, crm, { key, assignmentId, writeId }) {
      const { liveStore, lookups, remark } = parts;
      const live = liveStore.get(key);
      const shown = live?.resolution.status === 'matched' ? live.resolution : undefined;
      const { saved, wrote } = lookups.begin();
      const touched = await crm.undoAssignment(assignmentId, { key: writeId, remark });
      const contacts = touched.map(saved);
      const identifier = live?.identifier;
      const [assigned, ...former] = contacts;
      if (identifier) wrote(identifier, former, assigned ? [assigned.id] : []);
      return {
        show: (keyNow) => {
          for (const contact of contacts) showWritten(parts, contact);
          if (shown && identifier)
            showAssignment(liveStore, keyNow, shown.contact.id, { status: 'undone', identifier });
        },
      };
    },
  },
});
