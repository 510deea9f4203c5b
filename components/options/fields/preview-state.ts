import type { Contact, FieldValue } from '../../../lib/domain/contact/contact.ts';
import { contactRef } from '../../../lib/domain/contact/contact-ref.ts';
import type { Identifier, IdentifierKind } from '../../../lib/domain/contact/identifier.ts';
import { identifierKinds } from '../../../lib/domain/contact/identifier-schema.ts';
import { type CrmCapabilities, fullCapabilities } from '../../../lib/domain/crm/crm-capabilities.ts';
import type { FieldDefinition, Workspace } from '../../../lib/domain/fields/workspace.ts';
import type { LiveInteraction, Resolution } from '../../../lib/domain/interaction/live.ts';
import { emptyViewState, type ViewState } from '../../../lib/domain/view-state.ts';
import { optionsWords } from '../../words/options-words.ts';

const previewCrm = 'preview';

export type PreviewKind = 'full' | 'reduced' | 'create';

interface Parts {
  workspace: Workspace;
  crm: string;
  kind: PreviewKind;
  /** Empty: the call names none. */
  campaign: string;
}

/** Numbers and names that belong to nobody. Source of the number: Ofcom, numbers for drama use. */
const caller: Identifier = { kind: 'phone', value: '+442079460123', display: '+44 20 7946 0123' };
const samples: Record<IdentifierKind, string> = {
  phone: caller.value,
  email: 'anna@example.com',
  instagram: 'anna.example',
  facebook: 'anna.example',
  telegram: 'anna_example',
  whatsapp: 'GB.7710 2284 0915',
  username: 'anna',
  extension: '2041',
  other: 'C-102',
};
/** The contact's well-known fields. */
function wellKnown(): Record<string, string> {
  const { company, jobTitle, city, owner } = optionsWords().fields.preview;
  return { company, jobTitle, city, owner, country: 'GB', language: 'en', timeZone: 'Europe/London' };
}

/** A call in which the arrangement can be seen: matched with an invented contact, or, for the form, unknown. */
export function previewState({ workspace, crm, kind, campaign }: Parts): ViewState {
  const now = Date.now();
  const resolution: Resolution =
    kind === 'create'
      ? { status: 'unmatched', identifier: caller, at: now, rejected: false }
      : {
          status: 'matched',
          contact: sampleContact(workspace),
          reason: { by: 'client-id', identifier: caller, exact: true },
          freshness: { from: 'crm', at: now },
          revalidating: false,
          changed: {},
        };
  const source = { origin: 'https://desk.example.com', adapter: 'preview', tabId: 0, frameId: 0 };
  const interaction: LiveInteraction = {
    key: 'preview',
    source,
    facts: {
      id: 'preview',
      channel: 'phone',
      direction: 'inbound',
      state: 'active',
      clientId: caller,
      ...(campaign !== '' && { campaign: { name: campaign } }),
    },
    sightings: [],
    identifier: caller,
    country: 'GB',
    resolution,
    drafts: {},
    rejected: [],
    declined: [],
    mode: kind === 'reduced' ? 'reduced' : 'full',
    writes: [],
    startedAt: now,
    answeredAt: now,
  };
  return {
    ...emptyViewState,
    connections: [{ id: previewCrm, status: 'ready', crm, capabilities: everything, workspace }],
    hosts: [{ origin: source.origin, label: '', status: 'connected', inbox: 'full' }],
    interactions: [interaction],
    front: interaction.key,
  };
}

/** Nothing can be pressed in a preview; what a CRM cannot do must not hide a field's place. */
const everything: CrmCapabilities = {
  ...fullCapabilities,
  identifiers: [...identifierKinds],
};

function sampleContact({ fields }: Workspace): Contact {
  const kinds = new Set(fields.flatMap(({ identifier }) => (identifier ? [identifier] : [])));
  return {
    id: contactRef(previewCrm, 'sample'),
    name: optionsWords().fields.preview.contact,
    kind: 'person',
    identifiers: [...kinds.add('phone')].map((kind) => ({ kind, value: samples[kind] })),
    fields: Object.fromEntries(
      fields.filter(({ identifier }) => !identifier).map((field) => [field.key, sampleValue(field)]),
    ),
    version: '1',
    updatedAt: new Date().toISOString(),
  };
}

function sampleValue({ key, type, label, options = [] }: FieldDefinition): FieldValue {
  const known = wellKnown()[key];
  if (known !== undefined && (type === 'text' || type === 'person')) return known;
  const [first, second] = options.map(({ value }) => value);
  switch (type) {
    case 'number':
      return 12;
    case 'currency':
      return 1_250;
    case 'date':
      return '2026-03-14';
    case 'date-time':
      return '2026-03-14T10:30:00Z';
    case 'choice':
      return first ?? null;
    case 'multiple-choice':
      return [first, second].filter((value) => value !== undefined);
    case 'check-box':
      return true;
    case 'url':
      return 'https://example.com/';
    case 'email':
      return 'info@example.com';
    case 'phone':
      return '+44 20 7946 0124';
    case 'person':
      return optionsWords().fields.preview.owner;
    case 'list':
      return [optionsWords().fields.preview.one, optionsWords().fields.preview.two];
    case 'long-text':
      return optionsWords().fields.preview.longText(label);
    case 'text':
      return optionsWords().fields.preview.text(label);
  }
}
