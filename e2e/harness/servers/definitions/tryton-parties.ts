import { startTryton } from '../tryton.ts';
import type { DefinedStore, StorePerson } from './defined-store.ts';

/** A Tryton of one's own, for its definition. */
export async function startTrytonParties(): Promise<DefinedStore> {
  const tryton = await startTryton();
  return {
    settings: { baseUrl: `${tryton.url}/${tryton.database}/`, user: tryton.user },
    credential: tryton.password,
    add: async ({ first = '', last, numbers = [], email }: StorePerson) => {
      const id = await tryton.party(`${first} ${last}`.trim(), numbers);
      const row = { party: id, type: 'email', value: email };
      if (email) await tryton.rpc('model.party.contact_mechanism.create', [row], {});
      return String(id);
    },
    async holds(id) {
      const fields = ['name', 'code', 'contact_mechanisms.value', 'active', 'tax_identifier.code'];
      type Row = Record<string, unknown> & { 'contact_mechanisms.': { value: string }[] };
      const rows = await tryton.rpc<Row[]>(
        'model.party.party.search_read',
        [['id', '=', Number(id)]],
        ...[0, null, null, fields, {}],
      );
      return rows.flatMap((row) => [
        ...Object.values(row).filter((value) => typeof value === 'string'),
        ...row['contact_mechanisms.'].map(({ value }) => value),
      ]);
    },
    stop: () => tryton.stop(),
  };
}
