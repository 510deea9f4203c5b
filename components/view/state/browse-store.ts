import { type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../../lib/domain/contact/contact.ts';
import type { SafeCrmError } from '../../../lib/domain/crm/crm-error.ts';
import type { Send } from '../../../lib/engine/commands/commands.ts';

/** A contact opened with no interaction: shown as it was found at once, read anew behind. */
export interface Browsed {
  contact: Contact;
  /** When the CRM said so, epoch milliseconds; undefined until it has. */
  at?: number;
  error?: SafeCrmError;
}

export interface BrowseStore {
  browsed: ReadonlySignal<Browsed | null>;
  open(contact: Contact): void;
  /** Reads it again, after a change or on the agent's wish. */
  refresh(): Promise<void>;
  close(): void;
}

export function createBrowseStore(send: Send, clock: () => number): BrowseStore {
  const browsed = signal<Browsed | null>(null);
  let opened = 0;
  const refresh = async () => {
    const asked = opened;
    const id = browsed.peek()?.contact.id;
    if (id === undefined) return;
    const reply = await send({ type: 'contact.get', contactId: id });
    const current = browsed.peek();
    // Only for the contact that is still open: the agent may have gone on to another.
    if (asked !== opened || !current) return;
    if (!reply.ok) browsed.value = { ...current, error: reply.error };
    else if (reply.contact) browsed.value = { contact: reply.contact, at: clock() };
  };
  return {
    browsed,
    refresh,
    open(contact) {
      opened++;
      browsed.value = { contact };
      void refresh();
    },
    close() {
      opened++;
      browsed.value = null;
    },
  };
}
