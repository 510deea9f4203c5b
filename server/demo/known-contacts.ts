import type { DemoContact } from './demo-contact.ts';

const day = 1_440;
const phone = (value: string, shared = false) => ({
  kind: 'phone' as const,
  value,
  ...(shared && { shared }),
});
const email = (value: string) => ({ kind: 'email' as const, value });

/** Nine in the morning and a half, `days` from today; kept as UTC so that the demo needs no time zone. */
function at0930(days: number, now: number): string {
  return `${new Date(now + days * 86_400_000).toISOString().slice(0, 10)}T09:30:00Z`;
}

/** The people that the demo desk rings with; their ids are fixed so that scripts and hosts can name them. */
export function knownContacts(now: number): DemoContact[] {
  return [
    {
      id: 'C-1001',
      name: 'Élodie Marchand',
      kind: 'person',
      identifiers: [
        phone('+33199004217'),
        email('elodie@vauban.example.com'),
        { kind: 'whatsapp', value: 'FR.7710 2284 0915', scope: 'Atelier business' },
      ],
      fields: {
        ...{ jobTitle: 'Head of facilities', company: 'Atelier Vauban', city: 'Paris', country: 'FR' },
        ...{ timeZone: 'Europe/Paris', language: 'fr', languages: ['fr', 'en'], owner: 'Ana Duarte' },
        website: 'https://vauban.example.com',
        note: 'Gate code changes monthly, ask reception.\nPrefers a call before 10:00.',
        ...{ plan: 'comfort-plus', yearlyValue: 4180, units: 12, installed: '2023-03-03' },
        ...{ nextService: at0930(5, now), smsReminders: true, paymentTerms: '30', lastInvoice: '2291' },
        tags: ['Key account'],
      },
      last: { channel: 'phone', minutesAgo: 6 * day, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1002',
      name: 'Grace Okafor',
      kind: 'person',
      identifiers: [phone('+442079460123', true), email('grace@okafor.example.com')],
      fields: {
        ...{ jobTitle: 'Office manager', company: 'Okafor Dental', city: 'London', country: 'GB' },
        ...{ timeZone: 'Europe/London', language: 'en', owner: 'Ana Duarte', plan: 'comfort' },
        ...{ invoiceEmail: 'accounts@okafor.example.com', paymentTerms: '30', lastInvoice: '2307' },
      },
      last: { channel: 'phone', minutesAgo: day + 35, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1003',
      name: 'Denise Okafor',
      kind: 'person',
      identifiers: [phone('+442079460123', true), email('denise@okafor.example.com')],
      fields: {
        ...{ jobTitle: 'Dentist', company: 'Okafor Dental', city: 'London', country: 'GB' },
        ...{ timeZone: 'Europe/London', language: 'en', born: '1971-10-19', owner: 'Noor de Wit' },
      },
      last: { channel: 'phone', minutesAgo: 47 * day, agent: 'Noor de Wit' },
    },
    {
      id: 'C-1004',
      name: 'Samuel Okafor',
      kind: 'person',
      identifiers: [phone('+442079460164'), email('samuel@okafor.example.com')],
      fields: {
        ...{ city: 'London', country: 'GB', timeZone: 'Europe/London', language: 'en' },
        ...{ born: '2004-05-08', plan: 'basic' },
      },
      last: { channel: 'email', minutesAgo: 12 * day },
    },
    {
      id: 'C-1005',
      name: 'Okafor Dental Ltd',
      kind: 'company',
      identifiers: [phone('+442079460100'), email('accounts@okafor.example.com')],
      fields: {
        ...{ city: 'London', country: 'GB', timeZone: 'Europe/London', language: 'en', plan: 'comfort' },
        ...{ website: 'https://okafor.example.com', lastInvoice: '2307', balanceDue: 320, units: 3 },
      },
      last: { channel: 'email', minutesAgo: 9 * day },
    },
    {
      id: 'C-1006',
      name: 'Tomasz Wilk',
      kind: 'person',
      identifiers: [phone('+48580000017'), email('tomasz@wilk.example.com')],
      fields: {
        ...{ jobTitle: 'Dispatcher', company: 'Wilk Logistyka', city: 'Gdańsk', country: 'PL' },
        ...{ timeZone: 'Europe/Warsaw', language: 'pl', owner: 'Noor de Wit', plan: 'comfort', units: 40 },
      },
      last: { channel: 'phone', minutesAgo: 34, agent: 'Noor de Wit' },
    },
    {
      id: 'C-1007',
      name: 'Priya Raman',
      kind: 'person',
      identifiers: [
        phone('+441134960188'),
        email('priya@raman.example.com'),
        { kind: 'instagram', value: 'raman.and.daughters' },
      ],
      fields: {
        ...{ jobTitle: 'Owner', company: 'Raman & Daughters', city: 'Leeds', country: 'GB' },
        ...{ timeZone: 'Europe/London', language: 'en', owner: 'Ana Duarte', plan: 'basic', units: 2 },
      },
      last: { channel: 'chat', minutesAgo: 145, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1008',
      name: 'Jonas Hagström',
      kind: 'person',
      identifiers: [phone('+46406280417'), email('jonas@marlund.example.com')],
      fields: {
        ...{ company: 'Marlund Fastigheter', city: 'Malmö', country: 'SE', timeZone: 'Europe/Stockholm' },
        ...{ language: 'sv', languages: ['sv', 'en'], owner: 'Noor de Wit' },
      },
      last: { channel: 'phone', minutesAgo: 15 * day, agent: 'Noor de Wit' },
    },
    {
      id: 'C-1009',
      name: 'Marta Oliveira',
      kind: 'person',
      identifiers: [phone('+351220000091'), email('marta@oliveira.example.com')],
      fields: {
        ...{ jobTitle: 'Manager', company: 'Casa Oliveira', city: 'Porto', country: 'PT' },
        ...{ timeZone: 'Europe/Lisbon', language: 'pt', owner: 'Ana Duarte', plan: 'comfort' },
        installed: '2022-06-21',
      },
      last: { channel: 'phone', minutesAgo: 330, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1010',
      name: 'Nadia Benali',
      kind: 'person',
      identifiers: [phone('+33199004263'), email('nadia@hoteldulac.example.com')],
      fields: {
        ...{ jobTitle: 'Directrice', company: 'Hôtel du Lac', city: 'Annecy', country: 'FR' },
        ...{ timeZone: 'Europe/Paris', language: 'fr', languages: ['fr', 'ar'], plan: 'comfort-plus' },
      },
      last: { channel: 'whatsapp', minutesAgo: day + 120, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1011',
      name: 'Kwame Wright',
      kind: 'person',
      identifiers: [phone('+14105550163'), email('market@wright.example.com')],
      fields: {
        ...{ company: 'Wright Cold Storage', city: 'Baltimore', country: 'US' },
        ...{ timeZone: 'America/New_York', language: 'en', owner: 'Noor de Wit', balanceDue: 1290.5 },
      },
      last: { channel: 'phone', minutesAgo: 47 * day, agent: 'Noor de Wit' },
    },
    {
      id: 'C-1012',
      name: 'María Fernández Ortiz',
      kind: 'person',
      identifiers: [phone('+34940000052'), email('maria@ibarra.example.com')],
      fields: {
        ...{ company: 'Talleres Ibarra', city: 'Bilbao', country: 'ES', timeZone: 'Europe/Madrid' },
        language: 'es',
      },
      last: { channel: 'email', minutesAgo: 4 * day },
    },
    {
      id: 'C-1013',
      name: 'Omar Haddad',
      kind: 'person',
      identifiers: [phone('+441134960144'), { kind: 'telegram', value: 'omar_haddad' }],
      fields: { city: 'Leeds', country: 'GB', timeZone: 'Europe/London', language: 'ar' },
      last: { channel: 'chat', minutesAgo: 7 * day, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1014',
      name: 'Tamar Mizrahi',
      kind: 'person',
      identifiers: [phone('+3230000074'), email('tamar@mizrahi.example.com')],
      fields: { company: 'Mizrahi Glass', city: 'Antwerp', country: 'BE', language: 'nl' },
    },
    {
      id: 'C-1015',
      name: 'ليلى الحداد',
      kind: 'person',
      identifiers: [phone('+442079460311'), email('layla@marfaa.example.com')],
      fields: {
        ...{ jobTitle: 'مديرة المرافق', company: 'شركة المرفأ للتجهيزات', city: 'London', country: 'GB' },
        ...{ timeZone: 'Europe/London', language: 'ar', languages: ['ar', 'en'], owner: 'Ana Duarte' },
        ...{ website: 'https://marfaa.example.com', plan: 'comfort-plus', yearlyValue: 4180, units: 12 },
      },
      last: { channel: 'phone', minutesAgo: 7 * day, agent: 'Ana Duarte' },
    },
    {
      id: 'C-1016',
      name: 'Maximiliane Freifrau von und zu Hohenstein-Wolkenburg-Altenkirchen',
      kind: 'person',
      identifiers: [phone('+493023125999'), email('m.hohenstein@stiftung.example.com')],
      fields: {
        jobTitle: 'Vorsitzende des Stiftungsrates und Beauftragte für Liegenschaften',
        company: 'Stiftung zur Erhaltung historischer Kühl- und Heizungsanlagen in Berlin',
        ...{ city: 'Berlin', country: 'DE', timeZone: 'Europe/Berlin', language: 'de', plan: 'comfort' },
      },
    },
  ];
}
