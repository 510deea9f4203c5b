import type { Arrival } from './interaction.ts';

/** A customer of the simulator. The people and numbers are invented and match the companion server's sample workspace. */
export interface Scenario {
  label: string;
  hint: string;
  arrival: Omit<Arrival, 'campaign'>;
}

const inbound = { direction: 'inbound' } as const;

export const scenarios: Scenario[] = [
  {
    label: 'Élodie Marchand',
    hint: '+33 1 99 00 42 17',
    arrival: { ...inbound, channel: 'phone', clientId: { kind: 'phone', value: '+33199004217' } },
  },
  {
    label: 'A shared number',
    hint: '+44 20 7946 0123',
    arrival: { ...inbound, channel: 'phone', clientId: { kind: 'phone', value: '+442079460123' } },
  },
  {
    label: 'An unknown number',
    hint: '+1 212 555 0142',
    arrival: {
      ...inbound,
      channel: 'phone',
      clientId: { kind: 'phone', value: '+12125550142' },
      displayName: 'J. Whitaker',
    },
  },
  {
    label: 'A withheld number',
    hint: 'Number withheld',
    arrival: { ...inbound, channel: 'phone', withheld: true },
  },
  {
    label: 'Withheld, but known',
    hint: 'The desk names the contact',
    arrival: { ...inbound, channel: 'phone', withheld: true, contactId: 'C-1008' },
  },
  {
    label: 'A colleague',
    hint: 'Extension 204',
    arrival: {
      channel: 'phone',
      direction: 'internal',
      clientId: { kind: 'extension', value: '204' },
      displayName: 'Front office',
    },
  },
  {
    label: 'Website visitor',
    hint: 'priya@raman.example.com',
    arrival: {
      ...inbound,
      channel: 'chat',
      clientId: { kind: 'email', value: 'priya@raman.example.com' },
      displayName: 'Priya',
    },
  },
  {
    label: 'A new client',
    hint: 'noor@haddad.example.com',
    arrival: {
      ...inbound,
      channel: 'email',
      clientId: { kind: 'email', value: 'noor@haddad.example.com' },
      displayName: 'Noor Haddad',
    },
  },
  {
    label: 'WhatsApp, no number',
    hint: 'FR.7710 2284 0915',
    arrival: {
      ...inbound,
      channel: 'whatsapp',
      clientId: { kind: 'whatsapp', value: 'FR.7710 2284 0915', scope: 'Atelier business' },
      displayName: 'Élodie M.',
    },
  },
  {
    label: 'Instagram',
    hint: '@raman.and.daughters',
    arrival: {
      ...inbound,
      channel: 'instagram',
      clientId: { kind: 'instagram', value: '@raman.and.daughters' },
    },
  },
];

/** Campaigns of the sample workspace, two of them in the older spelling with their direction at the end. */
export const campaigns = [
  'Field service',
  'Billing',
  'Renewals',
  'Support',
  'Collections->',
  'Collections<-',
];
