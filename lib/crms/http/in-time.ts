import { CrmError } from '../../domain/crm/crm-error.ts';

/** The outcome of `work`, or `timeout` after `ms` milliseconds. The work goes on; what comes of it counts for nothing. */
export function inTime<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CrmError({ code: 'timeout' })), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
