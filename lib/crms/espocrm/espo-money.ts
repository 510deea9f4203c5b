import * as z from 'zod/mini';
import type { Http } from '../http/http.ts';

/** `Settings`, as far as they are about money. Codes are ISO 4217. */
const espoMoneySchema = z.looseObject({
  defaultCurrency: z.nullish(z.string()),
  currencyList: z.nullish(z.array(z.string())),
});
export type EspoMoney = z.infer<typeof espoMoneySchema>;

export function readMoney(http: Http, signal?: AbortSignal): Promise<EspoMoney> {
  return http.read({ method: 'get', path: 'api/v1/Settings', reply: espoMoneySchema, signal });
}
