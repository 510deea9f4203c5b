import * as z from 'zod/mini';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { type Identifier, sameOrNone } from '../../domain/contact/identifier.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { shownOf } from '../live/resolution-parts.ts';
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
    crm: ({ contactId }) => crmOfRef(contactId),
    gives: ({ contactId }) => contactId,
    refusal({ mode }, { capabilities: { move, link, identifiers }, live, meant }) {
      if (!(mode === 'move' ? move : link)) return unsupported;
      const identifier = meant?.identifier ?? live?.identifier;
      if (identifier === undefined)
        return live?.facts.withheld
          ? { code: 'invalid', fields: { identifiers: 'stands-for-nobody' } }
          : undefined;
      return identifiers.includes(identifier.kind) ? refuseNobody([identifier]) : cannotHold;
    },
    sets: () => ({ identifiers: [] }),
    means(liveStore, { key, contactId }) {
      const shown = liveStore.get(key)?.resolution;
      if (shown?.status !== 'matched' || shown.contact.id !== contactId) return undefined;
      const identifier = identifierOf(liveStore, key);
      return identifier && { identifier };
    },
    async send(parts, crm, { key, contactId, mode, writeId }, { meant }) {
      const { liveStore, lookups, now, remark } = parts;
      const { identifier } = meant ?? {};
      if (!identifier || isAnothers(liveStore.get(key), contactId, identifier))
        throw new CrmError({ code: 'not-found' });
      const { saved, wrote } = lookups.begin();
      const result = await crm.assignIdentifier({ contactId, identifier, mode }, { key: writeId, remark });
      const contact = saved(result.contact);
      const former = result.former.map(saved);
      const lost = mode === 'move' ? former.map(({ id }) => id) : [];
      wrote(identifier, [contact, ...(mode === 'keep' ? former : [])], lost);
      return {
        contact,
        show: (keyNow) => {
          for (const one of [contact, ...former]) showWritten(parts, one);
          showAssignment(liveStore, keyNow, contactId, {
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

/** The agent has turned from this contact meanwhile, or the interaction from this identifier. One that is gone says nothing. */
function isAnothers(live: LiveInteraction | undefined, contactId: string, meant: Identifier): boolean {
  if (!live) return false;
  const shown = shownOf(live.resolution)?.contact;
  return (
    live.rejected.includes(contactId) ||
    (shown !== undefined && shown.id !== contactId) ||
    !sameOrNone(live.identifier ?? meant, meant)
  );
}
