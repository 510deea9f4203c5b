import type { Crm } from '../../../lib/crms/crm.ts';

/** A CRM with how many of its answers are still out. */
export interface CountedCrm {
  crm: Crm;
  out(): number;
}

export function countedCrm(whole: Crm): CountedCrm {
  let out = 0;
  const crm = new Proxy(whole, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, args);
        if (!(answer instanceof Promise)) return answer;
        out += 1;
        return answer.finally(() => {
          out -= 1;
        });
      };
    },
  });
  return { crm, out: () => out };
}
