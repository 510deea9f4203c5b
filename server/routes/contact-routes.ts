import * as z from 'zod/mini';
import {
  type Contact,
  contactChangeSchema,
  contactSchema,
  newContactSchema,
} from '../../lib/domain/contact/contact.ts';
import { readingsOf, withReadings } from '../../lib/domain/contact/identifier.ts';
import { identifierSchema } from '../../lib/domain/contact/identifier-schema.ts';
import { readIdentifier } from '../../lib/domain/contact/normalise-identifier.ts';
import { assignIdentifier } from '../contacts/assign-identifier.ts';
import { createContact } from '../contacts/create-contact.ts';
import { findByIdentifier, getContact } from '../contacts/find-contacts.ts';
import { normaliseOrRefuse } from '../contacts/normalise-identifiers.ts';
import { searchContacts } from '../contacts/search-contacts.ts';
import { undoAssignment } from '../contacts/undo-assignment.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { withinReply } from '../contacts/within-reply.ts';
import { readWorkspace } from '../database/configuration.ts';
import { type Route, route } from '../http/route.ts';

const contactList = z.object({ contacts: z.array(contactSchema) });
const foundList = z.extend(contactList, { total: z.optional(z.int()), more: z.optional(z.boolean()) });
const etag = ({ version }: Contact) => version;

/** Contacts and their identifiers. Customer data travel in bodies only, so that no URL holds any. */
export const contactRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/contacts/:id',
    summary: 'One contact; a merged one under its new id',
    access: 'read',
    reply: contactSchema,
    etag,
    handle: ({ db, id }) => getContact(db, id),
  }),
  route({
    method: 'post',
    path: '/api/contacts/lookup',
    summary: 'Every contact that carries an identifier',
    access: 'read',
    body: z.object({ identifier: identifierSchema }),
    reply: contactList,
    async handle({ db, body }) {
      const { region } = await readWorkspace(db);
      const asked = readingsOf(body.identifier).map((reading) => readIdentifier(reading, { region }));
      const [first, ...others] = asked.filter((one) => one !== null);
      if (!first) return { contacts: [] };
      const readings = others.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
      return { contacts: withinReply(await findByIdentifier(db, withReadings(first, readings))) };
    },
  }),
  route({
    method: 'post',
    path: '/api/contacts/search',
    summary: 'Contacts by text, best first, at most 20; how many fit, or that there are more',
    access: 'read',
    search: true,
    body: z.object({ query: z.string().check(z.maxLength(200)) }),
    reply: foundList,
    async handle({ db, body }) {
      const found = await searchContacts(db, body.query);
      return { ...found, contacts: withinReply(found.contacts) };
    },
  }),
  route({
    method: 'post',
    path: '/api/contacts',
    summary: 'Create a contact',
    access: 'add',
    write: true,
    status: 201,
    body: newContactSchema,
    reply: contactSchema,
    etag,
    handle: async ({ db, body }) => createContact(db, await readWorkspace(db), body),
  }),
  route({
    method: 'patch',
    path: '/api/contacts/:id',
    summary: 'Change a contact; null empties a field, identifiers are the whole new list',
    access: 'update',
    write: true,
    ifMatch: true,
    body: contactChangeSchema,
    reply: contactSchema,
    etag,
    handle: async ({ db, id, version, body }) =>
      updateContact(db, await readWorkspace(db), { id, version, change: body }),
  }),
  route({
    method: 'post',
    path: '/api/contacts/:id/identifiers',
    summary: 'Give an identifier to a contact',
    access: 'update',
    write: true,
    body: z.object({ identifier: identifierSchema, mode: z.enum(['add', 'move', 'keep']) }),
    reply: z.object({ assignmentId: z.string(), contact: contactSchema, former: z.array(contactSchema) }),
    async handle({ db, id, body: { identifier, mode }, agent }) {
      const normal = normaliseOrRefuse(await readWorkspace(db), identifier);
      return assignIdentifier(db, { contactId: id, identifier: normal, mode, agentId: agent.id });
    },
  }),
  route({
    method: 'post',
    path: '/api/assignments/:id/undo',
    summary: 'Put back what an assignment changed',
    access: 'update',
    write: true,
    reply: contactList,
    handle: async ({ db, id, agent }) => ({
      contacts: await undoAssignment(db, { assignmentId: id, agentId: agent.id }),
    }),
  }),
];
