import type { Contact, ContactChange } from '../../../domain/contact/contact.ts';
import { tookEffect } from '../../../domain/contact/took-effect.ts';
import { CrmError } from '../../../domain/crm/crm-error.ts';

/**
 * A CRM's yes is not believed: throws `not-taken` where what was read back is as it was before. Where it made something else
 * of a text (left out quotes, cut it short), or took a part, it is saved: what differs can be told from the contact.
 */
export function confirmed(before: Contact, after: Contact, change: ContactChange): Contact {
  const parts: ContactChange[] = [
    ...(change.name === undefined ? [] : [{ name: change.name }]),
    ...Object.entries(change.fields ?? {}).map(([key, value]) => ({ fields: { [key]: value } })),
  ];
  const wanted = parts.filter((part) => !tookEffect(before, part));
  const changed = ({ name, fields = {} }: ContactChange) => {
    const was: ContactChange = {
      ...(name !== undefined && { name: before.name }),
      fields: Object.fromEntries(Object.keys(fields).map((key) => [key, before.fields[key] ?? null])),
    };
    return !tookEffect(after, was);
  };
  if (wanted.length > 0 && !wanted.some(changed)) {
    throw new CrmError({ code: 'not-supported', reason: 'not-taken' });
  }
  return after;
}
