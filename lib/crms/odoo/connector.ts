import * as z from 'zod/mini';
import type { ContactChange } from '../../domain/contact/contact.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createTraffic } from '../http/traffic.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { recordWrites } from '../records/record-writes.ts';
import { odooDefinitions, withoutEmptyNumbers } from './odoo-fields.ts';
import { createOdooPartners } from './odoo-partners.ts';
import { createOdooRpc } from './odoo-rpc.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  database: z.string().check(z.trim(), z.minLength(1), z.maxLength(128)),
  user: z.string().check(z.trim(), z.minLength(1), z.maxLength(256)),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const userSchema = z.array(z.looseObject({ id: z.int(), name: z.string() })).check(z.length(1));
const model = 'res.partner';

/**
 * Odoo 14 and later (tried with 17.0) by JSON-RPC: its partners, persons and companies. Two numbers and one address each; a third number ends
 * in `no-slot`. It tells of no merges: a partner merged into another is gone.
 */
const odoo: CrmConnector<Settings> = {
  id: 'odoo',
  label: 'Odoo',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
  }),
  plan: {
    getContact: 2,
    findByIdentifier: 2,
    organisations: 2,
    search: 4,
    opening: 2,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default odoo;

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const others = otherIdentifierFields(settings.otherFields);
  const { database, user } = settings;
  const rpc = createOdooRpc({
    baseUrl,
    database,
    user,
    apiKey: credential,
    traffic: createTraffic(odoo.rate),
    fetch,
    memory,
  });
  const kinds = heldKinds(others);
  const partners = createOdooPartners({ rpc, region, others, memory, report });
  const writes = recordWrites(partners, memory, pace);
  async function asKept<Change extends ContactChange>(change: Change, signal?: AbortSignal): Promise<Change> {
    const values = Object.values(change.fields ?? {});
    if (!change.fields || !values.some((value) => value === null || value === '')) return change;
    const { fields } = await partners.mapping(signal);
    return { ...change, fields: withoutEmptyNumbers(change.fields, fields) };
  }

  return {
    async session({ signal } = {}) {
      const id = await rpc.userId(signal);
      const [found] = await rpc.read({
        model: 'res.users',
        method: 'read',
        args: [[id], ['name']],
        result: userSchema,
        signal,
      });
      return { agent: { id: String(id), name: found?.name ?? user } };
    },
    mayCreate: ({ signal } = {}) =>
      rpc.read({
        model,
        method: 'check_access_rights',
        args: ['create'],
        kwargs: { raise_exception: false },
        result: z.boolean(),
        signal,
      }),
    async workspace({ signal } = {}) {
      const { fields, slots } = await partners.mapping(signal);
      const [company] = await rpc.read({
        model: 'res.company',
        method: 'search_read',
        args: [[]],
        kwargs: { fields: ['name'], limit: 1 },
        result: z.array(z.looseObject({ name: z.optional(z.unknown()) })),
        signal,
      });
      return defaultWorkspace({
        name: typeof company?.name === 'string' ? company.name : 'Odoo',
        region,
        fields: odooDefinitions(fields, new Set(Object.values(slots).flat())),
        kinds,
        labels: labelsOf(fields.phone?.string, fields.email?.string),
      });
    },
    getContact: async (id, { signal } = {}) => (await partners.get(id, signal))?.contact ?? null,
    async findByIdentifier(identifier, { signal } = {}) {
      const found = await partners.find(identifier, signal);
      const onlyCompanies = found.length > 0 && found.every(({ kind }) => kind === 'company');
      return onlyCompanies && identifier.kind === 'phone' ? partners.withPeople(found, signal) : found;
    },
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      if (phone) return { contacts: typedAs(query)(await partners.listByIdentifier(phone, signal), phone) };
      return partners.listByText(query, signal);
    },
    ...writes,
    createContact: async (contact, options) =>
      writes.createContact(await asKept(contact, options.signal), options),
    updateContact: async (id, change, version, options) =>
      writes.updateContact(id, await asKept(change, options.signal), version, options),
    recordUrl: (id) => `${baseUrl}web#id=${encodeURIComponent(id)}&model=${model}&view_type=form`,
  };
}

function labelsOf(phone: string | undefined, email: string | undefined) {
  return { ...(phone && { phone }), ...(email && { email }) };
}
