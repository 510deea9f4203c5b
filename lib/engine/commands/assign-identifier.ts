import * as z from 'zod/mini';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { cannotHold, refuseNobody, unsupported } from '../outbox/refuse-nobody.ts';
import { identifierOf, showAssignment, showWritten } from '../outbox/show-written.ts';
import { writing } from './command.ts';
import { contactId, key, writeId } from './command-values.ts';

/** Gives the interaction's ClientID to the contact on screen (A1, A7). */
export const assignIdentifier = writing({
  schema: z.object({
    type: z.literal('identifier.assign'),
    key,
    writeId,
    contactId,
    mode: z.enum(['add', 'move', 'keep']),
  }),
  write: {
    kind: 'assign',
    gives: ({ contactId }) => contactId,
    refusal({ mode }, { capabilities: { move, link, identifiers }, live }) {
      if (!(mode === 'move' ? move : link)) return unsupported;
      if (live?.identifier === undefined)
        return live?.facts.withheld
          ? { code: 'invalid', fields: { identifiers: 'stands-for-nobody' } }
          : undefined;
      return identifiers.includes(live.identifier.kind) ? refuseNobody([live.identifier]) : cannotHold;
    },
    async send(parts, crm, { key, contactId, mode, writeId }) {
      const { desk, lookups, now } = parts;
      const identifier = identifierOf(desk, key);
      const shown = desk.get(key)?.resolution;
      if (!identifier || shown?.status !== 'matched' || shown.contact.id !== contactId) {
        throw new CrmError({ code: 'not-found' });
      }
      const { saved, wrote } = lookups.begin();
      const result = await crm.assignIdentifier({ contactId, identifier, mode }, { key: writeId });
      const contact = saved(result.contact);
      const former = result.former.map(saved);
      const lost = mode === 'move' ? former.map(({ id }) => id) : [];
      wrote(identifier, [contact, ...(mode === 'keep' ? former : [])], lost);
      return {
        contact,
        show: (keyNow) => {
          for (const one of [contact, ...former]) showWritten(parts, one);
          showAssignment(desk, keyNow, contactId, {
            status: 'done',
            identifier,
            assignmentId: result.assignmentId,
            mode,
            former: former.map(({ id, name }) => ({ id, name })),
            at: now(),
          });
        },
      };
    },
  },
});
