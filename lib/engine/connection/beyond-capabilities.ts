import type { Contact, ContactChange, ContactIdentifier } from '../../domain/contact/contact.ts';
import { isCut } from '../../domain/contact/contact-limits.ts';
import { type Identifier, sameIdentifier } from '../../domain/contact/identifier.ts';
import { nobodyOf } from '../../domain/contact/nobody.ts';
import type { CrmCapabilities } from '../../domain/crm/crm-capabilities.ts';
import type { SafeCrmError } from '../../domain/crm/crm-error.ts';
import { problemSentences } from '../../domain/fields/problem-sentences.ts';
import { canUndo } from '../../domain/interaction/capabilities-of.ts';
import type { LiveInteraction } from '../../domain/interaction/live.ts';
import { shownOf } from '../live/resolution-parts.ts';
import type { WriteCommand } from '../live/write-command.ts';

const unsupported: SafeCrmError = { code: 'not-supported' };
const cannotHold: SafeCrmError = { code: 'not-supported', reason: 'cannot-hold' };

/** Given to a contact, it would make everybody who calls so that contact. */
function refuseNobody(identifiers: Identifier[]): SafeCrmError | undefined {
  const nobody = identifiers.filter((one) => nobodyOf(one) !== undefined);
  const fields = Object.fromEntries(nobody.map(({ kind }) => [kind, problemSentences['stands-for-nobody']]));
  return nobody.length === 0 ? undefined : { code: 'invalid', fields };
}

/**
 * What a CRM of these capabilities answers to a write that is beyond them, and what every CRM answers to an identifier that
 * stands for nobody; undefined for all others. Nothing is sent then.
 */
export function beyondCapabilities(
  command: WriteCommand,
  {
    capabilities,
    live,
    contact,
  }: {
    capabilities: CrmCapabilities;
    live?: LiveInteraction;
    /** The contact to change, as it was read last, where it is known. */
    contact?: Contact;
  },
): SafeCrmError | undefined {
  const { create, update, link, move } = capabilities;
  const holds = ({ kind }: ContactIdentifier) => capabilities.identifiers.includes(kind);
  switch (command.type) {
    case 'contact.create':
      if (!create) return unsupported;
      if (!command.contact.identifiers.every(holds)) return cannotHold;
      return refuseNobody(command.contact.identifiers);
    case 'contact.update':
      if (!update) return unsupported;
      if ([contact, shown(live, command.contactId)].some((one) => one && writesCut(one, command.change)))
        return { code: 'not-supported', reason: 'read-only' };
      return beyondIdentifiers(command.change.identifiers, contact, capabilities);
    case 'identifier.assign':
      if (!(command.mode === 'move' ? move : link)) return unsupported;
      if (live?.identifier === undefined)
        return live?.facts.withheld
          ? { code: 'invalid', fields: { identifiers: problemSentences['stands-for-nobody'] } }
          : undefined;
      return holds(live.identifier) ? refuseNobody([live.identifier]) : cannotHold;
    case 'assignment.undo': {
      const assignment = live?.resolution.status === 'matched' ? live.resolution.assignment : undefined;
      const mode = assignment?.status === 'done' ? assignment.mode : 'add';
      return canUndo(capabilities, mode) ? undefined : unsupported;
    }
  }
}

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
