import { contactRef } from '../../domain/contact/contact-ref.ts';
import type { CrmSettings, Settings } from '../../domain/settings.ts';
import { engineForTests } from '../engine-for-tests.ts';
import { MemoryCrm } from './memory-crm-for-tests.ts';

/** The CRMs of a test that needs more than one. */
export const crmNames = ['one', 'two'] as const;
export type CrmName = (typeof crmNames)[number];

export function crmEntry(id: string, more: Partial<CrmSettings> = {}): CrmSettings {
  return { id, connector: 'memory', label: '', settings: {}, staySignedIn: false, ...more };
}

/** An engine with two CRMs, in this order in the settings; nobody is signed in at either yet. */
export function severalForTests(given: Partial<Settings> = {}, clock?: { now(): number }) {
  const settings: Partial<Settings> = { crms: crmNames.map((name) => crmEntry(name)), ...given };
  const desk = engineForTests({ settings, ...(clock && { clock }) });
  const crms: Record<CrmName, MemoryCrm> = { one: new MemoryCrm(), two: new MemoryCrm() };
  return {
    ...desk,
    desk,
    crms,
    /** Of each the same person signs in under the same sign-in, unless another is named. */
    signIn: (crm: CrmName, owner = `ana at ${crm}`, id = `${owner} signs in`) =>
      desk.connect(id, { crm, at: crms[crm], owner }),
    both: async () => {
      for (const crm of crmNames)
        await desk.connect(`ana at ${crm} signs in`, { crm, at: crms[crm], owner: `ana at ${crm}` });
      await desk.until(({ connections }) => connections.every(({ workspace }) => workspace !== null));
    },
    /** This CRM answers such calls only when what is answered is called. `call`: how it begins. */
    hold: (crm: CrmName, call: string) => {
      const gate = Promise.withResolvers<void>();
      crms[crm].before = (asked) => (asked.startsWith(call) ? gate.promise : undefined);
      return gate.resolve;
    },
    one: (id: string) => contactRef('one', id),
    two: (id: string) => contactRef('two', id),
    shownId: (id: string) => {
      const { resolution } = desk.live(id);
      return resolution.status === 'matched' ? resolution.contact.id : undefined;
    },
    /** Where else the person who is shown is known. */
    alsoIn: (id: string): string[] => {
      const { resolution } = desk.live(id);
      return resolution.status === 'matched' ? (resolution.alsoIn ?? []) : [];
    },
    settle: async () => {
      for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
