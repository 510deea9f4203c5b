import * as z from 'zod/mini';
import { fullCapabilities } from '../../domain/crm/crm-capabilities.ts';
import { CrmError } from '../../domain/crm/crm-error.ts';
import type { ReportUnread } from '../../domain/crm/unread.ts';
import type { FieldDefinition } from '../../domain/fields/workspace.ts';
import { matchPattern } from '../../domain/text/safe-origin.ts';
import type { Crm, CrmConnector, CrmContext } from '../crm.ts';
import { baseUrlSchema } from '../http/base-url.ts';
import { createHttp, type Http } from '../http/http.ts';
import { remembered } from '../http/remembered.ts';
import { createTraffic } from '../http/traffic.ts';
import {
  heldKinds,
  type IdentifierFields,
  otherFieldsSchema,
  otherIdentifierFields,
} from '../identifiers/other-identifiers.ts';
import { regionSchema } from '../identifiers/region-setting.ts';
import { defaultWorkspace } from '../records/default-workspace.ts';
import { organisationIdOf, withOrganisations } from '../records/organisations.ts';
import { joinName } from '../records/person-name.ts';
import { recordWrites } from '../records/record-writes.ts';
import { ownSlots } from './contact.ts';
import { createContacts } from './contacts.ts';
import { dolibarrRefusal } from './dolibarr-refusal.ts';
import {
  definitionsOf,
  type ExtraFields,
  extraFieldsOf,
  extraFieldsReplySchema,
  extraFieldsSchema,
} from './extra-fields.ts';
import { filterOfSearch } from './sql-filters.ts';
import { createThirdParties } from './third-parties.ts';

const settingsSchema = z.object({
  baseUrl: baseUrlSchema,
  region: regionSchema,
  otherFields: otherFieldsSchema,
});
type Settings = z.infer<typeof settingsSchema>;

const userSchema = z.object({
  id: z.union([z.string(), z.int()]),
  login: z.string(),
  firstname: z.optional(z.nullable(z.string())),
  lastname: z.optional(z.nullable(z.string())),
});
/** Rights come as "1", or not at all; all of them are left out where the user may not see them. */
const rightsSchema = z.object({
  rights: z.nullish(
    z.looseObject({
      societe: z.nullish(
        z.looseObject({ contact: z.nullish(z.looseObject({ creer: z.nullish(z.unknown()) })) }),
      ),
    }),
  ),
});
const statusSchema = z.object({ success: z.object({ dolibarr_version: z.string() }) });
/** Dolibarr's own fields of a contact, whose labels it does not tell. */
const ownFields: FieldDefinition[] = [
  { key: 'jobTitle', label: '', type: 'text' },
  { key: 'company', label: '', type: 'text', readOnly: true },
  { key: 'address', label: '', type: 'long-text' },
  { key: 'zip', label: '', type: 'text' },
  { key: 'city', label: '', type: 'text' },
  { key: 'country', label: '', type: 'text', readOnly: true },
];

/** Dolibarr (tried with 16.0, 19.0 and 22.0) over its REST API. Its contacts are persons; companies are third parties, looked at where only they have a number. */
const dolibarr: CrmConnector<Settings> = {
  id: 'dolibarr',
  label: 'Dolibarr',
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
    findByIdentifier: 1,
    organisations: 2,
    search: 1,
    opening: 1,
  },
  // No limit is published for a server of one's own; a connection that runs wild should still leave it to others.
  rate: { requests: 100, perMs: 10_000 },
  connect,
};

export default dolibarr;

/** Extra fields are set by their code, as Dolibarr's own set-up shows it. */
function slotsOf({ otherFields }: Settings): IdentifierFields {
  const others = Object.entries(otherIdentifierFields(otherFields));
  return {
    ...ownSlots,
    ...Object.fromEntries(others.map(([kind, names]) => [kind, names.map((name) => `options_${name}`)])),
  };
}

function connect({ settings, credential, fetch, memory, pace, onUnread: report }: CrmContext<Settings>): Crm {
  const { region } = settings;
  const baseUrl = `${settings.baseUrl}api/index.php/`;
  const http = createHttp({
    baseUrl,
    headers: { DOLAPIKEY: credential },
    refusal: dolibarrRefusal,
    traffic: createTraffic(dolibarr.rate),
    fetch,
  });
  const slots = slotsOf(settings);
  const kinds = heldKinds(otherIdentifierFields(settings.otherFields));
  const extraFields = remembered(memory, 'extraFields', extraFieldsSchema, () =>
    askExtraFields(http, report),
  );
  const contacts = createContacts({ http, region, slots, kinds, extraFields, report });
  const thirdParties = createThirdParties(http, contacts, { region, report });
  return {
    async session({ signal } = {}) {
      const user = await http.read({ method: 'get', path: 'users/info', reply: userSchema, signal });
      const name = joinName(user.firstname, user.lastname) || user.login;
      return { agent: { id: String(user.id), name: name.slice(0, 256) } };
    },
    async mayCreate({ signal } = {}) {
      const query = { includepermissions: '1' };
      const { rights } = await http.read({
        method: 'get',
        path: 'users/info',
        query,
        reply: rightsSchema,
        signal,
      });
      return rights?.societe ? Boolean(Number(rights.societe.contact?.creer ?? 0)) : 'unknown';
    },
    async workspace({ signal } = {}) {
      await http.read({ method: 'get', path: 'status', reply: statusSchema, signal });
      const taken = Object.values(slots).flat();
      const extra = definitionsOf(await extraFields(signal)).filter(({ key }) => !taken.includes(key));
      return defaultWorkspace({ name: 'Dolibarr', region, fields: [...ownFields, ...extra], kinds });
    },
    async getContact(id, { signal } = {}) {
      const thirdParty = organisationIdOf(id);
      if (thirdParty !== undefined) return thirdParties.get(thirdParty, signal);
      return (await contacts.get(id, signal))?.contact ?? null;
    },
    findByIdentifier: (identifier, { signal } = {}) =>
      withOrganisations(identifier, () => contacts.find(identifier, signal), thirdParties, signal),
    async search(query, { signal } = {}) {
      const filter = filterOfSearch(query);
      if (filter === undefined) return { contacts: [] };
      return contacts.search(filter, signal);
    },
    ...recordWrites(contacts, memory, pace),
    recordUrl(id) {
      const thirdParty = organisationIdOf(id);
      if (!/^\d+$/.test(thirdParty ?? id)) return null;
      return thirdParty === undefined
        ? `${settings.baseUrl}contact/card.php?id=${id}`
        : `${settings.baseUrl}societe/card.php?socid=${thirdParty}`;
    },
  };
}

/** Dolibarr tells its extra fields to administrators only; without them a contact has its own fields. */
async function askExtraFields(http: Http, report: ReportUnread | undefined): Promise<ExtraFields> {
  try {
    const query = { elementtype: 'socpeople' };
    const reply = await http.read({
      method: 'get',
      path: 'setup/extrafields',
      query,
      reply: extraFieldsReplySchema,
    });
    return extraFieldsOf(reply, report);
  } catch (error) {
    const code = error instanceof CrmError ? error.safe.code : undefined;
    if (code === 'not-allowed' || code === 'not-found') return {};
    throw error;
  }
}
