import type { Crm } from '../../crms/crm.ts';
import { CrmError, type CrmErrorCode, type SafeCrmError } from '../../domain/crm/crm-error.ts';
import type { CrmLink } from '../live/engine-parts.ts';

/** With these the CRM itself is away; with any other it has answered. */
const awayCodes = new Set<CrmErrorCode>(['unreachable', 'timeout', 'server-error']);

export function isAway(code: CrmErrorCode | undefined): boolean {
  return code !== undefined && awayCodes.has(code);
}

/**
 * The link with a CRM that is listened to: at every request of any kind `tell` hears why it is away, or nothing where it
 * has answered. It is a fact about the CRM and no interaction's own.
 */
export function noticeAway(
  link: Extract<CrmLink, { status: 'ready' }>,
  tell: (error: SafeCrmError | undefined) => void,
): CrmLink {
  const heard = <T>(answer: Promise<T>): Promise<T> => {
    answer.then(
      () => tell(undefined),
      (cause: unknown) => {
        if (cause instanceof CrmError) tell(isAway(cause.safe.code) ? cause.safe : undefined);
      },
    );
    return answer;
  };
  const crm = new Proxy<Crm>(link.crm, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, args);
        return answer instanceof Promise ? heard(answer) : answer;
      };
    },
  });
  return { ...link, crm };
}
