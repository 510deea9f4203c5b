import * as z from 'zod/mini';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Identifier } from '../../domain/contact/identifier.ts';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp } from '../http/http.ts';
import { createTraffic } from '../http/traffic.ts';
import { commonDigits } from '../identifiers/common-spellings.ts';
import { filterByIdentifier } from '../identifiers/filter-by-identifier.ts';
import {
  heldKinds,
  otherFieldsSchema,
  otherIdentifierFields,
  storedText,
} from '../identifiers/other-identifiers.ts';
import { phoneQuery } from '../identifiers/phone-query.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { recordWrites } from '../records/record-writes.ts';
import { espoChanges, keptOfEspo } from './espo-changes.ts';
import { contactOfEspo, type EspoContact, espoContactSchema } from './espo-contact.ts';
import { espoFields, espoLabel, espoLabelsSchema, espoMetadataSchema } from './espo-fields.ts';
import { espoRefusal } from './espo-refusal.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const userSchema = z.object({
  user: z.looseObject({ id: z.string(), name: z.nullish(z.string()), userName: z.nullish(z.string()) }),
});
/** What the user's roles allow; an administrator's table may be empty. */
const aclSchema = z.extend(userSchema, {
  acl: z.nullish(
    z.looseObject({
      table: z.nullish(
        z.looseObject({
          Contact: z.nullish(z.union([z.boolean(), z.looseObject({ create: z.nullish(z.string()) })])),
        }),
      ),
    }),
  ),
});
const listSchema = z.object({ list: z.array(espoContactSchema).check(z.maxLength(200)) });
const mostResults = 20;
const listed =
  'id,name,firstName,middleName,lastName,phoneNumber,emailAddress,title,accountName,addressCity,addressCountry,assignedUserName,createdAt,modifiedAt';

