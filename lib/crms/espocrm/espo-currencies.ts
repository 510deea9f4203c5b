import * as z from 'zod/mini';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { CrmMemory } from '../crm-memory.ts';
import type { Http } from '../http/http.ts';
import { remembered } from '../http/remembered.ts';
import { readValues } from '../records/read-each.ts';
import { espoFieldSchema } from './espo-fields.ts';
import { readMoney } from './espo-money.ts';

const currenciesSchema = z.object({ amounts: z.array(z.string()), standard: z.string() });

/**
 * EspoCRM takes an amount with its currency only. Answers the currencies to send beside these attributes: the one that the
 * contact has, or the organisation's own. Which attributes are amounts is asked for where the contact does not tell.
 */
export function espoCurrencies(
  http: Http,
  { report, memory }: { report: ReportUnread | undefined; memory: CrmMemory | undefined },
) {
  const ask = remembered(memory, 'currencies', currenciesSchema, async () => {
    const query = { key: 'entityDefs.Contact.fields' };
    const reply = z.record(z.string(), z.unknown());
    const described = await http.read({ method: 'get', path: 'api/v1/Metadata', query, reply });
    const metadata = readValues(espoFieldSchema, described, { of: 'field', report });
    const amounts = Object.keys(metadata).filter((name) => metadata[name]?.type === 'currency');
    const { defaultCurrency } = amounts.length > 0 ? await readMoney(http) : {};
    return { amounts, standard: defaultCurrency ?? '' };
  });

  return async (
    written: Record<string, unknown>,
    record: Record<string, unknown> | undefined,
    signal?: AbortSignal,
  ): Promise<Record<string, string>> => {
    const added: Record<string, string> = {};
    for (const [attribute, value] of Object.entries(written)) {
      const beside = `${attribute}Currency`;
      if (typeof value !== 'number' || beside in written || (record && !(beside in record))) continue;
      const own = record?.[beside];
      if (typeof own === 'string' && own !== '') added[beside] = own;
      else {
        const { amounts, standard } = await ask(signal);
        if (amounts.includes(attribute) && standard !== '') added[beside] = standard;
      }
    }
    return added;
  };
}
