import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createTraffic } from '../http/traffic.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import { keptSlots } from '../identifiers/identifier-slots.ts';
import { heldKinds, otherFieldsSchema, otherIdentifierFields } from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { typedAs } from '../identifiers/typed-as.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { recordWrites } from '../records/record-writes.ts';
import { remembered } from '../records/remembered.ts';
import { identifierDomain, type OdooDomain, textDomain } from './odoo-domain.ts';
import {
  odooDefinitions,
  odooFieldAttributes,
  odooFieldNames,
  odooFieldsSchema,
  odooPhoneSlots,
} from './odoo-fields.ts';
import {
  contactOfOdoo,
  type OdooMapping,
  odooChanges,
  odooOwnFields,
  odooPartnerSchema,
  type ReadPartner,
} from './odoo-partner.ts';
import { withReadings } from './odoo-reading.ts';
import { createOdooRpc } from './odoo-rpc.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  database: z.string().check(z.trim(), z.minLength(1), z.maxLength(128)),
  user: z.string().check(z.trim(), z.minLength(1), z.maxLength(256)),
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const partnersSchema = z.array(odooPartnerSchema).check(z.maxLength(200));
const userSchema = z.array(z.looseObject({ id: z.int(), name: z.string() })).check(z.length(1));
const mostResults = 20;
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
    search: 2,
    opening: 2,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default odoo;

function connect({ settings, credential, fetch, memory }: CrmContext<Settings>): Crm {
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
  /** What Odoo sent of a partner that was read, for the write that follows. */
  const partners = new WeakMap<Contact, ReadPartner>();
  const fieldsOnce = remembered(memory, 'fields', odooFieldsSchema, () =>
    rpc.read({
      model,
      method: 'fields_get',
      args: [],
      kwargs: { attributes: odooFieldAttributes },
      result: odooFieldsSchema,
    }),
  );

  async function mapping(signal?: AbortSignal): Promise<OdooMapping> {
    const fields = await fieldsOnce(signal);
    return { region, fields, slots: { ...others, phone: odooPhoneSlots(fields), email: ['email'] } };
  }

  async function readPartners(
    map: OdooMapping,
    {
      method,
      args,
      kwargs,
      signal,
    }: { method: string; args: unknown[]; kwargs?: object; signal?: AbortSignal | undefined },
  ): Promise<Contact[]> {
    const names = [...odooOwnFields, ...Object.values(map.slots).flat(), ...odooFieldNames(map.fields)];
    const fields = [...new Set(names)].filter((name) => map.fields[name] !== undefined);
    const found = await rpc.read({
      model,
      method,
      args,
      kwargs: { fields, ...kwargs },
      result: partnersSchema,
      signal,
    });
    return (await withReadings(rpc, found, map, signal)).map((partner) => {
      const contact = contactOfOdoo(partner, map);
      partners.set(contact, partner);
      return contact;
    });
  }

  async function get(id: string, signal?: AbortSignal): Promise<Contact | null> {
    // A number that Odoo could have given out; it refuses others with an error of its own.
    if (!/^[1-9]\d{0,8}$/.test(id)) return null;
    const [contact] = await readPartners(await mapping(signal), {
      method: 'read',
      args: [[Number(id)]],
      signal,
    });
    return contact ?? null;
  }

  async function list(
    map: OdooMapping,
    domain: OdooDomain | undefined,
    signal?: AbortSignal,
  ): Promise<Contact[]> {
    // Without a condition every partner would match.
    if (!domain) throw new CrmError({ code: 'not-supported' });
    return readPartners(map, {
      method: 'search_read',
      args: [domain],
      kwargs: { limit: mostResults },
      signal,
    });
  }

  async function find(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    if (!heldKinds(others).includes(identifier.kind)) return [];
    const map = await mapping(signal);
    const found = await list(map, identifierDomain(identifier, map.slots, map.fields), signal);
    return filterByIdentifier(found, identifier);
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
      const { fields, slots } = await mapping(signal);
      const [company] = await rpc.read({
        model: 'res.company',
        method: 'search_read',
        args: [[]],
        kwargs: { fields: ['name'], limit: 1 },
        result: z.array(z.looseObject({ name: z.string() })),
        signal,
      });
      return defaultWorkspace({
        name: company?.name ?? 'Odoo',
        region,
        fields: odooDefinitions(fields, new Set(Object.values(slots).flat())),
        kinds: heldKinds(others),
        labels: labelsOf(fields.phone?.string, fields.email?.string),
      });
    },
    getContact: (id, { signal } = {}) => get(id, signal),
    findByIdentifier: (identifier, { signal } = {}) => find(identifier, signal),
    async search(query, { signal } = {}) {
      const map = await mapping(signal);
      const phone = phoneQuery(query, region);
      if (phone) {
        const found = await list(map, identifierDomain(phone, map.slots, map.fields), signal);
        return typedAs(query)(found, phone);
      }
      return list(map, textDomain(query, map.fields), signal);
    },
    ...recordWrites(
      {
        identifiers: heldKinds(others),
        companies: true,
        get,
        find,
        async insert(contact, signal) {
          const changes = odooChanges(undefined, contact, await mapping(signal));
          const values = { ...changes, ...(contact.kind === 'company' && { is_company: true }) };
          const id = await rpc.write({ model, method: 'create', args: [values], result: z.int(), signal });
          return String(id);
        },
        async kept(contact, signal) {
          return keptSlots(partners.get(contact)?.partner ?? {}, (await mapping(signal)).slots);
        },
        async patch(contact, change, signal) {
          const values = odooChanges(partners.get(contact), change, await mapping(signal));
          const args = [[Number(contact.id)], values];
          await rpc.write({ model, method: 'write', args, result: z.literal(true), signal });
        },
      },
      memory,
    ),
    recordUrl: (id) => `${baseUrl}web#id=${encodeURIComponent(id)}&model=${model}&view_type=form`,
  };
}

function labelsOf(phone: string | undefined, email: string | undefined) {
  return { ...(phone && { phone }), ...(email && { email }) };
}