/** EspoCRM 7 and later (tried with 8.4), contacts. It tells of no merges: a contact merged into another is gone. */
const espocrm: CrmConnector<Settings> = {
  id: 'espocrm',
  label: 'EspoCRM',
  settings: settingsSchema,
  origins: ({ baseUrl }) => [matchPattern(baseUrl)],
  capabilities: ({ otherFields }) => ({
    ...fullCapabilities,
    identifiers: heldKinds(otherIdentifierFields(otherFields)),
    identifiersBySetting: true,
    searchesInAddress: true,
  }),
  plan: {
    getContact: 1,
    findByIdentifier: 2,
    search: 1,
    opening: 0,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default espocrm;

function connect({ settings, credential, fetch, memory }: CrmContext<Settings>): Crm {
  const { baseUrl, region } = settings;
  const fields = otherIdentifierFields(settings.otherFields);
  const mapping = { region, fields };
  const http = createHttp({
    baseUrl,
    headers: { 'X-Api-Key': credential },
    refusal: espoRefusal,
    traffic: createTraffic(espocrm.rate),
    fetch,
  });
  const path = (id: string) => `api/v1/Contact/${encodeURIComponent(id)}`;
  /** What EspoCRM sent of a contact that was read, for the write that follows. */
  const records = new WeakMap<Contact, EspoContact>();

  async function get(id: string, signal?: AbortSignal): Promise<Contact | null> {
    if (id === '') return null;
    try {
      const record = await http.read({ method: 'get', path: path(id), reply: espoContactSchema, signal });
      if (record.deleted) return null;
      const contact = contactOfEspo(record, mapping);
      records.set(contact, record);
      return contact;
    } catch (error) {
      if (error instanceof CrmError && error.safe.code === 'not-found') return null;
      throw error;
    }
  }

  async function list(where: Record<string, string>, signal?: AbortSignal): Promise<EspoContact[]> {
    const query = { ...where, select: listed, maxSize: String(mostResults) };
    const reply = await http.read({
      method: 'get',
      path: 'api/v1/Contact',
      query,
      reply: listSchema,
      signal,
    });
    return [...new Map(reply.list.map((record) => [record.id, record])).values()];
  }

  /** One list, then every hit whole, all at once: what a list leaves out must be neither overlooked nor overwritten. */
  async function find(identifier: Identifier, signal?: AbortSignal): Promise<Contact[]> {
    const where = whereIdentifier(identifier);
    if (!where) return [];
    const hits = await list(where, signal);
    const contacts = await Promise.all(hits.map(({ id }) => get(id, signal)));
    return filterByIdentifier(
      contacts.filter((contact) => contact !== null),
      identifier,
    );
  }

  function whereIdentifier(identifier: Identifier): Record<string, string> | undefined {
    if (identifier.kind === 'phone') return oneOf('phoneNumberNumeric', commonDigits(identifier.value));
    if (identifier.kind === 'email') return equals('emailAddress', identifier.value);
    const [first, ...more] = fields[identifier.kind] ?? [];
    if (first === undefined) return undefined;
    const text = storedText(identifier);
    return more.length === 0 ? equals(first, text) : anyEquals([first, ...more], text);
  }

  return {
    async session({ signal } = {}) {
      const { user } = await http.read({ method: 'get', path: 'api/v1/App/user', reply: userSchema, signal });
      return { agent: { id: user.id, name: user.name || user.userName || user.id } };
    },
    async mayCreate({ signal } = {}) {
      const { acl } = await http.read({ method: 'get', path: 'api/v1/App/user', reply: aclSchema, signal });
      const right = acl?.table?.Contact;
      if (right === undefined || right === null || right === true) return 'unknown';
      return right !== false && (right.create ? right.create === 'yes' : 'unknown');
    },
    async workspace({ signal } = {}) {
      const metadata = await http.read({
        method: 'get',
        path: 'api/v1/Metadata',
        query: { key: 'entityDefs.Contact.fields' },
        reply: espoMetadataSchema,
        signal,
      });
      const labels = await http.read({
        method: 'get',
        path: 'api/v1/I18n',
        query: { default: 'false' },
        reply: espoLabelsSchema,
        signal,
      });
      const slots = new Set(Object.values(fields).flat());
      return defaultWorkspace({
        name: 'EspoCRM',
        region,
        fields: espoFields({ metadata, labels, slots }),
        kinds: heldKinds(fields),
        labels: { phone: espoLabel(labels, 'phoneNumber'), email: espoLabel(labels, 'emailAddress') },
      });
    },
    getContact: (id, { signal } = {}) => get(id, signal),
    findByIdentifier: (identifier, { signal } = {}) => find(identifier, signal),
    async search(query, { signal } = {}) {
      const phone = phoneQuery(query, region);
      const text = { 'where[0][type]': 'textFilter', 'where[0][value]': query };
      const found = await list((phone && whereIdentifier(phone)) ?? text, signal);
      return found.map((record) => contactOfEspo(record, mapping));
    },
    ...recordWrites(
      {
        identifiers: heldKinds(fields),
        get,
        find,
        async insert(contact, signal) {
          const headers = contact.identifiers.some(({ shared }) => shared)
            ? { 'X-Skip-Duplicate-Check': 'true' }
            : {};
          const json = espoChanges(undefined, contact, mapping);
          const { id } = await http.write({
            method: 'post',
            path: 'api/v1/Contact',
            json,
            headers,
            reply: espoContactSchema,
            signal,
          });
          return id;
        },
        kept: (contact) => keptOfEspo(records.get(contact), mapping),
        async patch(contact, change, signal) {
          const json = espoChanges(records.get(contact), change, mapping);
          await http.write({ method: 'put', path: path(contact.id), json, reply: espoContactSchema, signal });
        },
      },
      memory,
    ),
    recordUrl: (id) => `${baseUrl}#Contact/view/${encodeURIComponent(id)}`,
  };
}

function equals(attribute: string, value: string): Record<string, string> {
  return {
    'where[0][type]': 'equals',
    'where[0][attribute]': attribute,
    'where[0][value]': value,
  };
}

function oneOf(attribute: string, values: string[]): Record<string, string> {
  return {
    'where[0][type]': 'in',
    'where[0][attribute]': attribute,
    ...Object.fromEntries(values.map((value, index) => [`where[0][value][${index}]`, value])),
  };
}

function anyEquals(attributes: string[], value: string): Record<string, string> {
  const parts = attributes.flatMap((attribute, index): [string, string][] => {
    const at = `where[0][value][${index}]`;
    return [
      [`${at}[type]`, 'equals'],
      [`${at}[attribute]`, attribute],
      [`${at}[value]`, value],
    ];
  });
  return { 'where[0][type]': 'or', ...Object.fromEntries(parts) };
}
