import * as z from 'zod/mini';
import { newContactSchema } from '../../domain/contact/contact.ts';
import { sameOrNone } from '../../domain/contact/identifier.ts';
import { anchorOf } from '../live/resolution-parts.ts';
import { cannotHold, refuseNobody, unsupported } from '../outbox/refuse-nobody.ts';
import { spelledIdentifiers } from '../resolving/spelled-identifiers.ts';
import { writing } from './command.ts';
import { crm, key, writeId } from './command-values.ts';

/** A new contact in one CRM, from the form of an interaction or of none. */
export const createContact = writing({
  schema: z.object({
    type: z.literal('contact.create'),
    key: z.nullable(key),
    writeId,
    crm,
    contact: newContactSchema,
  }),
  write: {
    kind: 'create',
    crm: (asked) => asked.crm,
    form: 'new-contact',
    about: ({ contact }) => contact.name,
    refusal({ contact: { identifiers } }, { capabilities }) {
      if (!capabilities.create) return unsupported;
      const holds = identifiers.every(({ kind }) => capabilities.identifiers.includes(kind));
      return holds ? refuseNobody(identifiers) : cannotHold;
    },
    means(liveStore, { key }) {
      const live = key === null ? undefined : liveStore.get(key);
      const chosen = live && anchorOf(live)?.contact.id;
      const { identifier } = live ?? {};
      return { ...(identifier && { identifier }), ...(chosen !== undefined && { chosen }) };
    },
    asks: ({ contact: { name, identifiers, fields } }) => ({ name, identifiers, fields }),
    findable: ({ contact: { identifiers } }) => identifiers.length > 0,
    async send({ lookups, liveStore, resolver, region, remark }, to, asked, { meant }) {
      const { saved, wrote } = lookups.begin();
      const typed = spelledIdentifiers(asked.contact, { region: region() });
      const contact = saved(await to.createContact(typed, { key: asked.writeId, remark }));
      for (const { shared: _, display: __, country: ___, ...one } of contact.identifiers)
        wrote(one, [contact]);
      return {
        contact,
        show(key) {
          const live = key === null ? undefined : liveStore.get(key);
          if (!live) return;
          const chosen = anchorOf(live)?.contact.id;
          const turned = chosen !== undefined && chosen !== meant?.chosen;
          // The call may have become somebody else's meanwhile, or the agent have chosen: then the new one is not shown.
          if (!turned && sameOrNone(live.identifier, meant?.identifier)) resolver.created(live.key, contact);
        },
      };
    },
  },
});
