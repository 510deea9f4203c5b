import type { Crm } from '../../crms/crm.ts';
import { CrmError, type CrmErrorCode } from '../../domain/crm/crm-error.ts';
import type { Desk } from '../live/desk.ts';
import type { CrmLink } from '../live/engine-parts.ts';

/** With these the CRM itself is away; with any other it has answered. */
const awayCodes = new Set<CrmErrorCode>(['unreachable', 'timeout', 'server-error']);

export function isAway(code: CrmErrorCode | undefined): boolean {
  return code !== undefined && awayCodes.has(code);
}

/**
 * The link with a CRM that is listened to: when a request of any kind finds it away, the connection says so, until the next
 * one is answered. It is a fact about the CRM and no interaction's own.
 */
export function noticeAway(link: CrmLink, { desk, now }: { desk: Desk; now: () => number }): CrmLink {
  if (link.status !== 'ready') return link;
  const { label } = link;
  const tell = (error?: CrmError): void => {
    const { connection } = desk.state;
    if (connection.status !== 'ready' || connection.crm !== label) return;
    const { away, ...rest } = connection;
    if (error === undefined) {
      if (away) desk.set({ connection: rest });
    } else if (away?.error.code !== error.safe.code)
      desk.set({ connection: { ...rest, away: { error: error.safe, since: away?.since ?? now() } } });
  };
  const heard = <T>(answer: Promise<T>): Promise<T> => {
    answer.then(
      () => tell(),
      (cause: unknown) => {
        if (cause instanceof CrmError) tell(isAway(cause.safe.code) ? cause : undefined);
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
