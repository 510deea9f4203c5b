import type { FieldDefinition, Workspace } from '../../lib/domain/fields/workspace.ts';
import { demoCountries } from './demo-countries.ts';

const languages = [
  ['en', 'English'],
  ['fr', 'French'],
  ['de', 'German'],
  ['es', 'Spanish'],
  ['pt', 'Portuguese'],
  ['pl', 'Polish'],
  ['sv', 'Swedish'],
  ['nl', 'Dutch'],
  ['it', 'Italian'],
  ['ar', 'Arabic'],
  ['he', 'Hebrew'],
  ['ja', 'Japanese'],
  ['zh', 'Chinese'],
].map(([value = '', label = '']) => ({ value, label }));

const plans = [
  { value: 'basic', label: 'Basic' },
  { value: 'comfort', label: 'Comfort' },
  { value: 'comfort-plus', label: 'Comfort Plus' },
];

const terms = ['14', '30', '60'].map((days) => ({ value: days, label: `${days} days` }));
const countries = demoCountries.map(({ code, name }) => ({ value: code, label: name }));

const fields: FieldDefinition[] = [
  { key: 'phone', label: 'Phone', type: 'phone', identifier: 'phone', reduced: true },
  { key: 'email', label: 'E-mail', type: 'email', identifier: 'email', reduced: true },
  { key: 'whatsapp', label: 'WhatsApp', type: 'text', identifier: 'whatsapp' },
  { key: 'instagram', label: 'Instagram', type: 'text', identifier: 'instagram' },
  { key: 'facebook', label: 'Facebook', type: 'text', identifier: 'facebook' },
  { key: 'telegram', label: 'Telegram', type: 'text', identifier: 'telegram' },
  { key: 'jobTitle', label: 'Job title', type: 'text' },
  { key: 'company', label: 'Company', type: 'text', onCreate: true },
  { key: 'city', label: 'City', type: 'text' },
  { key: 'country', label: 'Country', type: 'choice', options: countries },
  { key: 'language', label: 'Language', type: 'choice', options: languages, required: true, onCreate: true },
  { key: 'languages', label: 'Languages', type: 'multiple-choice', options: languages },
  { key: 'owner', label: 'Owner', type: 'person', reduced: true },
  { key: 'website', label: 'Website', type: 'url' },
  { key: 'born', label: 'Born', type: 'date' },
  { key: 'tags', label: 'Tags', type: 'list' },
  { key: 'note', label: 'Note', type: 'long-text' },
  { key: 'plan', label: 'Plan', type: 'choice', options: plans, reduced: true },
  { key: 'yearlyValue', label: 'Yearly value', type: 'currency', currency: 'EUR' },
  { key: 'units', label: 'Units', type: 'number' },
  { key: 'installed', label: 'Installed', type: 'date' },
  { key: 'nextService', label: 'Next service', type: 'date-time', reduced: true },
  { key: 'smsReminders', label: 'SMS reminders', type: 'check-box' },
  { key: 'invoiceEmail', label: 'Invoices to', type: 'email' },
  { key: 'paymentTerms', label: 'Payment terms', type: 'choice', options: terms },
  { key: 'lastInvoice', label: 'Last invoice', type: 'text', readOnly: true },
  { key: 'balanceDue', label: 'Balance due', type: 'currency', currency: 'EUR' },
  { key: 'promisedBy', label: 'Promised by', type: 'date' },
];

/** The workspace of the demo: a firm that installs and services heating and cooling. Invented throughout. */
export const demoWorkspace: Workspace = {
  name: 'Fairlight Climate',
  region: 'GB',
  campaigns: [
    { id: 'field-service', name: 'Field service' },
    { id: 'billing', name: 'Billing' },
    { id: 'renewals', name: 'Renewals' },
    { id: 'support', name: 'Support' },
    // From an older contact centre, where the arrow tells outbound from inbound.
    { id: 'Collections->', name: 'Collections->' },
    { id: 'Collections<-', name: 'Collections<-' },
  ],
  fields,
  sections: [
    {
      id: 'details',
      label: 'Details',
      fields: [
        ...['phone', 'email', 'jobTitle', 'company', 'city', 'country', 'language', 'languages'],
        ...['owner', 'website', 'born', 'tags', 'note'],
      ],
    },
    {
      id: 'service-contract',
      label: 'Service contract',
      fields: ['plan', 'yearlyValue', 'units', 'installed', 'nextService', 'smsReminders'],
      campaigns: ['Field service'],
    },
    {
      id: 'invoices',
      label: 'Invoices',
      fields: ['invoiceEmail', 'paymentTerms', 'lastInvoice'],
      campaigns: ['Billing'],
    },
    {
      id: 'collections',
      label: 'Collections',
      fields: ['balanceDue', 'promisedBy'],
      campaigns: ['Collections'],
    },
  ],
};
