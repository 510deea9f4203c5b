import { emptyTable } from '../page/built-ins.ts';
import { ask, ownValue, read, text } from './read-page-object.ts';

const maxAttributes = 16;
const maxName = 64;
const maxValue = 160;

/** What is read of a contact; JSON-safe, without a prototype. Nothing else of it leaves the page's world. */
export type ContactReading = Record<string, unknown>;

/**
 * Reads a contact of Streams into `known`: what cannot be read any more (getters throw once it is destroyed) stays as it
 * was. Members: `id, initial, type, subtype, inbound, internal, state, held, queue, queueId, phone, email, name, task,
 * attributes`.
 */
export function readContact(contact: unknown, known: ContactReading): void {
  const put = (key: string, value: unknown) => {
    if (value !== undefined) known[key] = value;
  };
  put('initial', text(ask(contact, 'getInitialContactId') ?? ask(contact, 'getOriginalContactId')));
  const type = text(ask(contact, 'getType'));
  put('type', type);
  put('subtype', text(ask(contact, 'getContactSubtype')));
  put('state', text(read(ask(contact, 'getState') ?? ask(contact, 'getStatus'), 'type')));
  put('inbound', isInbound(contact));

  const queue = ask(contact, 'getQueue');
  put('queue', text(read(queue, 'name')));
  put('queueId', text(read(queue, 'queueARN') ?? read(queue, 'queueId')));

  const connection = ask(contact, 'getInitialConnection');
  const held = ask(connection, 'isOnHold');
  if (typeof held === 'boolean') put('held', held);
  const endpoint = ask(connection, 'getEndpoint');
  const customer = ask(contact, 'getCustomerEndpoint');
  put('phone', text(read(endpoint, 'phoneNumber')) ?? text(read(customer, 'phoneNumber')));
  put('email', text(read(customer, 'emailAddress')));
  if (text(read(endpoint, 'type')) === 'agent') put('internal', true);
  // Of a chat only: the number's own name elsewhere is the number, or a quick connect's.
  put('name', text(read(ask(connection, 'getMediaInfo'), 'customerName')));
  if (type === 'task') put('task', text(ask(contact, 'getName')));
  put('attributes', readAttributes(ask(contact, 'getAttributes')));
}

function isInbound(contact: unknown): boolean | undefined {
  const inbound = ask(contact, 'isInbound');
  if (typeof inbound === 'boolean') return inbound;
  const method = text(ask(contact, 'getInitiationMethod'));
  if (method === undefined) return undefined;
  return method !== 'outbound' && method !== 'external_outbound' && method !== 'callback';
}

/** Streams gives `{ key: { name, value } }`. */
function readAttributes(attributes: unknown): Record<string, string> | undefined {
  if (typeof attributes !== 'object' || attributes === null) return undefined;
  const table = emptyTable<string>();
  let left = maxAttributes;
  for (const key in attributes) {
    if (left === 0) break;
    const own = ownValue(attributes, key);
    const value = text(typeof own === 'string' ? own : read(own, 'value'), maxValue);
    if (value === undefined || key.length > maxName) continue;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') continue;
    table[key] = value;
    left--;
  }
  return left < maxAttributes ? table : undefined;
}
