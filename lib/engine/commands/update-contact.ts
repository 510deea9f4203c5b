import * as z from 'zod/mini';
import {
  type Contact,
  type ContactChange,
  type ContactIdentifier,
  contactChangeSchema,
} from '../../domain/contact/contact.ts';
import { isCut } from '../../domain/contact/contact-limits.ts';
import { crmOfRef } from '../../domain/contact/contact-ref.ts';
import { sameIdentifier } from '../../domain/contact/identifier.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { shownOf } from '../live/resolution-parts.ts';
import { cannotHold, refuseNobody, unsupported } from '../outbox/refuse-nobody.ts';
import { showWritten } from '../outbox/show-written.ts';
import { spelledIdentifiers } from '../resolving/spelled-identifiers.ts';
import { writing } from './command.ts';
import { contactId, key, writeId } from './command-values.ts';

/** Changes fields, name or identifiers of a contact; `version` guards against writing over somebody else's change. */
export const updateContact = writing({
  schema: z.object({
    type: z.literal('contact.update'),
    key: z.nullable(key),
    writeId,
    contactId,
    version: z.string(),
    change: contactChangeSchema,
  }),
  write: {
    kind: 'update',
    crm: ({ contactId }) => crmOfRef(contactId),
    about: ({ change }) =>
      change.name === undefined
        ? (Object.keys(change.fields ?? {})[0] ?? change.identifiers?.[0]?.kind)
        : 'name',
    changes: ({ contactId }) => contactId,
    place({ contactId, change: { fields = {}, ...whole } }) {
      return JSON.stringify([contactId, Object.keys(whole).toSorted(), Object.keys(fields).toSorted()]);
    },
    refusal({ contactId, change }, { capabilities, live, contact }) {
      if (!capabilities.update) return unsupported;
      if ([contact, shown(live, contactId)].some((one) => one && writesCut(one, change)))
        return { code: 'not-supported', reason: 'read-only' };
      return beyondIdentifiers(change.identifiers, contact, capabilities);
    },
    sets: ({ change: { name, identifiers, fields } }) => ({
      ...(name !== undefined && { name }),
      ...(identifiers && { identifiers }),
      ...(fields && { fields }),
    }),
    asks: ({ change }) => change,
    version: ({ version }) => version,
    onVersion: (asked, version) => ({ ...asked, version }),
    async send(parts, crm, { contactId, change, version, writeId }, { contact: before }) {
      const { saved } = parts.lookups.begin();
      const typed = spelledIdentifiers(change, { region: parts.region(), before });
      const contact = saved(
        await crm.updateContact(contactId, typed, version, { key: writeId, remark: parts.remark }),
      );
      return { contact, show: () => showWritten(parts, contact) };
    },
  },
});

/** Somebody may have been read since, but this is what the agent has before them. */
function shown(live: LiveInteraction | undefined, contactId: string): Contact | undefined {
  const contact = live && shownOf(live.resolution)?.contact;
  return contact?.id === contactId ? contact : undefined;
}

/** A text that was cut must not take the place of the whole one. */
function writesCut(contact: Contact, { name, identifiers, fields = {} }: ContactChange): boolean {
  if (name !== undefined && isCut(contact, 'name')) return true;
  if (identifiers && isCut(contact, 'identifiers')) return true;
  return Object.keys(fields).some((field) => isCut(contact, { field }));
}

/** What a contact has already may be of a kind that can be read and not written. */
function beyondIdentifiers(
  wanted: ContactIdentifier[] | undefined,
  contact: Contact | undefined,
  { identifiers, unlink }: CrmCapabilities,
): SafeCrmError | undefined {
  if (!wanted) return undefined;
  if (!contact) return refuseNobody(wanted);
  const has = (list: ContactIdentifier[], one: ContactIdentifier) =>
    list.some((other) => sameIdentifier(one, other));
  if (!unlink && !contact.identifiers.every((one) => has(wanted, one))) return unsupported;
  const added = wanted.filter((one) => !has(contact.identifiers, one));
  return added.every(({ kind }) => identifiers.includes(kind)) ? refuseNobody(added) : cannotHold;
}
