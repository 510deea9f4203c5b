import { readStored } from '../../../lib/crms/identifiers/stored-identifier.ts';
import type { ContactIdentifier } from '../../../lib/domain/contact/contact.ts';
import { CrmError, type CrmErrorCode } from '../../../lib/domain/crm/crm-error.ts';
import { MemoryCrm } from '../../../lib/engine/connection/memory-crm-for-tests.ts';
import { BadCase } from '../format/case-file.ts';
import type { CaseContact } from './engine-input.ts';

/** How the CRM answers: at once, once it is let, or with a failure. */
export type Answers = 'at once' | 'later' | { fails: CrmErrorCode };

export interface CaseCrm {
  memory: MemoryCrm;
  put(contact: CaseContact): void;
  /** From now on. What an agent's region is, it always says. */
  answer(how: Answers): void;
  /** Lets go of the answers that are kept back, or of those whose question begins so; with a failure in their place. */
  let(which: string, fails?: CrmErrorCode): void;
  /** Answers that are kept back. */
  held(): number;
}

/** A CRM in memory that answers as a case says. What comes late was answered when it was asked. */
export function createCaseCrm(region: string): CaseCrm {
  const memory = new MemoryCrm();
  memory.region = region;
  let how: Answers = 'at once';
  let held: { call: string; go: (fails?: CrmErrorCode) => void }[] = [];

  memory.before = (call) => {
    if (typeof how === 'object' && call !== 'workspace') throw new CrmError({ code: how.fails });
  };
  memory.after = (call) => {
    if (how !== 'later' || call === 'workspace') return;
    return new Promise((resolve, reject) => {
      const go = (fails?: CrmErrorCode) => (fails ? reject(new CrmError({ code: fails })) : resolve());
      held.push({ call, go });
    });
  };

  return {
    memory,
    put({ id, name, numbers, emails, identifiers }) {
      const typed = [
        ...numbers.map((value) => ({ kind: 'phone', value }) as const),
        ...emails.map((value) => ({ kind: 'email', value }) as const),
      ];
      const read = typed.map((one) => readStored(one, { region }));
      const known: ContactIdentifier[] = [...read.filter((one) => one !== undefined), ...identifiers];
      const contact = memory.add(id, name, ...known);
      const before = Number(memory.contacts.get(id)?.version ?? 0);
      memory.contacts.set(id, { ...contact, version: String(before + 1) });
    },
    answer(next) {
      how = next;
    },
    let(which, fails) {
      const isMeant = ({ call }: { call: string }) => which === 'all' || call.startsWith(which);
      const going = held.filter(isMeant);
      if (going.length === 0)
        throw new BadCase(
          `no answer to "${which}" is kept back, only ${held.map(({ call }) => call).join(', ') || 'none'}`,
        );
      held = held.filter((one) => !isMeant(one));
      for (const { go } of going) go(fails);
    },
    held: () => held.length,
  };
}
