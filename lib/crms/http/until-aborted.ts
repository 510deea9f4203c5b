import { CrmError } from '../../domain/crm/crm-error.ts';

/** Work that several callers wait for, given up by one of them alone: it goes on, this caller gets `unreachable`. */
export function untilAborted<Value>(work: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new CrmError({ code: 'unreachable' }));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
